import Accounts
import ArgumentParser
import Browser
import Curses
import Glibc
import INaturalist
import SecretMemory

/// Asks on the command line for what a way to sign in needs, and the environment does not give.
@MainActor
struct SignInDialogue {
    let way: SignInWay
    let applicationID: String?
    let isKept: Bool
    /// Whether the token, the code or the password is read from standard input.
    let readsStandardInput: Bool
    let addresses: ServerAddresses
    private let environment = LaunchEnvironment.current

    /// What was given, ready to sign in with.
    func request() throws -> SignInRequest {
        let means: SignInRequest.Means =
            switch way {
            case .token: .token(try token())
            case .browser: .browser(try application())
            case .code: .code(try code())
            case .password: .password(try password())
            }
        return SignInRequest(means, speaker: .jwt, isKept: isKept)
    }

    private func token() throws -> PastedToken {
        let page = addresses.site + "/users/api_token"
        let question = "Open \(page) in a browser where you are signed in, and paste all that it shows: "
        do {
            return try PastedToken(parsing: try secret(question).exposed)
        } catch let error as TokenTextError {
            throw UsageError(description: error.description)
        }
    }

    private func code() throws -> CodeGrant {
        let consent = AuthorizationRequest(
            application: try application(),
            redirectURI: AuthorizationRequest.outOfBand
        )
        complain("open this address in any browser and allow the application:\n\(consent.url(at: addresses))")
        return try CodeGrant(request: consent, pasting: try secret("The code that it shows: "))
    }

    private func password() throws -> PasswordGrant {
        complain("who signed up through Google or Apple has no password here: use --with token.")
        let application = try application()
        let username = try environment.login.username ?? line("User name or e-mail: ")
        let password = try environment.login.password ?? secret("Password (not shown): ")
        return PasswordGrant(username: username, password: password, application: application)
    }

    private func application() throws -> OAuthApplication {
        if let application = environment.application, applicationID ?? application.id == application.id {
            return application
        }
        let id = try applicationID ?? line("Application id, from \(addresses.site)/oauth/applications: ")
        guard isatty(STDIN_FILENO) == 1, !readsStandardInput else { return OAuthApplication(id: id) }
        let secret = try TerminalPrompt.secret("Application secret (Enter for a public application): ")
        guard let secret else { throw Self.stopped }
        return OAuthApplication(id: id, secret: Secret(bytes: secret))
    }

    private func line(_ question: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1, let text = TerminalPrompt.line(question), !text.isEmpty else {
            throw UsageError(
                description: "Nothing was given for “\(question.prefix { $0 != ":" && $0 != "," })”."
            )
        }
        return text
    }

    private func secret(_ question: String) throws -> Secret {
        if readsStandardInput || isatty(STDIN_FILENO) == 0 {
            return Secret(bytes: StandardInput.secret())
        }
        guard let typed = try TerminalPrompt.secret(question) else { throw Self.stopped }
        return Secret(bytes: typed)
    }

    /// As a shell sees a program that Ctrl-C ended.
    private static var stopped: ExitCode {
        complain("stopped. Nothing was changed.")
        return ExitCode(130)
    }
}
