package import Accounts
package import INaturalist

/// Asks on the command line for what a way to sign in needs, and the environment does not give.
package nonisolated struct SignInDialogue {
    /// How a person is asked.
    package struct Questions {
        /// Asks for a line that is shown as it is typed.
        package var line: (String) throws -> String
        /// Asks for a line that is not shown, or reads what is piped in.
        package var secret: (String) throws -> Secret
        /// Tells something.
        package var tell: (String) -> Void
        /// Whether somebody is there to answer more than one question.
        package var isConversation: Bool

        package init(
            line: @escaping (String) throws -> String,
            secret: @escaping (String) throws -> Secret,
            tell: @escaping (String) -> Void,
            isConversation: Bool
        ) {
            self.line = line
            self.secret = secret
            self.tell = tell
            self.isConversation = isConversation
        }
    }

    private let environment: LaunchEnvironment
    private let addresses: ServerAddresses
    private let questions: Questions

    /// - Parameters:
    ///   - environment: what it gives is not asked for.
    ///   - addresses: the servers, for the pages that a person has to open.
    ///   - questions: how the person is asked.
    package init(environment: LaunchEnvironment, addresses: ServerAddresses, questions: Questions) {
        self.environment = environment
        self.addresses = addresses
        self.questions = questions
    }

    /// What was given, ready to sign in with.
    ///
    /// - Parameters:
    ///   - way: the way in.
    ///   - applicationID: the application that was named as an option.
    ///   - isKept: whether the tokens are to be kept.
    /// - Throws: `UsageError` or `INaturalistError` when something is missing or cannot be what it should be.
    package func request(
        by way: SignInWay,
        applicationID: String?,
        isKept: Bool
    ) throws -> SignInRequest {
        let means: SignInRequest.Means =
            switch way {
            case .token: .token(try token())
            case .browser: .browser(try application(applicationID))
            case .code: .code(try code(applicationID))
            case .password: .password(try password(applicationID))
            }
        return SignInRequest(means, speaker: .jwt, isKept: isKept)
    }

    private func token() throws -> PastedToken {
        let page = addresses.site + "/users/api_token"
        let answer = try questions.secret(
            "Open \(page) in a browser where you are signed in, and paste all that it shows: "
        )
        do {
            return try PastedToken(parsing: answer.exposed)
        } catch {
            throw UsageError(description: error.description)
        }
    }

    private func code(_ applicationID: String?) throws -> CodeGrant {
        let consent = AuthorizationRequest(
            application: try application(applicationID),
            redirectURI: AuthorizationRequest.outOfBand
        )
        questions.tell(
            "open this address in any browser and allow the application:\n\(consent.url(at: addresses))"
        )
        return try CodeGrant(request: consent, pasting: try questions.secret("The code that it shows: "))
    }

    private func password(_ applicationID: String?) throws -> PasswordGrant {
        if questions.isConversation {
            questions.tell("who signed up through Google or Apple has no password here: use --with token.")
        }
        let application = try application(applicationID)
        let (username, password) = environment.login
        return PasswordGrant(
            username: try username ?? questions.line("User name or e-mail: "),
            password: try password ?? questions.secret("Password (not shown): "),
            application: application
        )
    }

    private func application(_ id: String?) throws -> OAuthApplication {
        if let application = environment.application, id ?? application.id == application.id {
            return application
        }
        let id = try id ?? questions.line("Application id, from \(addresses.site)/oauth/applications: ")
        guard questions.isConversation else { return OAuthApplication(id: id) }
        let secret = try questions.secret("Application secret (Enter for a public application): ")
        return OAuthApplication(id: id, secret: secret)
    }
}
