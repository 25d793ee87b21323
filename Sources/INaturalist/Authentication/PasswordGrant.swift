/// What the OAuth password grant asks for (reference 1.3).
package struct PasswordGrant: Sendable, Hashable {
    /// The login or the e-mail address; upper and lower case do not matter.
    package var username: String
    /// The password.
    package var password: Secret
    /// The id of the OAuth application (`client_id`).
    package var applicationID: String
    /// The application's secret; nil for an application registered as not confidential.
    package var applicationSecret: Secret?

    /// Puts a grant together.
    package init(username: String, password: Secret, applicationID: String, applicationSecret: Secret? = nil)
    {
        self.username = username
        self.password = password
        self.applicationID = applicationID
        self.applicationSecret = applicationSecret
    }
}
