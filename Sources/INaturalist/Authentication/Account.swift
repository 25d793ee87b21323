/// A person's account, as far as it is shown: never the e-mail address or anything else that replies carry.
package struct Account: Sendable, Hashable, Identifiable {
    /// The numeric id.
    package let id: Int
    /// The login, unique, without `@`.
    package let login: String
    /// The name the person chose to show, when there is one.
    package let name: String?

    /// Puts an account together.
    package init(id: Int, login: String, name: String? = nil) {
        self.id = id
        self.login = login
        self.name = name
    }
}
