import Foundation
import INaturalist
import INaturalistSandbox
import Testing

@testable import Accounts

@Suite("Signing out", .timeLimit(.minutes(5)))
struct SignOutTests {
    private static let day = Duration.seconds(86_400)

    @Test("The OAuth token is revoked, what was kept is gone, and the JWT's end is told")
    func complete() async throws {
        try await Self.run { session in
            let tokens = try session.tokens()
            try await session.store.keep(tokens, of: session.account)
            let account = try #require(try session.store.current())
            let report = try await session.store.signOut(account, of: session.client)
            #expect(report.lines.count == 3)
            #expect(
                report.lines[0] == "The OAuth token was revoked: \(session.site) does not honour it any more."
            )
            #expect(report.lines[1].contains("cannot be revoked by anybody"))
            #expect(report.lines[1].contains("until "))
            #expect(report.lines[1].hasSuffix(" UTC."))
            #expect(report.lines[2] == "What was kept of observer was deleted from the file.")
            // The JWT lives.
            #expect(!report.isComplete)
            #expect(try session.store.accounts().isEmpty)
            let oauth = try #require(tokens.credentials.oauth)
            await #expect(throws: INaturalistError.self) {
                try await session.client.jwt(using: .oauth(oauth))
            }
            let files = try session.place.files()
            for secret in Samples.secrets(tokens) {
                #expect(files.filter { $0.value.contains(secret) }.isEmpty)
                #expect(!report.lines.joined().contains(secret))
            }
        }
    }

    @Test("Nothing is left to undo when the JWT has ended")
    func endedJWT() async throws {
        try await Self.run { session in
            var tokens = try session.tokens()
            tokens.credentials.jwt = try Samples.jwt(user: session.account.id)
            try await session.store.keep(tokens, of: session.account)
            let account = try #require(try session.store.current())
            let later = Samples.expiry.addingTimeInterval(1)
            let report = try await session.store.signOut(account, of: session.client, now: later)
            #expect(report.isComplete)
            #expect(report.lines[1] == "The JWT ended at 2033-05-18 03:33 UTC.")
        }
    }

    @Test("A JWT that lives is told with its end")
    func livingJWT() async throws {
        try await Self.run { session in
            let tokens = KeptTokens(
                credentials: Credentials(jwt: try Samples.jwt(user: session.account.id)),
                way: .token
            )
            try await session.store.keep(tokens, of: session.account)
            let account = try #require(try session.store.current())
            let before = Samples.expiry.addingTimeInterval(-60)
            let report = try await session.store.signOut(account, of: session.client, now: before)
            #expect(!report.isComplete)
            #expect(
                report.lines.first?.hasSuffix("whoever has a copy can use it until 2033-05-18 03:33 UTC.")
                    == true
            )
            #expect(!session.sandbox.requests.contains { $0.path.contains("revoke") })
        }
    }

    @Test("A pasted OAuth token cannot be revoked from here, and the page that can is named")
    func pasted() async throws {
        try await Self.run { session in
            var tokens = try session.tokens()
            tokens.application = nil
            tokens.credentials.jwt = nil
            try await session.store.keep(tokens, of: session.account)
            let account = try #require(try session.store.current())
            let report = try await session.store.signOut(account, of: session.client)
            #expect(!report.isComplete)
            #expect(report.lines.first?.contains("\(session.site)/oauth/authorized_applications") == true)
            #expect(try session.store.accounts().isEmpty)
            let oauth = try #require(tokens.credentials.oauth)
            _ = try await session.client.jwt(using: .oauth(oauth))
        }
    }

    @Test(
        "What is kept is deleted also when the site cannot be reached, or refuses",
        arguments: [true, false]
    )
    func notRevoked(isUnreachable: Bool) async throws {
        try await Self.run { session in
            var tokens = try session.tokens()
            tokens.credentials.jwt = nil
            if !isUnreachable {
                tokens.application = OAuthApplication(id: "nobody-knows-it", secret: Secret("a-wrong-secret"))
            }
            try await session.store.keep(tokens, of: session.account)
            let account = try #require(try session.store.current())
            if isUnreachable { await session.sandbox.stop() }
            let report = try await session.store.signOut(account, of: session.client)
            #expect(!report.isComplete)
            #expect(report.lines.first?.hasPrefix("The OAuth token could not be revoked. ") == true)
            #expect(
                report.lines.first?.hasSuffix(
                    "It stays valid until you revoke it at \(session.site)/oauth/authorized_applications."
                ) == true
            )
            #expect(try session.store.accounts().isEmpty)
            #expect(try await session.store.tokens(of: account) == nil)
        }
    }

    @Test("A broken file is deleted all the same, and what may live on is said")
    func broken() async throws {
        try await Self.run { session in
            try await session.store.keep(try session.tokens(), of: session.account)
            let account = try #require(try session.store.current())
            let file = try session.place.find("tokens/*")
            #expect(truncate(file.path, 30) == 0)
            let report = try await session.store.signOut(account, of: session.client)
            #expect(!report.isComplete)
            #expect(report.lines.first?.contains("could not be read") == true)
            #expect(!FileManager.default.fileExists(atPath: file.path))
            #expect(try session.store.accounts().isEmpty)
        }
    }

    @Test("That the OAuth token was revoked is told also when the list cannot be written without the account")
    func notDeleted() async throws {
        // In a process of its own, whose files may not grow from then on.
        await #expect(processExitsWith: .success) {
            try await SignOutTests.run { session in
                try await session.store.keep(try session.tokens(), of: session.account)
                try await session.store.keep(try Samples.tokens(of: Samples.tamsin), of: Samples.tamsin)
                let account = try #require(
                    try session.store.accounts().first { $0.account.login == "observer" }
                )
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 10, rlim_max: 10)
                try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                let report = try await session.store.signOut(account, of: session.client)
                #expect(!report.isDone)
                #expect(report.lines.first?.hasPrefix("The OAuth token was revoked: ") == true)
                #expect(
                    report.lines.last?.hasPrefix("What is kept of observer could not be deleted. ") == true
                )
            }
        }
    }

    @Test("A token is never shown to the servers of another account")
    func otherServers() async throws {
        try await Self.run { session in
            let elsewhere = session.place.store(.iNaturalist)
            try await elsewhere.keep(try Samples.tokens(), of: Samples.wren)
            let account = try #require(try elsewhere.current())
            let refusal = AccountStoreError.otherServers(login: "wren", site: "https://www.inaturalist.org")
            await #expect(throws: refusal) { try await elsewhere.signOut(account, of: session.client) }
            #expect(session.sandbox.requests.isEmpty)
            #expect(try elsewhere.current() == account)
        }
    }

    @Test("Stopping it keeps the token that is not revoked yet")
    func stopped() async throws {
        try await Self.run { session in
            try await session.store.keep(try session.tokens(), of: session.account)
            let account = try #require(try session.store.current())
            let task = Task { try await session.store.signOut(account, of: session.client) }
            task.cancel()
            await #expect(throws: AccountStoreError.cancelled) { try await task.value }
            #expect(try session.store.current() == account)
        }
    }

    private struct Session {
        let place: Place
        let sandbox: Sandbox
        let client: INaturalistClient
        let store: AccountStore
        let account: Account
        let site: String

        func tokens() throws -> KeptTokens {
            let oauth = sandbox.issueOAuthToken(login: account.login, scope: "write login")
            let jwt = sandbox.issueJWT(login: account.login, lifetime: SignOutTests.day)
            return KeptTokens(
                credentials: Credentials(
                    oauth: OAuthToken(text: Secret(oauth), scopes: ["write", "login"]),
                    jwt: try JWT(text: Secret(jwt))
                ),
                application: OAuthApplication(
                    id: SandboxApplication.working.clientID,
                    secret: Secret(SandboxApplication.working.clientSecret)
                ),
                way: .password
            )
        }
    }

    private static func run(_ body: (Session) async throws -> Void) async throws {
        let sandbox = try await Sandbox.start(SandboxConfiguration(observationCount: 200))
        let site = sandbox.baseURL
        let addresses = try ServerAddresses(checkingSite: site, api: site)
        let client = INaturalistClient(addresses: addresses, limiter: RateLimiter(limits: nil))
        let place = try Place()
        let person = Sandbox.account(.observer)
        let session = Session(
            place: place,
            sandbox: sandbox,
            client: client,
            store: place.store(addresses),
            account: Account(id: person.userID, login: person.login, name: person.name),
            site: site
        )
        let result: Result<Void, any Error>
        do { result = .success(try await body(session)) } catch { result = .failure(error) }
        await client.shutdown()
        await sandbox.stop()
        try result.get()
    }
}
