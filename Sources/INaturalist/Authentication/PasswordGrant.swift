/// What the OAuth password grant asks for (reference 1.3).
package struct PasswordGrant: Sendable, Hashable {
    /// The login or the e-mail address; upper and lower case do not matter.
    package var username: String
    /// The password.
    package var password: Secret
    /// The application that asks.
    package var application: OAuthApplication

    /// Puts a grant together.
    package init(username: String, password: Secret, application: OAuthApplication) {
        self.username = username
        self.password = password
        self.application = application
    }
}
