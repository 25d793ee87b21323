import Foundation
import INaturalist
import OtherPrograms
import Testing

@testable import Accounts

@Suite("Whose tokens are kept as whose")
struct OtherPeopleTests {
    private static let refusal = AccountStoreError.otherUser(login: "wren")

    /// JWTs that are not Wren's.
    private static func foreign() throws -> [JWT] {
        [try Samples.jwt(user: Samples.tamsin.id), try Samples.jwtOfNobody()]
    }

    @Test("Tokens with a JWT that names somebody else, or nobody, are not kept")
    func keeping() async throws {
        let place = try Place()
        let store = place.store()
        for jwt in try Self.foreign() {
            var tokens = try Samples.tokens()
            tokens.credentials.jwt = jwt
            await #expect(throws: Self.refusal) { try await store.keep(tokens, of: Samples.wren) }
        }
        #expect(try store.accounts().isEmpty)
        #expect(try place.files().isEmpty)
    }

    @Test("A renewal to a JWT that names somebody else, or nobody, changes nothing and is told")
    func renewing() async throws {
        let place = try Place()
        let store = place.store()
        try await store.keep(try Samples.tokens(), of: Samples.wren)
        let before = try place.files()
        for jwt in try Self.foreign() {
            await #expect(throws: Self.refusal) {
                try await store.update(Credentials(jwt: jwt), of: Samples.wren)
            }
        }
        #expect(try place.files() == before)
    }

    @Test("An end in the list that no calendar knows is moved to one that can be shown")
    func boundsEnd() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let list = try String(contentsOf: place.index, encoding: .utf8)
        for (number, text) in [("1e308", "9999-12-31T23:59:59Z"), ("-1e308", "1970-01-01T00:00:00Z")] {
            let changed = list.replacing("2000000000", with: number)
            #expect(changed != list)
            try changed.write(to: place.index, atomically: false, encoding: .utf8)
            let account = try #require(try place.store().current())
            #expect(account.jwtExpiry?.formatted(.iso8601) == text)
        }
    }

    @Test("Another program gets every variable but those that hold secrets")
    func variables() {
        let given = SecretVariables.removingSecrets(from: [
            "INATTY_TOKEN": "t", "INAT_PASSWORD": "p", "INAT_APP_SECRET": "s", "INAT_APP_ID": "id",
            "HOME": "/h",
        ])
        #expect(given == ["INAT_APP_ID": "id", "HOME": "/h"])
    }
}
