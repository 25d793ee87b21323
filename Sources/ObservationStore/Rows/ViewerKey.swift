/// Who was told something: what one viewer is told belongs to that one alone.
package enum ViewerKey: Sendable, Hashable {
    /// Everybody, without a token.
    case anonymous
    /// The account with this id, asking with an OAuth token, which the API ignores.
    case oauth(user: Int)
    /// The account with this id, asking with a JWT.
    case jwt(user: Int)
    /// Nobody on a server: the rows come from a file.
    case file

    var kind: Int64 {
        switch self {
        case .anonymous: 0
        case .oauth: 1
        case .jwt: 2
        case .file: 3
        }
    }

    var user: Int64 {
        switch self {
        case .oauth(let user), .jwt(let user): Int64(user)
        case .anonymous, .file: 0
        }
    }

    init?(kind: Int64, user: Int64) {
        switch kind {
        case 0: self = .anonymous
        case 1: self = .oauth(user: Int(user))
        case 2: self = .jwt(user: Int(user))
        case 3: self = .file
        default: return nil
        }
    }
}
