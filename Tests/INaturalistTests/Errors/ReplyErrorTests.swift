import FoundationEssentials
import Testing

@testable import INaturalist

/// Every row of the tables of failures in the reference (1.6, 1.7, 2.3, 3.2, 3.4, 7.1, 7.3), sent by a real
/// socket.
@Suite(.timeLimit(.minutes(5)))
struct ReplyErrorTests {
    private static func expect<Result>(
        _ row: ReplyRow,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ call: (INaturalistClient) async throws -> Result
    ) async throws {
        try await TestClient.run(against: [row.reply]) { test, server in
            let host = String(server.address.dropFirst("http://".count))
            let error = await #expect(throws: INaturalistError.self, sourceLocation: sourceLocation) {
                _ = try await call(test.client)
            }
            #expect(error == row.error.naming(host), sourceLocation: sourceLocation)
            #expect(error?.concerns == row.field, sourceLocation: sourceLocation)
            let text = error?.description ?? ""
            for word in row.words { #expect(text.contains(word), sourceLocation: sourceLocation) }
            #expect(text.hasSuffix("."), sourceLocation: sourceLocation)
            #expect(!text.contains("hunter"), sourceLocation: sourceLocation)
        }
    }

    @Test("Refusals of a sign-in", arguments: ReplyRow.signIn)
    func refusesSignIn(row: ReplyRow) async throws {
        let grant = PasswordGrant(
            username: "me",
            password: Secret("hunter-two"),
            application: OAuthApplication(id: "app", secret: Secret("hunter-three"))
        )
        try await Self.expect(row) { try await $0.signIn(grant) }
    }

    @Test(
        "A form that is not filled in is not sent",
        arguments: [
            ("", "x", "x", SignInField.username), ("x", "", "x", .password), ("x", "x", "", .application),
        ]
    )
    func checksForm(username: String, password: String, application: String, field: SignInField) async throws
    {
        try await TestClient.run(against: []) { test, server in
            let grant = PasswordGrant(
                username: username,
                password: Secret(password),
                application: OAuthApplication(id: application)
            )
            let error = await #expect(throws: INaturalistError.missing(field)) {
                try await test.client.signIn(grant)
            }
            #expect(error?.concerns == field)
            #expect(server.requests.isEmpty)
        }
    }

    @Test("Refusals of a revocation", arguments: ReplyRow.revocation)
    func refusesRevocation(row: ReplyRow) async throws {
        try await Self.expect(row) {
            try await $0.revoke(
                OAuthToken(text: Secret("hunter-token")),
                issuedTo: OAuthApplication(id: "app")
            )
        }
    }

    @Test("Failures of the token page", arguments: ReplyRow.tokenPage)
    func refusesToken(row: ReplyRow) async throws {
        try await Self.expect(row) {
            try await $0.jwt(using: .oauth(OAuthToken(text: Secret("hunter-token"))))
        }
    }

    @Test("Failures of the API", arguments: ReplyRow.api)
    func refusesReading(row: ReplyRow) async throws {
        let jwt = Authorization.jwt(try TokenSamples.parsedJWT())
        try await Self.expect(row) { try await $0.detail(id: 7, as: jwt) }
        try await Self.expect(row) { try await $0.page(ObservationQuery(), as: jwt) }
        try await Self.expect(row) { try await $0.observations(ids: [7], as: jwt) }
    }
}
