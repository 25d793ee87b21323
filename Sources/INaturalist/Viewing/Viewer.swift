/// Who asks, and with what: the tokens of one person, and which of them speaks.
package struct Viewer: Sendable, Hashable {
    /// The person's tokens. What they have become since is asked of ``INaturalistClient/latest(_:)``.
    package var credentials: Credentials
    /// Which of them speaks.
    package var identity: Identity

    /// Puts a viewer together.
    package init(credentials: Credentials, identity: Identity) {
        self.credentials = credentials
        self.identity = identity
    }
}
