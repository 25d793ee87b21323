import FoundationEssentials
import Testing

@testable import INaturalist

/// Every row of the tables of failures in the reference (1.6, 1.7, 2.3, 3.2, 3.4, 7.1, 7.3), sent by a real socket.
@Suite(.timeLimit(.minutes(1)))
struct ReplyErrorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: String
        var headers: [String] = []
        var body = ""
        let error: INaturalistError
        var field: SignInField?
        /// Words that the text must have: what happened, and what to do.
        let words: [String]

        var reply: RawServer.Reply { RawServer.reply(status, headers: headers, body: body) }
    }

    private static let html = "Content-Type: text/html; charset=utf-8"
    private static let challenge = "WWW-Authenticate: Bearer realm=\"Doorkeeper\", error=\"invalid_token\", error_description="

    private static func expect<Result>(
        _ row: Row,
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

    private static let signInRows = [
        Row(
            testDescription: "wrong password",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Invalid email, username, or password."}"#,
            error: .wrongPassword,
            field: .password,
            words: ["password", "Check"]
        ),
        Row(
            testDescription: "suspended until a date",
            status: "400 x",
            body:
                #"{"error":"invalid_grant","error_description":"Your account has been suspended. <a href=\"x\">contact support</a>","suspended_until":"2026-12-01T00:00:00Z"}"#,
            error: .suspended(until: "2026-12-01T00:00:00Z"),
            field: .username,
            words: ["This account is suspended until 2026-12-01.", "support"]
        ),
        Row(
            testDescription: "suspended without an end",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Su cuenta …","suspended_until":null}"#,
            error: .suspended(until: nil),
            field: .username,
            words: ["This account is suspended.", "support"]
        ),
        Row(
            testDescription: "a child without permission",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Please ask your parents for permission"}"#,
            error: .parentsNotAsked,
            field: .username,
            words: ["parent", "e-mail"]
        ),
        Row(
            testDescription: "a bad code",
            status: "400 x",
            body:
                #"{"error":"invalid_grant","error_description":"The provided authorization grant is invalid, expired, revoked"}"#,
            error: .grantNotAccepted,
            field: .token,
            words: ["code", "again"]
        ),
        Row(
            testDescription: "an unknown application",
            status: "401 x",
            body: #"{"error":"invalid_client","error_description":"Client authentication failed due to unknown client"}"#,
            error: .unknownApplication,
            field: .application,
            words: ["application id", "secret", "Compare"]
        ),
        Row(
            testDescription: "no password grant",
            status: "400 x",
            body: #"{"error":"unsupported_grant_type","error_description":"x"}"#,
            error: .grantTypeNotSupported,
            field: .application,
            words: ["password", "Paste a JWT"]
        ),
        Row(
            testDescription: "an incomplete request",
            status: "400 x",
            body: #"{"error":"invalid_request","error_description":"translation missing: en.doorkeeper"}"#,
            error: .incompleteTokenRequest,
            field: .application,
            words: ["missing", "Check"]
        ),
        Row(
            testDescription: "a scope that is not allowed",
            status: "400 x",
            body: #"{"error":"invalid_scope","error_description":"x"}"#,
            error: .scopeNotAllowed,
            field: .application,
            words: ["write"]
        ),
        Row(
            testDescription: "a refusal that is new here",
            status: "400 x",
            body: #"{"error":"two_factor_required","error_description":"Open your <b>app</b>\u001b[31m &amp; confirm"}"#,
            error: .signInRefused(message: "Open your app [31m & confirm"),
            words: ["Open your app"]
        ),
        Row(
            testDescription: "an invalid grant that is new here",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Too young"}"#,
            error: .signInRefused(message: "Too young"),
            words: ["Too young"]
        ),
        Row(
            testDescription: "a server that repeats the password",
            status: "400 x",
            body: #"{"error":"oops","error_description":"What is hunter-two?"}"#,
            error: .signInRefused(message: "What is ‹secret›?"),
            words: ["‹secret›"]
        ),
        Row(
            testDescription: "a failure inside the site",
            status: "500 x",
            headers: [html],
            body: "<!DOCTYPE html><html>We're sorry</html>",
            error: .serverFault(status: 500, message: nil),
            words: ["500", "again"]
        ),
        Row(
            testDescription: "a blocked network address",
            status: "403 Forbidden",
            headers: [html],
            body: "<html>Blocked</html>",
            error: .addressBlocked(host: "HOST"),
            words: ["network address", "support"]
        ),
        Row(
            testDescription: "a page instead of a token",
            status: "200 OK",
            headers: [html],
            body: "<html>Welcome to the hotel</html>",
            error: .pageInsteadOfData(host: "HOST"),
            words: ["web page", "browser"]
        ),
        Row(
            testDescription: "a success without a token",
            status: "200 OK",
            body: "{}",
            error: .noTokenInReply,
            words: ["token", "Try again"]
        ),
        Row(
            testDescription: "half a success",
            status: "200 OK",
            body: #"{"access_token":"#,
            error: .unreadableReply(what: "it is not whole JSON"),
            words: ["cannot be read", "Try again"]
        ),
    ]

    @Test("Refusals of a sign-in", arguments: signInRows)
    func refusesSignIn(row: Row) async throws {
        let grant = PasswordGrant(
            username: "me",
            password: Secret("hunter-two"),
            applicationID: "app",
            applicationSecret: Secret("hunter-three")
        )
        try await Self.expect(row) { try await $0.signIn(grant) }
    }

    @Test(
        "A form that is not filled in is not sent",
        arguments: [("", "x", "x", SignInField.username), ("x", "", "x", .password), ("x", "x", "", .application)]
    )
    func checksForm(username: String, password: String, application: String, field: SignInField) async throws {
        try await TestClient.run(against: []) { test, server in
            let grant = PasswordGrant(username: username, password: Secret(password), applicationID: application)
            let error = await #expect(throws: INaturalistError.missing(field)) { try await test.client.signIn(grant) }
            #expect(error?.concerns == field)
            #expect(server.requests.isEmpty)
        }
    }

    @Test(
        "Refusals of a revocation",
        arguments: [
            Row(
                testDescription: "another application's token",
                status: "403 x",
                body: #"{"error":"unauthorized_client","error_description":"You are not authorized to revoke this token"}"#,
                error: .revocationNotAllowed,
                field: .application,
                words: ["another application", "account settings"]
            ),
            Row(
                testDescription: "an unknown application",
                status: "401 x",
                body: #"{"error":"invalid_client"}"#,
                error: .unknownApplication,
                field: .application,
                words: ["Compare"]
            ),
        ]
    )
    func refusesRevocation(row: Row) async throws {
        try await Self.expect(row) {
            try await $0.revoke(OAuthToken(text: Secret("hunter-token")), applicationID: "app", applicationSecret: nil)
        }
    }

    @Test(
        "Failures of the token page",
        arguments: [
            Row(
                testDescription: "sent to the sign-in page",
                status: "302 Found",
                headers: ["Location: https://www.inaturalist.org/login"],
                error: .notSignedIn,
                field: .token,
                words: ["Sign in again"]
            ),
            Row(
                testDescription: "nothing recognised was sent",
                status: "401 x",
                body: #"{"error":"You need to sign in or sign up before continuing."}"#,
                error: .notSignedIn,
                field: .token,
                words: ["Sign in again"]
            ),
            Row(
                testDescription: "an unknown token",
                status: "401 x",
                headers: [challenge + "\"The access token is invalid\""],
                error: .tokenNotHonoured(.invalid),
                field: .token,
                words: ["does not know", "Sign in again"]
            ),
            Row(
                testDescription: "a revoked token",
                status: "401 x",
                headers: [challenge + "\"The access token was revoked\""],
                error: .tokenNotHonoured(.revoked),
                field: .token,
                words: ["revoked", "Sign in again"]
            ),
            Row(
                testDescription: "an expired token",
                status: "401 x",
                headers: [challenge + "\"The access token expired\""],
                error: .tokenNotHonoured(.expired),
                field: .token,
                words: ["expired", "new one"]
            ),
            Row(
                testDescription: "no scope to write",
                status: "403 x",
                error: .tokenLacksScope,
                field: .token,
                words: ["write", "JWT"]
            ),
            Row(
                testDescription: "a page after a redirect that somebody followed",
                status: "200 OK",
                headers: [html],
                body: "<!DOCTYPE html>",
                error: .pageInsteadOfData(host: "HOST"),
                words: ["web page"]
            ),
            Row(
                testDescription: "sent to another host",
                status: "301 x",
                headers: ["Location: https://me:hunter@elsewhere.org/x?token=hunter"],
                error: .redirected(host: "HOST", to: "elsewhere.org"),
                words: ["elsewhere.org", "INATTY_SITE_URL"]
            ),
            Row(
                testDescription: "a token that is none",
                status: "200 OK",
                body: #"{"api_token":"abc"}"#,
                error: .noTokenInReply,
                words: ["JWT"]
            ),
            Row(
                testDescription: "no such page",
                status: "404 x",
                headers: [html],
                body: "<html>",
                error: .unknownRoute(host: "HOST"),
                words: ["INATTY_SITE_URL"]
            ),
        ]
    )
    func refusesToken(row: Row) async throws {
        try await Self.expect(row) { try await $0.jwt(using: .oauth(OAuthToken(text: Secret("hunter-token")))) }
    }

    @Test(
        "Failures of the API",
        arguments: [
            Row(
                testDescription: "v1, a suspended account's JWT",
                status: "401 x",
                body: #"{"error":"Unauthorized","status":401}"#,
                error: .accountSuspended,
                field: .token,
                words: ["suspended", "without a token"]
            ),
            Row(
                testDescription: "v2, a JWT where one is needed",
                status: "401 x",
                body: #"{"status":"401","errors":[{"errorCode":"401","message":"JWT is missing or invalid"}]}"#,
                error: .jwtNotHonoured,
                field: .token,
                words: ["24 hours", "new one"]
            ),
            Row(
                testDescription: "v1, the window",
                status: "403 x",
                body:
                    #"{"error":"Result window is too large, page x size must be less than or equal to [10000].","status":403}"#,
                error: .windowTooLarge,
                words: ["10,000", "Narrow", "rights are not the reason"]
            ),
            Row(
                testDescription: "v2, the window",
                status: "500 x",
                body: #"{"status":"500","errors":[{"errorCode":"500","message":"Result window is too large, page"}]}"#,
                error: .windowTooLarge,
                words: ["10,000"]
            ),
            Row(
                testDescription: "another 403",
                status: "403 x",
                body: #"{"error":"Not for you","status":403}"#,
                error: .forbidden(message: "Not for you"),
                words: ["Not for you"]
            ),
            Row(
                testDescription: "a blocked address",
                status: "403 x",
                headers: [html],
                body: "<html>",
                error: .addressBlocked(host: "HOST"),
                words: ["network address"]
            ),
            Row(
                testDescription: "v1, not found",
                status: "404 x",
                body: #"{"error":"Not Found","status":404}"#,
                error: .notFound(message: nil),
                words: ["Check the id"]
            ),
            Row(
                testDescription: "v1, not found in words",
                status: "404 x",
                body: #"{"error":"User does not exist","status":404}"#,
                error: .notFound(message: "User does not exist"),
                words: ["User does not exist"]
            ),
            Row(
                testDescription: "an unknown route",
                status: "404 x",
                headers: [html],
                body: "<pre>Cannot GET /v3</pre>",
                error: .unknownRoute(host: "HOST"),
                words: ["INATTY_API_URL"]
            ),
            Row(
                testDescription: "deleted",
                status: "410 x",
                body: #"{"error":"Gone"}"#,
                error: .deleted,
                words: ["deleted"]
            ),
            Row(
                testDescription: "v1, an unknown user",
                status: "422 x",
                body: #"{"error":"Unknown user_id xyz","status":422}"#,
                error: .notAccepted(message: "Unknown user_id xyz"),
                words: ["Unknown user_id xyz"]
            ),
            Row(
                testDescription: "v2, an unknown user",
                status: "422 x",
                body: #"{"status":"422","errors":[{"errorCode":"422","message":"Unknown user_id xyz"}]}"#,
                error: .notAccepted(message: "Unknown user_id xyz"),
                words: ["Unknown user_id xyz"]
            ),
            Row(
                testDescription: "v2, a value that is not allowed",
                status: "422 x",
                body:
                    #"{"status":422,"errors":[{"path":"order","message":"must be equal to one of the allowed values","params":{}}]}"#,
                error: .notAccepted(message: "order must be equal to one of the allowed values"),
                words: ["order must be"]
            ),
            Row(
                testDescription: "v1, too many ids",
                status: "422 x",
                body: #"{"error":"Too many IDs","status":422}"#,
                error: .tooManyIDs,
                words: ["200"]
            ),
            Row(
                testDescription: "v1, the site failed behind it",
                status: "422 x",
                body: #"{"error":{"original":{"error":"Taxon is <i>gone</i>"}},"status":422}"#,
                error: .notAccepted(message: "Taxon is gone"),
                words: ["Taxon is gone"]
            ),
            Row(
                testDescription: "v2, the site failed behind it",
                status: "422 x",
                body: #"{"status":"422","errors":[{"errorCode":"422","message":"{\"error\":{\"original\":{\"error\":\"Gone\"}}}","from":"externalAPI"}]}"#,
                error: .notAccepted(message: "Gone"),
                words: ["Gone"]
            ),
            Row(
                testDescription: "the search engine failed",
                status: "500 x",
                body:
                    #"{"error":"Elasticsearch error, if this persists please contact the iNaturalist development team.","status":500}"#,
                error: .serverFault(
                    status: 500,
                    message: "Elasticsearch error, if this persists please contact the iNaturalist development team."
                ),
                words: ["500", "Elasticsearch", "again"]
            ),
            Row(
                testDescription: "too many requests, from a layer in front",
                status: "429 x",
                headers: [html],
                body: "<html>{\"error\":\"Result window is too large\"}</html>",
                error: .throttled(retryAfter: nil),
                words: ["fewer requests", "Wait a minute"]
            ),
            Row(
                testDescription: "maintenance",
                status: "503 x",
                headers: ["Retry-After: Tue, 14 Nov 2023 23:00:00 GMT"],
                body: "Service Unavailable",
                error: .maintenance(until: Date(timeIntervalSince1970: 1_700_002_800)),
                words: ["worked on", "2023-11-14 23:00 UTC"]
            ),
            Row(
                testDescription: "a hotel's page",
                status: "200 OK",
                headers: [html],
                body: "<html>Log in to the network</html>",
                error: .pageInsteadOfData(host: "HOST"),
                words: ["web page", "browser"]
            ),
            Row(
                testDescription: "half a reply that claims to be whole",
                status: "200 OK",
                body: #"{"results":[{"id":1"#,
                error: .unreadableReply(what: "it is not whole JSON"),
                words: ["cannot be read"]
            ),
            Row(
                testDescription: "no list",
                status: "200 OK",
                body: #"{"results":{"month":{}}}"#,
                error: .unreadableReply(what: "it has no list of observations"),
                words: ["no list"]
            ),
            Row(
                testDescription: "a teapot",
                status: "418 x",
                body: #"{"error":"short and stout"}"#,
                error: .unexpectedStatus(418, message: "short and stout"),
                words: ["418", "short and stout"]
            ),
            Row(
                testDescription: "a redirect without a target",
                status: "302 x",
                error: .redirected(host: "HOST", to: nil),
                words: ["not followed"]
            ),
        ]
    )
    func refusesReading(row: Row) async throws {
        let jwt = Authorization.jwt(try TokenSamples.parsedJWT())
        try await Self.expect(row) { try await $0.detail(id: 7, as: jwt) }
        try await Self.expect(row) { try await $0.page(ObservationQuery(), as: jwt) }
        try await Self.expect(row) { try await $0.observations(ids: [7], as: jwt) }
    }
}

extension INaturalistError {
    /// Rows cannot know the port of the server, so they write `HOST`.
    fileprivate func naming(_ host: String) -> INaturalistError {
        switch self {
        case .addressBlocked: .addressBlocked(host: host)
        case .unknownRoute: .unknownRoute(host: host)
        case .pageInsteadOfData: .pageInsteadOfData(host: host)
        case .redirected(_, let target): .redirected(host: host, to: target)
        default: self
        }
    }
}
