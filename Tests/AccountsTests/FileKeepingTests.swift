import Foundation
import INaturalist
import OtherPrograms
import Testing

@testable import Accounts

@Suite("Tokens in files, where no keyring answers")
struct FileKeepingTests {
    @Test("What is kept comes back whole, in files that only the owner may use")
    func roundTrip() async throws {
        let place = try Place()
        let tokens = try Samples.tokens()
        let receipt = try await place.store().keep(tokens, of: Samples.wren)
        // Another store, as in the next run of the program.
        let store = place.store()
        let account = try #require(try store.current())
        #expect(receipt == KeepReceipt(keeping: account.keeping))
        #expect(try await store.tokens(of: account) == tokens)
        #expect(account.account == Samples.wren)
        #expect(account.jwtExpiry == Samples.expiry)
        #expect(account.way == .password)
        guard case .file(let path) = account.keeping else {
            Issue.record("kept in \(account.keeping)")
            return
        }
        #expect(try Place.mode(URL(filePath: path)) == 0o600)
        #expect(try Place.mode(place.index) == 0o600)
        #expect(try Place.mode(place.state.appending(path: "accounts.lock")) == 0o600)
        #expect(try Place.mode(place.state) == 0o700)
        #expect(try Place.mode(place.state.appending(path: "tokens")) == 0o700)
        #expect(try Place.mode(place.folder.appending(path: "state")) == 0o700)
    }

    @Test(
        "A token with neither application nor JWT, and a JWT alone, come back as they were",
        arguments: [true, false]
    )
    func parts(isOAuth: Bool) async throws {
        let place = try Place()
        let credentials =
            isOAuth
            ? Credentials(oauth: OAuthToken(text: Secret("a-pasted-token")))
            : Credentials(jwt: try Samples.jwt())
        let tokens = KeptTokens(credentials: credentials, way: .token)
        try await place.store().keep(tokens, of: Samples.wren)
        let account = try #require(try place.store().current())
        #expect(try await place.store().tokens(of: account) == tokens)
        #expect(account.jwtExpiry == (isOAuth ? nil : Samples.expiry))
    }

    @Test("Secrets are in the account's own file and nowhere else")
    func secretsOnlyThere() async throws {
        let place = try Place()
        let tokens = try Samples.tokens()
        try await place.store().keep(tokens, of: Samples.wren)
        let files = try place.files()
        for secret in Samples.secrets(tokens) {
            let names = files.filter { $0.value.contains(secret) }.map(\.key)
            #expect(names.count == 1)
            #expect(names.allSatisfy { $0.hasPrefix("state/inatty/tokens/1234567-") })
        }
        #expect(files.keys.contains("state/inatty/accounts.json"))
    }

