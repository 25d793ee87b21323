/// A request as the endpoints see it.
struct Call: Sendable {
    /// The HTTP method, in capitals.
    let method: String

    /// The path without the query, still percent-encoded.
    let path: String

    /// The query as it was sent.
    let rawQuery: String

    /// The query's parameters.
    let query: Query

    /// The `Authorization` header as it was sent.
    let authorization: String?

    /// The `Accept` header.
    let accept: String?

    /// The `Content-Type` header, in small letters.
    let contentType: String?

    /// The `Cookie` header.
    let cookie: String?

    /// The `User-Agent` header.
    let userAgent: String?

    /// The `X-HTTP-Method-Override` header.
    let methodOverride: String?

    /// The body, complete.
    let body: [UInt8]

    /// The path captures, by name, percent-decoded.
    var captures: [String: String] = [:]

    /// The query as it may be remembered: an authorization code in it is good for a token.
    var queryWithoutCode: String {
        rawQuery.split(separator: "&", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("code=") ? "code=…" : $0 }
            .joined(separator: "&")
    }

    /// The last word of the `Authorization` header, which is where Rails and `/v1` look for a JWT.
    var lastAuthorizationWord: Substring? {
        authorization?.split { $0 == " " || $0 == "\t" }.last
    }

    /// The parameters of a form or JSON body, over those of the query. The content type is not enforced
    /// (API reference 1.2), but a JSON object that says it is a form stays one.
    var parameters: Query {
        if contentType?.hasPrefix("application/json") == true {
            guard case .object(let object)? = JSONValue(parsing: body) else { return query }
            return query.merging(Query(object))
        }
        return query.merging(Query(String(decoding: body, as: UTF8.self)))
    }
}
