import INaturalist
import Testing

/// A reply that is no success, and the error that it has to become.
struct ReplyRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: String
    var headers: [String] = []
    var body = ""
    let error: INaturalistError
    var field: SignInField?
    /// Words that the text must have: what happened, and what to do.
    let words: [String]

    var reply: RawServer.Reply { RawServer.reply(status, headers: headers, body: body) }

    static let html = "Content-Type: text/html; charset=utf-8"
    static let challenge =
        "WWW-Authenticate: Bearer realm=\"Doorkeeper\", error=\"invalid_token\", error_description="
}

extension INaturalistError {
    /// Rows cannot know the port of the server, so they write `HOST`.
    func naming(_ host: String) -> INaturalistError {
        switch self {
        case .addressBlocked: .addressBlocked(host: host)
        case .unknownRoute: .unknownRoute(host: host)
        case .pageInsteadOfData: .pageInsteadOfData(host: host)
        case .redirected(_, let target): .redirected(host: host, to: target)
        default: self
        }
    }
}
