/// Which token speaks for a request: what the person switches between.
package enum Identity: String, Sendable, Hashable, CaseIterable {
    /// No token is sent.
    case anonymous
    /// The OAuth access token is sent. The site honours it; the API ignores it silently for reading.
    case oauth
    /// The JWT is sent. The only one with which the API shows hidden coordinates.
    case jwt

    /// The name that people see.
    package var title: String {
        switch self {
        case .anonymous: "anonymous"
        case .oauth: "OAuth token"
        case .jwt: "JWT"
        }
    }
}