    @Test(
        "A file or folder that others may use is refused, and the command in the message mends it",
        arguments: ["", "tokens", "accounts.json", "tokens/*"],
        [0o040, 0o004, 0o020, 0o001]
    )
    func looseModes(name: String, extra: Int) async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try place.store().current())
        let url = try place.find(name)
        let mode = try Place.mode(url)
        try FileManager.default.setAttributes([.posixPermissions: mode | extra], ofItemAtPath: url.path)
        let error = await #expect(throws: AccountStoreError.self) {
            _ = try place.store().accounts()
            _ = try await place.store().tokens(of: account)
        }
        let isFolder = name.isEmpty || name == "tokens"
        let refusal = AccountStoreError.looseMode(
            path: url.path,
            mode: UInt32(mode | extra),
            isFolder: isFolder
        )
        #expect(error == refusal)
        let text = refusal.description
        let command = try #require(text.firstRange(of: "chmod ").map { String(text[$0.lowerBound...]) })
        #expect(await shell(command) == .exited(0))
        #expect(try await place.store().tokens(of: account) == Samples.tokens())
    }

    @Test("The command is right for a path with blanks and quotes in it")
    func quoting() async throws {
        let place = try Place()
        let file = place.folder.appending(path: "it's a $HOME; file")
        try Data().write(to: file)
        let text = AccountStoreError.looseMode(path: file.path, mode: 0o644, isFolder: false).description
        let command = try #require(text.firstRange(of: "chmod ").map { String(text[$0.lowerBound...]) })
        #expect(await shell(command) == .exited(0))
        #expect(try Place.mode(file) == 0o600)
    }

    @Test(
        "A symbolic link in the place of a file or folder is refused",
        arguments: ["", "tokens", "accounts.json", "tokens/*"]
    )
    func symbolicLinks(name: String) async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try place.store().current())
        let url = try place.find(name)
        let elsewhere = place.folder.appending(path: "elsewhere")
        try FileManager.default.moveItem(at: url, to: elsewhere)
        try FileManager.default.createSymbolicLink(at: url, withDestinationURL: elsewhere)
        await #expect(throws: AccountStoreError.symbolicLink(path: url.path)) {
            _ = try place.store().accounts()
            _ = try await place.store().tokens(of: account)
        }
    }

    @Test(
        "A named pipe or a folder in the place of a file is refused and not waited for",
        arguments: [true, false]
    )
    func otherKinds(isPipe: Bool) async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        try FileManager.default.removeItem(at: place.index)
        if isPipe {
            #expect(mkfifo(place.index.path, 0o600) == 0)
        } else {
            try FileManager.default.createDirectory(at: place.index, withIntermediateDirectories: false)
        }
        #expect(throws: AccountStoreError.wrongKind(path: place.index.path, isFolder: false)) {
            try place.store().accounts()
        }
    }

    @Test("Another user's file is refused", .enabled(if: geteuid() == 0, "only root can give files away"))
    func otherOwner() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        #expect(chown(place.index.path, 65_534, 65_534) == 0)
        #expect(throws: AccountStoreError.otherOwner(path: place.index.path, owner: 65_534)) {
            try place.store().accounts()
        }
    }

    @Test(
        "A broken file is named and left as it is; its contents are not repeated",
        arguments: BrokenFile.all
    )
    func brokenFiles(file: BrokenFile) async throws {
        let place = try Place()
        let tokens = try Samples.tokens()
        try await place.store().keep(tokens, of: Samples.wren)
        let account = try #require(try place.store().current())
        let url = try place.find("tokens/*")
        let bytes = file.breaking(try String(contentsOf: url, encoding: .utf8))
        // In place, so that the mode stays.
        let handle = try FileHandle(forWritingTo: url)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(bytes.utf8))
        try handle.close()
        let error = await #expect(throws: AccountStoreError.self) {
            try await place.store().tokens(of: account)
        }
        #expect(error == file.error(url.path))
        let text = error?.description ?? ""
        #expect(text.contains(url.path))
        for secret in Samples.secrets(tokens) { #expect(!text.contains(secret.prefix(12))) }
        #expect(try String(contentsOf: url, encoding: .utf8) == bytes)
    }

    @Test("Signing in again mends a broken file")
    func mending() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let url = try place.find("tokens/*")
        #expect(truncate(url.path, 20) == 0)
        let receipt = try await place.store().keep(try Samples.tokens(mark: "B"), of: Samples.wren)
        #expect(receipt.replaced == nil)
        let account = try #require(try place.store().current())
        #expect(try await place.store().tokens(of: account) == Samples.tokens(mark: "B"))
    }

    @Test("What a killed program left of a new file is cleared away with the next writing")
    func leftovers() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let left = URL(filePath: try place.find("tokens/*").path + ".new")
        try Data("half a token".utf8).write(to: left)
        try await place.store().keep(try Samples.tokens(mark: "B"), of: Samples.wren)
        #expect(!FileManager.default.fileExists(atPath: left.path))
    }

    @Test("Without a folder to keep in, keeping says so, and nothing is there to read")
    func noHome() async throws {
        let store = AccountStore(
            environment: ["XDG_STATE_HOME": "relative", "PATH": "/usr/bin"],
            addresses: .iNaturalist
        )
        #expect(await store.keeping() == .nowhere)
        #expect(try store.accounts().isEmpty)
        await #expect(throws: AccountStoreError.noHome) {
            try await store.keep(try Samples.tokens(), of: Samples.wren)
        }
    }

    @Test("Without XDG_STATE_HOME the files are below ~/.local/state")
    func home() async throws {
        let place = try Place()
        let store = AccountStore(environment: ["HOME": place.folder.path + "/"], addresses: .iNaturalist)
        #expect(await store.keeping() == .file(path: "\(place.folder.path)/.local/state/inatty/tokens"))
    }
}

/// A way in which a file of tokens can be broken.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let breaking: @Sendable (String) -> String
    let error: @Sendable (_ path: String) -> AccountStoreError

    static let all = [
        BrokenFile(
            testDescription: "half of it",
            breaking: { String($0.prefix($0.count / 2)) },
            error: { .broken(path: $0, reason: "it is not whole JSON") }
        ),
        BrokenFile(
            testDescription: "empty",
            breaking: { _ in "" },
            error: { .broken(path: $0, reason: "it is not whole JSON") }
        ),
        BrokenFile(
            testDescription: "a JWT cut short",
            breaking: { $0.replacing(/eyJ[^"]*/, with: "eyJhbGci") },
            error: { .broken(path: $0, reason: "its JWT is not whole") }
        ),
        BrokenFile(
            testDescription: "another account's",
            breaking: { $0.replacing("1234567", with: "7654321") },
            error: { .broken(path: $0, reason: "it belongs to another account or to other servers") }
        ),
        BrokenFile(
            testDescription: "another API's",
            breaking: { $0.replacing("api.inaturalist.org", with: "api.example.org") },
            error: { .broken(path: $0, reason: "it belongs to another account or to other servers") }
        ),
        BrokenFile(
            testDescription: "other servers'",
            breaking: { $0.replacing("www.inaturalist.org", with: "example.org") },
            error: { .broken(path: $0, reason: "it belongs to another account or to other servers") }
        ),
        BrokenFile(
            testDescription: "an unknown way in",
            breaking: { $0.replacing(#""password""#, with: #""telepathy""#) },
            error: { .broken(path: $0, reason: "“way” is not what inatty writes there") }
        ),
        BrokenFile(
            testDescription: "an application without an id",
            breaking: { $0.replacing(#""id":"#, with: #""ip":"#) },
            error: { .broken(path: $0, reason: "“application.id” is missing") }
        ),
        BrokenFile(
            testDescription: "a later version",
            breaking: { $0.replacing(#""version":1"#, with: #""version":2"#) },
            error: { .newerVersion(path: $0, version: 2) }
        ),
    ]
}
