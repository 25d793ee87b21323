/// One question that shows what a token is good for. Together they answer “which token where”.
package enum TokenProbe: String, Sendable, Hashable, CaseIterable {
    /// The API is asked who asks. It takes JWTs alone.
    case usersMe
    /// The site is asked who asks. It takes both kinds.
    case editUser
    /// The API is asked for an observation with its hidden place. It ignores OAuth tokens silently.
    case privateKeys
    /// The site is asked for the same in its old form, which honours OAuth tokens (reference 4.2).
    case legacyObservation

    /// Which server, and the path as it is shown, with `ID` for the observation's id.
    package var path: String {
        switch self {
        case .usersMe: "/v1/users/me"
        case .editUser: "/users/edit.json"
        case .privateKeys: "/v1/observations/ID"
        case .legacyObservation: "/observations/ID.json"
        }
    }

    /// Whether the API answers, and not the site.
    package var isOfAPI: Bool { self == .usersMe || self == .privateKeys }
}
