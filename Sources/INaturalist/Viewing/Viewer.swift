/// Who asks, and with what: the tokens of one person, and which of them speaks.
package struct Viewer: Sendable, Hashable {
    /// The person's tokens. What they have become since is asked of ``INaturalistClient/latest(_:)``.
    package var credentials: Credentials
    /// Which of them speaks.
    package var identity: Identity

    /// The number of the person's account, when it is known.
    package var userID: Int?

    /// Puts a viewer together; a JWT says itself whose it is.
    package init(credentials: Credentials, identity: Identity, userID: Int? = nil) {
        self.credentials = credentials
        self.identity = identity
        self.userID = credentials.jwt?.userID ?? userID
    }
}
