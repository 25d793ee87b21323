/// The field of the sign-in form that an error is about.
package enum SignInField: String, Sendable, Hashable, CaseIterable {
    /// The login or the e-mail address.
    case username
    /// The password.
    case password
    /// The OAuth application: its id and its secret.
    case application
    /// A pasted token or code.
    case token
}
