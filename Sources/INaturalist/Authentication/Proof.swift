/// What the servers said when they were asked whom a token speaks for.
///
/// A reply of 200 proves nothing: the API answers unknown tokens with the public view (reference, first
/// table).
package enum Proof: Sendable, Hashable {
    /// No token is sent, so there is nothing to prove.
    case anonymous
    /// The API answered `/v1/users/me` with this account: its views are this person's.
    case proved(Account)
    /// An OAuth token: the site knows the account, the API answers as it answers anyone.
    case ignoredByAPI(Account?)
    /// The token is not honoured. The reason is a text for people that says what to do next.
    case refused(reason: String)

    /// The account, when the servers named one.
    package var account: Account? {
        switch self {
        case .proved(let account): account
        case .ignoredByAPI(let account): account
        case .anonymous, .refused: nil
        }
    }
}
