import FoundationEssentials

@testable import INaturalist

extension ReplyRow {
    /// Failures of the API (reference 3.2, 3.4, 7.1 and 7.3).
    static let api = [
        ReplyRow(
            testDescription: "v1, a suspended account's JWT",
            status: "401 x",
            body: #"{"error":"Unauthorized","status":401}"#,
            error: .accountSuspended,
            field: .token,
            words: ["suspended", "without a token"]
        ),
        ReplyRow(
            testDescription: "v2, a JWT where one is needed",
            status: "401 x",
            body:
                #"{"status":"401","errors":[{"errorCode":"401","message":"JWT is missing or invalid"}]}"#,
            error: .jwtNotHonoured,
            field: .token,
            words: ["24 hours", "new one"]
        ),
        ReplyRow(
            testDescription: "v1, the window",
            status: "403 x",
            body:
                #"""
                {"error":"Result window is too large, page x size must be less than or equal to [10000].",\#
                "status":403}
                """#,
            error: .windowTooLarge,
            words: ["10,000", "Narrow", "rights are not the reason"]
        ),
        ReplyRow(
            testDescription: "v2, the window",
            status: "500 x",
            body:
                #"""
                {"status":"500","errors":[{"errorCode":"500","message":"Result window is too large, page"}]}
                """#,
            error: .windowTooLarge,
            words: ["10,000"]
        ),
        ReplyRow(
            testDescription: "another 403",
            status: "403 x",
            body: #"{"error":"Not for you","status":403}"#,
            error: .forbidden(message: "Not for you"),
            words: ["Not for you"]
        ),
        ReplyRow(
            testDescription: "a blocked address",
            status: "403 x",
            headers: [Self.html],
            body: "<html>",
            error: .addressBlocked(host: "HOST"),
            words: ["network address"]
        ),
        ReplyRow(
            testDescription: "v1, not found",
            status: "404 x",
            body: #"{"error":"Not Found","status":404}"#,
            error: .notFound(message: nil),
            words: ["Check the id"]
        ),
        ReplyRow(
            testDescription: "v1, not found in words",
            status: "404 x",
            body: #"{"error":"User does not exist","status":404}"#,
            error: .notFound(message: "User does not exist"),
            words: ["User does not exist"]
        ),
        ReplyRow(
            testDescription: "an unknown route",
            status: "404 x",
            headers: [Self.html],
            body: "<pre>Cannot GET /v3</pre>",
            error: .unknownRoute(host: "HOST"),
            words: ["INATTY_API_URL"]
        ),
        ReplyRow(
            testDescription: "deleted",
            status: "410 x",
            body: #"{"error":"Gone"}"#,
            error: .deleted,
            words: ["deleted"]
        ),
        ReplyRow(
            testDescription: "v1, an unknown user",
            status: "422 x",
            body: #"{"error":"Unknown user_id xyz","status":422}"#,
            error: .notAccepted(message: "Unknown user_id xyz"),
            words: ["Unknown user_id xyz"]
        ),
        ReplyRow(
            testDescription: "v2, an unknown user",
            status: "422 x",
            body: #"{"status":"422","errors":[{"errorCode":"422","message":"Unknown user_id xyz"}]}"#,
            error: .notAccepted(message: "Unknown user_id xyz"),
            words: ["Unknown user_id xyz"]
        ),
        ReplyRow(
            testDescription: "v2, a value that is not allowed",
            status: "422 x",
            body:
                #"""
                {"status":422,"errors":[{"path":"order","message":"must be equal to one of the allowed \#
                values","params":{}}]}
                """#,
            error: .notAccepted(message: "order must be equal to one of the allowed values"),
            words: ["order must be"]
        ),
        ReplyRow(
            testDescription: "v1, too many ids",
            status: "422 x",
            body: #"{"error":"Too many IDs","status":422}"#,
            error: .tooManyIDs,
            words: ["200"]
        ),
        ReplyRow(
            testDescription: "v1, the site failed behind it",
            status: "422 x",
            body: #"{"error":{"original":{"error":"Taxon is <i>gone</i>"}},"status":422}"#,
            error: .notAccepted(message: "Taxon is gone"),
            words: ["Taxon is gone"]
        ),
        ReplyRow(
            testDescription: "v2, the site failed behind it",
            status: "422 x",
            body:
                #"""
                {"status":"422","errors":[{"errorCode":"422",\#
                "message":"{\"error\":{\"original\":{\"error\":\"Gone\"}}}","from":"externalAPI"}]}
                """#,
            error: .notAccepted(message: "Gone"),
            words: ["Gone"]
        ),
        ReplyRow(
            testDescription: "the search engine failed",
            status: "500 x",
            body:
                #"""
                {"error":"Elasticsearch error, if this persists please contact the iNaturalist development \#
                team.","status":500}
                """#,
            error: .serverFault(
                status: 500,
                message:
                    "Elasticsearch error, if this persists please contact the iNaturalist development team."
            ),
            words: ["500", "Elasticsearch", "again"]
        ),
        ReplyRow(
            testDescription: "too many requests, from a layer in front",
            status: "429 x",
            headers: [Self.html],
            body: "<html>{\"error\":\"Result window is too large\"}</html>",
            error: .throttled(retryAfter: nil),
            words: ["fewer requests", "Wait a minute"]
        ),
        ReplyRow(
            testDescription: "maintenance",
            status: "503 x",
            headers: ["Retry-After: Tue, 14 Nov 2023 23:00:00 GMT"],
            body: "Service Unavailable",
            error: .maintenance(until: Date(timeIntervalSince1970: 1_700_002_800)),
            words: ["worked on", "2023-11-14 23:00 UTC"]
        ),
        ReplyRow(
            testDescription: "a hotel's page",
            status: "200 OK",
            headers: [Self.html],
            body: "<html>Log in to the network</html>",
            error: .pageInsteadOfData(host: "HOST"),
            words: ["web page", "browser"]
        ),
        ReplyRow(
            testDescription: "half a reply that claims to be whole",
            status: "200 OK",
            body: #"{"results":[{"id":1"#,
            error: .unreadableReply(what: "it is not whole JSON"),
            words: ["cannot be read"]
        ),
        ReplyRow(
            testDescription: "no list",
            status: "200 OK",
            body: #"{"results":{"month":{}}}"#,
            error: .unreadableReply(what: "it has no list of observations"),
            words: ["no list"]
        ),
        ReplyRow(
            testDescription: "a teapot",
            status: "418 x",
            body: #"{"error":"short and stout"}"#,
            error: .unexpectedStatus(418, message: "short and stout"),
            words: ["418", "short and stout"]
        ),
        ReplyRow(
            testDescription: "a redirect without a target",
            status: "302 x",
            error: .redirected(host: "HOST", to: nil),
            words: ["not followed"]
        ),
    ]
}
