internal import Accounts

extension SignInWay {
    /// How the tokens were had, in the words of the token screen.
    nonisolated var explanation: String {
        switch self {
        case .token: "a token that was pasted or given in the environment"
        case .browser: "the site's consent page, in a browser on this computer"
        case .code: "a code from the site's consent page"
        case .password: "a password, which was not kept"
        }
    }
}

extension Keeping {
    /// Where the tokens are, in the words of the token screen.
    nonisolated var explanation: String {
        switch self {
        case .keyring: "the desktop's keyring (Secret Service)"
        case .file(let path): "a file that only you may read: \(path)"
        case .nowhere: "nowhere: they end with this program"
        }
    }
}
