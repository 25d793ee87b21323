import Testing

@testable import Accounts

@Suite("Errors of the store")
struct AccountStoreErrorTests {
    static let all: [AccountStoreError] = [
        .noHome, .looseMode(path: "/p", mode: 0o644, isFolder: false), .otherOwner(path: "/p", owner: 7),
        .symbolicLink(path: "/p"), .wrongKind(path: "/p", isFolder: true),
        .broken(path: "/p", reason: "it is odd"),
        .newerVersion(path: "/p", version: 2), .cannotRead(path: "/p", reason: "Input/output error"),
        .cannotWrite(path: "/p", reason: "No space left on device"), .busy(path: "/p"),
        .keyringLocked(login: "wren"), .keyringTimedOut(login: "wren", seconds: 30),
        .keyringFailed(login: "wren", reason: "it is odd"),
        .brokenKeyringItem(login: "wren", reason: "it is odd"),
        .otherServers(login: "wren", site: "https://example.org"), .otherUser(login: "wren"),
        .notKept(login: "wren"), .cancelled,
    ]

    @Test("Each says in whole sentences what failed, on which thing, and what to do next", arguments: all)
    func texts(error: AccountStoreError) {
        let text = error.description
        #expect(text.first?.isUppercase == true || text.hasPrefix("/p"))
        // A command stands last, so that it can be copied.
        #expect(
            text.hasSuffix(".") || text.contains(": chmod ") || text.contains(": mv ")
                || text.contains(": rm ")
        )
        #expect(!text.contains("  ") && !text.contains("\n"))
        #expect("\(error)" == text)
    }

    @Test("A mode is told as chmod takes it")
    func mode() {
        let text = AccountStoreError.looseMode(path: "/home/wren/accounts.json", mode: 0o644, isFolder: false)
            .description
        #expect(text.contains("(mode 0644)"))
        #expect(text.hasSuffix("chmod 600 '/home/wren/accounts.json'"))
    }
}
