import Foundation
import INaturalist
import TestSupport
import Testing

@testable import Accounts

@Suite("Where no keyring answers", .timeLimit(.minutes(5)))
struct NoKeyringTests {
    @Test("Without a bus, nothing is started and a file keeps the tokens", arguments: Absence.allCases)
    func absent(absence: Absence) async throws {
        let place = try Place()
        // It would be noticed if it were started.
        try await place.makeTool("touch \(place.folder.path)/started")
        let store = place.store(adding: absence.variables(in: place))
        try await expectFile(store, place)
        #expect(!FileManager.default.fileExists(atPath: place.folder.appending(path: "started").path))
    }

    @Test("A tool that fails, or was ended, is no keyring", arguments: ["exit 1", "kill -9 $$"])
    func failing(script: String) async throws {
        let place = try Place()
        try await place.makeTool(script)
        try await expectFile(place.store(adding: Absence.bus(in: place)), place)
    }

    @Test("A tool that hangs is no keyring after a few seconds, and it is ended with what it started")
    func hanging() async throws {
        let place = try Place()
        try await place.makeTool("sleep 1000 & echo $! > \(place.folder.path)/child; wait")
        let limits = KeyringLimits(probe: .seconds(3), answer: .seconds(1))
        try await expectFile(place.store(limits: limits, adding: Absence.bus(in: place)), place)
        let text = try String(contentsOf: place.folder.appending(path: "child"), encoding: .utf8)
        let child = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        // A killed process takes a moment to die, and then waits for the system's first process to collect it.
        func isAlive() -> Bool {
            guard let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8) else {
                return false
            }
            return !status.contains(") Z")
        }
        try await Waiting.until("the end of the tool") { !isAlive() }
    }

    @Test("A bus on which nobody keeps secrets is no keyring", .enabled(if: PrivateBus.hasBus))
    func emptyBus() async throws {
        try await PrivateBus.use(hasKeyring: false) { bus in
            try await expectFile(bus.store(), bus.place)
        }
    }

    @Test("The address of a bus that is gone is no keyring", .enabled(if: PrivateBus.hasBus))
    func deadBus() async throws {
        let place = try Place()
        let store = place.store(adding: ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"])
        try await expectFile(store, place)
    }

    @Test("A keyring that answers searches and refuses to store is replaced by a file, which is said")
    func refusing() async throws {
        let place = try Place()
        try await place.makeTool(
            """
            case $1 in
            search) exit 0 ;;
            store) printf 'secret-tool: Object does not exist\\033[2J\\n' >&2; exit 1 ;;
            *) exit 1 ;;
            esac
            """
        )
        let store = place.store(adding: Absence.bus(in: place))
        #expect(await store.keeping() == .keyring)
        let receipt = try await store.keep(try Samples.tokens(), of: Samples.wren)
        #expect(receipt.keeping == (try store.current()?.keeping))
        #expect(receipt.keeping.title == "file")
        let refusal = AccountStoreError.keyringFailed(login: "wren", reason: "Object does not exist[2J")
        #expect(receipt.remarks == ["\(refusal) Until then a file keeps the tokens of wren."])
    }

    @Test("A keyring that gives back something else than it was given is not trusted")
    func forgetful() async throws {
        let place = try Place()
        try await place.makeTool("case $1 in lookup) printf other ;; *) cat > /dev/null ;; esac")
        let receipt = try await place.store(adding: Absence.bus(in: place))
            .keep(try Samples.tokens(), of: Samples.wren)
        #expect(receipt.keeping.title == "file")
        #expect(receipt.remarks.first?.contains("it does not give back what it was given") == true)
    }

    @Test("Tokens in a keyring that is gone are told of, and stay on the list")
    func gone() async throws {
        let place = try Place()
        let held = "\(place.folder.path)/held"
        try await place.makeTool(
            "case $1 in store) cat > \(held) ;; lookup) cat \(held) 2>/dev/null ;; search) exit 0 ;; esac"
        )
        let store = place.store(adding: Absence.bus(in: place))
        #expect(try await store.keep(try Samples.tokens(), of: Samples.wren).keeping == .keyring)
        let account = try #require(try store.current())
        let error = await #expect(throws: AccountStoreError.self) {
            try await place.store().tokens(of: account)
        }
        #expect(error == .keyringFailed(login: "wren", reason: "no session bus is there"))
        #expect(try place.store().current() == account)
    }

    @Test("Who stops signing in while the keyring is asked finds nothing kept, in a file neither")
    func stopped() async throws {
        let place = try Place()
        try await place.makeTool("touch \(place.folder.path)/asked; exec sleep 1000")
        let limits = KeyringLimits(probe: .seconds(600), answer: .seconds(600))
        let store = place.store(limits: limits, adding: Absence.bus(in: place))
        let tokens = try Samples.tokens()
        let task = Task { try await store.keep(tokens, of: Samples.wren) }
        let asked = place.folder.appending(path: "asked").path
        try await Waiting.until("the tool that was asked") { FileManager.default.fileExists(atPath: asked) }
        task.cancel()
        await #expect(throws: AccountStoreError.cancelled) { try await task.value }
        #expect(try store.accounts().isEmpty)
        for secret in Samples.secrets(tokens) {
            #expect(try place.files().filter { $0.value.contains(secret) }.isEmpty)
        }
    }

    private func expectFile(_ store: AccountStore, _ place: Place) async throws {
        let tokens = "\(place.state.path)/tokens"
        #expect(await store.keeping() == .file(path: tokens))
        let receipt = try await store.keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try store.current())
        #expect(receipt == KeepReceipt(keeping: account.keeping))
        #expect(account.keeping == .file(path: try place.find("tokens/*").path))
        #expect(try await store.tokens(of: account) == Samples.tokens())
    }
}

/// Ways in which there is no bus.
enum Absence: String, CaseIterable, Sendable {
    case nothing, emptyAddress, emptyFolder, noTool

    func variables(in place: Place) -> [String: String] {
        let path = ["PATH": "\(place.folder.path)/bin"]
        return switch self {
        case .nothing: path
        case .emptyAddress: path.merging(["DBUS_SESSION_BUS_ADDRESS": ""]) { $1 }
        case .emptyFolder: path.merging(["XDG_RUNTIME_DIR": place.folder.path]) { $1 }
        case .noTool: ["PATH": "/nonexistent:bin", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"]
        }
    }

    /// As if there were one, for a made-up tool.
    static func bus(in place: Place) -> [String: String] {
        [
            "PATH": "\(place.folder.path)/bin:/usr/bin:/bin",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        ]
    }
}
