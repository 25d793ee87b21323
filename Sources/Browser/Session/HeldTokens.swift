internal import Accounts
package import INaturalist

/// The tokens that are held and what the servers said of each, honoured or not: what `inatty auth status` tells.
package nonisolated struct HeldTokens: Sendable {
    /// The tokens; what the servers said of each stands in its proofs, and nothing where they gave no verdict.
    package var result: SignInResult
    /// The login under which they are kept; nothing when the environment gave them.
    package var login: String?
    /// Why a server gave no verdict on one of them.
    package var failure: INaturalistError?

    /// What is wrong with the token that should speak: the JWT, or the OAuth token where it is the only one.
    package var problem: SignInError? {
        let identity: Identity = result.tokens.credentials.jwt == nil ? .oauth : .jwt
        switch result.proofs[identity] {
        case .refused(let reason):
            let error = INaturalistError.tokenRefused(reason: reason)
            return login.map { .notHonoured(login: $0, error) } ?? .server(error)
        case .proved, .ignoredByAPI, .anonymous: return nil
        case nil: return failure.map { .server($0) }
        }
    }
}
