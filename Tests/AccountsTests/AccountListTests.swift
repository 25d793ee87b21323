import Foundation
import INaturalist
import Testing

@testable import Accounts

@Suite("The list of accounts")
struct AccountListTests {
    private static let others = try? ServerAddresses(
        checkingSite: "https://test.example.org",
        api: "https://api.test.example.org"
    )
    /// The same site with another API: another pair.
    private static let mixed = try? ServerAddresses(
        checkingSite: "https://www.inaturalist.org",
        api: "https://api.test.example.org"
    )

    @Test("There are no accounts, and no folder is made by looking")
    func empty() throws {
        let place = try Place()
        #expect(try place.store().accounts().isEmpty)
        #expect(try place.store().current() == nil)
        #expect(!FileManager.default.fileExists(atPath: place.state.path))
    }

    @Test(
        "Two accounts keep their own tokens, and the last one to sign in is current until another is made so"
    )
    func two() async throws {
        let place = try Place()
        let store = place.store()
        let (first, second) = (try Samples.tokens(), try Samples.tokens(of: Samples.tamsin))
        try await store.keep(first, of: Samples.wren)
        try await store.keep(second, of: Samples.tamsin)
        var accounts = try store.accounts()
        #expect(accounts.map(\.account) == [Samples.wren, Samples.tamsin])
        #expect(accounts.map(\.isCurrent) == [false, true])
        #expect(try await store.tokens(of: accounts[0]) == first)
        #expect(try await store.tokens(of: accounts[1]) == second)
        try store.makeCurrent(accounts[0])
        accounts = try store.accounts()
        #expect(accounts.map(\.isCurrent) == [true, false])
        #expect(try store.current()?.account == Samples.wren)
    }

    @Test("An account that signs in again is replaced, and its old OAuth token is handed back for revoking")
    func again() async throws {
        let place = try Place()
        let store = place.store()
        let (old, new) = (try Samples.tokens(), try Samples.tokens(mark: "B"))
        try await store.keep(old, of: Samples.wren)
        try await store.keep(try Samples.tokens(of: Samples.tamsin), of: Samples.tamsin)
        let renamed = Account(id: Samples.wren.id, login: "wren2")
        let receipt = try await store.keep(new, of: renamed)
        #expect(receipt.replaced == old)
        #expect(receipt.supersededToken == old.credentials.oauth)
        #expect(receipt.replaced?.application == old.application)
        #expect(try store.accounts().map(\.account) == [renamed, Samples.tamsin])
        #expect(try await store.tokens(of: try #require(try store.current())) == new)
    }

    @Test("An OAuth token that is kept again is not one to revoke")
    func sameToken() async throws {
        let store = try Place()
        let tokens = try Samples.tokens()
        try await store.store().keep(tokens, of: Samples.wren)
        let receipt = try await store.store().keep(tokens, of: Samples.wren)
        #expect(receipt.replaced == tokens)
        #expect(receipt.supersededToken == nil)
    }

