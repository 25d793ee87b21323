package import Accounts
package import INaturalist

/// Why an account whose tokens are kept could not be taken up.
package nonisolated enum SignInError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No account is kept.
    case nobodyKept
    /// Accounts are kept, and none of them is the current one: its person signed out.
    case nobodyCurrent([KeptAccount])
    /// What keeps the tokens failed.
    case store(AccountStoreError)
    /// The tokens of that account are not honoured any more.
    case notHonoured(login: String, INaturalistError)
    /// The tokens turned out to be another person's.
    case otherAccount(login: String)
    /// The servers gave no verdict.
    case server(INaturalistError)

    /// What failed and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .nobodyKept:
            "not signed in: no account is kept here. Sign in with inatty auth login, or set INATTY_TOKEN."
        case .nobodyCurrent(let accounts):
            "not signed in. Kept are: \(accounts.map(\.account.login).joined(separator: ", ")). Choose with "
                + "inatty auth switch LOGIN."
        case .store(let error): error.description
        case .notHonoured(let login, let error):
            "The kept tokens of \(login) are not honoured any more. \(error)"
        case .otherAccount(let login):
            "The tokens kept for \(login) belong to another account, so they are not used. Sign in again."
        case .server(let error): error.description
        }
    }

    /// The error of the servers behind it, if that is what it is.
    package var serverError: INaturalistError? {
        switch self {
        case .server(let error), .notHonoured(_, let error): error
        case .store, .otherAccount, .nobodyKept, .nobodyCurrent: nil
        }
    }

    /// The exit code of a command that ends so.
    package var exitCode: Int32 { serverError?.kind.exitCode ?? 77 }
}
