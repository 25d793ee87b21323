/// How a person signed in; the order is that of the login screen.
package enum SignInWay: String, Sendable, Hashable, Codable, CaseIterable {
    /// A token was pasted or read from standard input.
    case token
    /// The site's consent page sent the browser back to this computer.
    case browser
    /// The site's consent page showed a code, which was typed here.
    case code
    /// The OAuth password grant.
    case password

    /// The name that people see.
    package var title: String {
        switch self {
        case .token: "Paste a token"
        case .browser: "Browser"
        case .code: "Code"
        case .password: "Password"
        }
    }
}