    @Test("Accounts belong to their pair of servers and are not offered for another")
    func pairs() async throws {
        let place = try Place()
        let real = place.store()
        let other = place.store(try #require(Self.others))
        let mixed = place.store(try #require(Self.mixed))
        try await real.keep(try Samples.tokens(), of: Samples.wren)
        #expect(try other.accounts().isEmpty)
        #expect(try mixed.accounts().isEmpty)
        // The same id is somebody else there.
        let namesake = Account(id: Samples.wren.id, login: "sol")
        try await other.keep(try Samples.tokens(mark: "B"), of: namesake)
        let (here, there) = (try #require(try real.current()), try #require(try other.current()))
        #expect(try await real.tokens(of: here) == Samples.tokens())
        #expect(try await other.tokens(of: there) == Samples.tokens(mark: "B"))
        let refusal = AccountStoreError.otherServers(login: "sol", site: "https://test.example.org")
        await #expect(throws: refusal) { try await real.tokens(of: there) }
        await #expect(throws: refusal) { try await real.forget(there) }
        #expect(throws: refusal) { try real.makeCurrent(there) }
        try await other.forget(there)
        #expect(try real.current() == here)
    }

    @Test("The list itself has no secret in it")
    func noSecrets() async throws {
        let place = try Place()
        let tokens = try Samples.tokens()
        try await place.store().keep(tokens, of: Samples.wren)
        let text = try String(contentsOf: place.index, encoding: .utf8)
        #expect(text.contains("wren"))
        for secret in Samples.secrets(tokens) { #expect(!text.contains(secret)) }
        #expect(!text.contains("app-A"))
    }

    @Test("A list of a later version is told and left as it is, by readers and by writers")
    func laterVersion() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try place.store().current())
        let later = try String(contentsOf: place.index, encoding: .utf8)
            .replacing(#""version" : 1"#, with: #""version" : 7, "more" : true"#)
        try later.write(to: place.index, atomically: false, encoding: .utf8)
        chmod(place.index.path, 0o600)
        let refusal = AccountStoreError.newerVersion(path: place.index.path, version: 7)
        #expect(throws: refusal) { try place.store().accounts() }
        #expect(throws: refusal) { try place.store().makeCurrent(account) }
        await #expect(throws: refusal) {
            try await place.store().keep(try Samples.tokens(of: Samples.tamsin), of: Samples.tamsin)
        }
        await #expect(throws: refusal) { try await place.store().forget(account) }
        #expect(try String(contentsOf: place.index, encoding: .utf8) == later)
        // Nothing was kept that no list names.
        #expect(try place.find("tokens/*").lastPathComponent.hasPrefix("1234567-"))
    }

    @Test("A half list is told and left as it is")
    func half() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        #expect(truncate(place.index.path, 40) == 0)
        #expect(throws: AccountStoreError.broken(path: place.index.path, reason: "it is not whole JSON")) {
            try place.store().accounts()
        }
        #expect(try Data(contentsOf: place.index).count == 40)
    }

    @Test("A renewed JWT is kept with its end; the OAuth token and its application stay")
    func renewal() async throws {
        let place = try Place()
        let store = place.store()
        let tokens = try Samples.tokens()
        try await store.keep(tokens, of: Samples.wren)
        let claims = Data(#"{"user_id":1234567,"exp":2000086400}"#.utf8).base64EncodedString().filter {
            $0 != "="
        }
        let renewed = try JWT(text: Secret("eyJhbGciOiJIUzUxMiJ9.\(claims).c2ln"))
        try await store.update(Credentials(jwt: renewed), of: Samples.wren)
        let account = try #require(try store.current())
        #expect(account.jwtExpiry == Date(timeIntervalSince1970: 2_000_086_400))
        var expected = tokens
        expected.credentials.jwt = renewed
        #expect(try await store.tokens(of: account) == expected)
    }

    @Test("A renewal keeps nothing of who is not kept, nor under --no-store")
    func renewalOfNobody() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let before = try place.files()
        let renewed = Credentials(jwt: try Samples.jwt(mark: "new"))
        try await place.store().update(renewed, of: Samples.tamsin)
        try await place.store(isKeeping: false).update(renewed, of: Samples.wren)
        #expect(try place.files() == before)
    }

    @Test("With --no-store nothing is kept, while what was kept before can be used and deleted")
    func noStore() async throws {
        let place = try Place()
        let store = place.store(isKeeping: false)
        #expect(await store.keeping() == .nowhere)
        #expect(
            try await store.keep(try Samples.tokens(), of: Samples.wren) == KeepReceipt(keeping: .nowhere)
        )
        #expect(try place.files().isEmpty)
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try store.current())
        #expect(try await store.tokens(of: account) == Samples.tokens())
        try await store.forget(account)
        #expect(try store.accounts().isEmpty)
    }

    @Test("Who is forgotten is gone, the others stay, and nobody is made current in between")
    func forgetting() async throws {
        let place = try Place()
        let store = place.store()
        try await store.keep(try Samples.tokens(), of: Samples.wren)
        try await store.keep(try Samples.tokens(of: Samples.tamsin), of: Samples.tamsin)
        let account = try #require(try store.current())
        try await store.forget(account)
        #expect(try store.accounts().map(\.account) == [Samples.wren])
        #expect(try store.current() == nil)
        #expect(try await store.tokens(of: account) == nil)
        #expect(throws: AccountStoreError.notKept(login: "tamsin")) { try store.makeCurrent(account) }
        // Twice is as good as once.
        try await store.forget(account)
    }
}
