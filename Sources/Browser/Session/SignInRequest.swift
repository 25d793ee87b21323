package import Accounts
package import INaturalist

/// What a person gave to sign in with.
package nonisolated struct SignInRequest: Sendable, Hashable {
    /// The four ways in, with what each needs.
    package enum Means: Sendable, Hashable {
        /// A token that the person pasted or that stood in the environment.
        case token(PastedToken)
        /// The site's consent page in a browser on this computer, on behalf of an application.
        case browser(OAuthApplication)
        /// A code that the site's consent page showed.
        case code(CodeGrant)
        /// User name, password and an application.
        case password(PasswordGrant)
    }

    /// The way.
    package var means: Means
    /// Which token is to speak afterwards, if it can be had.
    package var speaker: Identity
    /// Whether the tokens are to be kept for the next time. Passwords never are.
    package var isKept: Bool

    package init(_ means: Means, speaker: Identity, isKept: Bool) {
        self.means = means
        self.speaker = speaker
        self.isKept = isKept
    }

    /// The name of the way.
    package var way: SignInWay {
        switch means {
        case .token: .token
        case .browser: .browser
        case .code: .code
        case .password: .password
        }
    }

    /// The application that an OAuth token is issued to, which alone can end it; unknown for a pasted one.
    package var application: OAuthApplication? {
        switch means {
        case .token: nil
        case .browser(let application): application
        case .code(let grant): grant.request.application
        case .password(let grant): grant.application
        }
    }
}
