import Foundation
import INaturalist
import Testing

@testable import Accounts

@Suite(
    "Tokens in a real keyring",
    .enabled(if: PrivateBus.hasKeyring, "needs gnome-keyring, libsecret-tools and dbus"),
    .serialized,
    .timeLimit(.minutes(5))
)
struct KeyringTests {
    private static let attributes = [
        "application", "inatty", "site", "https://www.inaturalist.org", "api", "https://api.inaturalist.org",
        "user",
    ]

    @Test("What is kept comes back whole, another program finds it under its label, and no file has a secret")
    func roundTrip() async throws {
        try await PrivateBus.use { bus in
            let tokens = try Samples.tokens()
            let store = bus.store()
            #expect(await store.keeping() == .keyring)
            #expect(try await store.keep(tokens, of: Samples.wren) == KeepReceipt(keeping: .keyring))
            let account = try #require(try store.current())
            #expect(account.keeping == .keyring)
            #expect(try await bus.store().tokens(of: account) == tokens)
            let found = await bus.secretTool(["search", "--all"] + Self.attributes + ["1234567"])
            #expect(found.contains("label = inatty: wren at https://www.inaturalist.org\n"))
            for secret in Samples.secrets(tokens) {
                #expect(found.contains(secret))
                #expect(try bus.place.files().filter { $0.value.contains(secret) }.isEmpty)
            }
        }
    }

    @Test("Two accounts keep their own tokens; deleting one leaves the other")
    func two() async throws {
        try await PrivateBus.use { bus in
            let store = bus.store()
            try await store.keep(try Samples.tokens(), of: Samples.wren)
            try await store.keep(try Samples.tokens(of: Samples.tamsin), of: Samples.tamsin)
            let accounts = try store.accounts()
            #expect(accounts.map(\.keeping) == [.keyring, .keyring])
            for account in accounts {
                #expect(try await store.tokens(of: account) == Samples.tokens(of: account.account))
            }
            try await store.forget(accounts[0])
            #expect(try store.accounts().map(\.account) == [Samples.tamsin])
            #expect(try await store.tokens(of: accounts[0]) == nil)
            #expect(try await store.tokens(of: accounts[1]) == Samples.tokens(of: Samples.tamsin))
            #expect(await bus.secretTool(["search", "--all"] + Self.attributes + ["1234567"]).isEmpty)
        }
    }

    @Test("Signing in again replaces the item and hands the old OAuth token back; a renewal replaces the JWT")
    func replacing() async throws {
        try await PrivateBus.use { bus in
            let store = bus.store()
            try await store.keep(try Samples.tokens(), of: Samples.wren)
            let receipt = try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
            #expect(receipt.supersededToken == (try Samples.tokens().credentials.oauth))
            let renewed = try Samples.jwt(mark: "new")
            try await store.update(Credentials(jwt: renewed), of: Samples.wren)
            var expected = try Samples.tokens(mark: "B")
            expected.credentials.jwt = renewed
            let account = try #require(try store.current())
            #expect(try await store.tokens(of: account) == expected)
            let items = await bus.secretTool(["search", "--all"] + Self.attributes + ["1234567"])
            #expect(items.split(separator: "\n").count { $0.hasPrefix("secret = ") } == 1)
        }
    }

    @Test("secret-tool never has a secret in its arguments, nor one of our variables in its environment")
    func arguments() async throws {
        try await PrivateBus.use { bus in
            let record = try await bus.wrapSecretTool()
            let secretVariables = [
                "INATTY_TOKEN": "t-variable", "INAT_PASSWORD": "p-variable", "INAT_APP_SECRET": "s-variable",
            ]
            let store = bus.store(adding: secretVariables.merging(["KEPT": "as it was"]) { $1 })
            let tokens = try Samples.tokens()
            try await store.keep(tokens, of: Samples.wren)
            let account = try #require(try store.current())
            #expect(try await store.tokens(of: account) == tokens)
            try await store.update(Credentials(jwt: try Samples.jwt(mark: "new")), of: Samples.wren)
            try await store.forget(account)
            let text = try String(contentsOf: record, encoding: .utf8)
            for command in ["search", "store", "lookup", "clear"] {
                #expect(text.contains("argument \(command)\n"))
            }
            let secrets = Samples.secrets(tokens) + [Samples.jwtText(mark: "new")]
            for secret in secrets + secretVariables.keys + secretVariables.values {
                #expect(!text.contains(secret))
            }
            let variables = Set(
                text.split(separator: "\n").filter { $0.hasPrefix("variable ") }
                    .compactMap { $0.dropFirst(9).split(separator: "=").first.map(String.init) }
            )
            let given = Set(bus.variables.keys).union(["XDG_STATE_HOME", "PATH", "KEPT"])
            // PWD and OLDPWD, SHLVL and _ are the recording shell's own.
            #expect(variables.subtracting(["PWD", "OLDPWD", "SHLVL", "_"]) == given)
        }
    }

    @Test("A locked keyring without a screen to ask on is told, and nothing is lost by it")
    func locked() async throws {
        try await PrivateBus.use { bus in
            let store = bus.store()
            try await store.keep(try Samples.tokens(), of: Samples.wren)
            let account = try #require(try store.current())
            await bus.lock()
            let refusal = AccountStoreError.keyringLocked(login: "wren")
            await #expect(throws: refusal) { try await store.tokens(of: account) }
            await #expect(throws: refusal) { try await store.forget(account) }
            await #expect(throws: refusal) {
                try await store.update(Credentials(jwt: try Samples.jwt(mark: "new")), of: Samples.wren)
            }
            #expect(try store.current() == account)
            await bus.stopKeyring()
            await #expect(throws: AccountStoreError.self) { try await store.tokens(of: account) }
            #expect(try store.current() == account)
            try await bus.startKeyring()
            #expect(try await store.tokens(of: account) == Samples.tokens())
        }
    }

    @Test("Signing in while the keyring is locked keeps the tokens in a file, and says so and why")
    func lockedWhileKeeping() async throws {
        try await PrivateBus.use { bus in
            let store = bus.store()
            await bus.lock()
            // It answers all the same.
            #expect(await store.keeping() == .keyring)
            let receipt = try await store.keep(try Samples.tokens(), of: Samples.wren)
            let account = try #require(try store.current())
            #expect(receipt.keeping == account.keeping)
            #expect(receipt.keeping.title == "file")
            #expect(receipt.remarks.count == 1)
            #expect(receipt.remarks.first?.contains("locked collection") == true)
            #expect(receipt.remarks.first?.hasSuffix("a file keeps the tokens of wren.") == true)
            #expect(try await store.tokens(of: account) == Samples.tokens())
            // Once it is open, the next sign-in moves them there.
            await bus.stopKeyring()
            try await bus.startKeyring()
            let next = try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
            #expect(next.keeping == .keyring)
            #expect(next.replaced == (try Samples.tokens()))
            let secret = try #require(Samples.secrets(try Samples.tokens()).first)
            #expect(try bus.place.files().filter { $0.value.contains(secret) }.isEmpty)
        }
    }

    @Test("A question of the keyring that nobody answers ends after a while")
    func unanswered() async throws {
        try await PrivateBus.use(prompter: "/bin/sleep 60") { bus in
            try await bus.store().keep(try Samples.tokens(), of: Samples.wren)
            let account = try #require(try bus.store().current())
            await bus.lock()
            let limits = KeyringLimits(probe: .seconds(3), answer: .seconds(2))
            let store = bus.store(limits: limits)
            let refusal = AccountStoreError.keyringTimedOut(login: "wren", seconds: 2)
            await #expect(throws: refusal) { try await store.tokens(of: account) }
            // A renewal asks nobody.
            await #expect(throws: AccountStoreError.keyringLocked(login: "wren")) {
                try await store.update(Credentials(jwt: try Samples.jwt(mark: "new")), of: Samples.wren)
            }
            let receipt = try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
            #expect(receipt.keeping.title == "file")
            #expect(receipt.remarks.count == 2)
            #expect(receipt.remarks.first?.contains("did not answer for 2 seconds") == true)
            #expect(receipt.remarks.last?.contains("could not be deleted") == true)
        }
    }

    @Test("Tokens that secret-tool would cut are kept in a file")
    func tooLong() async throws {
        try await PrivateBus.use { bus in
            var tokens = try Samples.tokens()
            let scopes = Array(repeating: "a-scope", count: 1_000)
            tokens.credentials.oauth = OAuthToken(text: Secret("oauth-long"), scopes: scopes)
            let receipt = try await bus.store().keep(tokens, of: Samples.wren)
            #expect(receipt.keeping.title == "file")
            #expect(receipt.remarks.first?.contains("8192 bytes") == true)
            let account = try #require(try bus.store().current())
            #expect(try await bus.store().tokens(of: account) == tokens)
        }
    }

    @Test("An item that somebody changed is told and left as it is")
    func brokenItem() async throws {
        try await PrivateBus.use { bus in
            let store = bus.store()
            try await store.keep(try Samples.tokens(), of: Samples.wren)
            let account = try #require(try store.current())
            _ = await bus.secretTool(
                ["store", "--label=x"] + Self.attributes + ["1234567"],
                input: "half a tok"
            )
            await #expect(
                throws: AccountStoreError.brokenKeyringItem(login: "wren", reason: "it is not whole JSON")
            ) { try await store.tokens(of: account) }
            #expect(await bus.secretTool(["lookup"] + Self.attributes + ["1234567"]) == "half a tok")
            try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
            #expect(try await store.tokens(of: account) == Samples.tokens(mark: "B"))
        }
    }
}

extension PrivateBus {
    func store(
        limits: KeyringLimits = KeyringLimits(),
        adding variables: [String: String] = [:]
    ) -> AccountStore {
        let path = "\(place.folder.path)/bin:/usr/bin:/bin"
        return place.store(
            limits: limits,
            adding: self.variables.merging(["PATH": path]) { $1 }.merging(variables) { $1 }
        )
    }

    /// Puts a `secret-tool` first in PATH that notes what it was given and then becomes the real one.
    ///
    /// - Returns: the file with the notes.
    func wrapSecretTool() async throws -> URL {
        let record = place.folder.appending(path: "record")
        try await place.makeTool(
            """
            {
                printf 'argument %s\\n' "$@"
                tr '\\0' '\\n' < /proc/$$/cmdline
                tr '\\0' '\\n' < /proc/$$/environ | sed 's/^/variable /'
            } >> \(record.path)
            exec /usr/bin/secret-tool "$@"
            """
        )
        return record
    }
}
