import Accounts
import ArgumentParser
import Browser
import Glibc
import INaturalist

/// `inatty auth`: signing in and out, and what scripts want to know of the tokens.
struct Auth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth",
        abstract: "Sign in and out, switch between accounts, show or print the tokens.",
        discussion: """
            Examples:
              inatty auth login
              inatty auth status
              inatty auth switch field-notes
            """,
        subcommands: [AuthLogin.self, Status.self, List.self, Switch.self, Token.self, Logout.self]
    )

    /// `inatty auth list`
    struct List: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the accounts whose tokens are kept, the current one marked.",
            discussion: """
                Examples:
                  inatty auth list
                """
        )

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    let accounts = try desk.store?.accounts() ?? []
                    if accounts.isEmpty {
                        complain(
                            "no account is kept of \(desk.client.addresses.site). Sign in with inatty auth login."
                        )
                    }
                    for account in accounts { try output(account.line) }
                }
            }
        }
    }

    /// `inatty auth switch`
    struct Switch: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make another of the kept accounts the current one.",
            discussion: """
                Examples:
                  inatty auth switch field-notes
                """
        )

        @Argument(help: "Its login; inatty auth list names them.", completion: .logins)
        var login: String

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    let account = try desk.account(login)
                    try desk.store?.makeCurrent(account)
                    try output("From now on inatty speaks for \(account.account.login).")
                    if LaunchEnvironment.current.overridesKeptTokens { complain(environmentGoesFirst) }
                }
            }
        }
    }

    /// `inatty auth logout`
    struct Logout: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "End an account's OAuth token at the website, and delete what is kept.",
            discussion: """
                Says what was done and what nobody can undo: a JWT lives until it expires. Ends with 75 when something was \
                left that could have been undone: an OAuth token that could not be ended, or tokens that could not be \
                deleted.

                Examples:
                  inatty auth logout
                  inatty auth logout field-notes
                """
        )

        @Argument(help: "Its login; the current account without.", completion: .logins)
        var login: String?

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    let account = try desk.account(login)
                    let report = try await signOut(account, at: desk)
                    for line in report.lines { try output(line) }
                    if !report.isDone { throw ExitCode(75) }
                }
            }
        }

        private func signOut(_ account: KeptAccount, at desk: SignInDesk) async throws -> SignOutReport {
            do {
                return try await desk.signOut(.kept(account))
            } catch {
                switch error {
                case .notKept, .otherServers, .noHome, .cancelled: throw error
                default:
                    // What is kept is still there, and this can be tried again.
                    complain(error.description)
                    throw ExitCode(75)
                }
            }
        }
    }

    /// `inatty auth token`
    struct Token: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print one token, proved just now, for scripts.",
            discussion: """
                Give it to other programs by a pipe or their standard input: their arguments are for everybody on the \
                computer to read. printf is the shell's own, so nobody sees its arguments.

                Examples:
                  printf 'Authorization: %s\\n' "$(inatty auth token)" | curl -H @- "$URL"
                  inatty auth token --account field-notes | wl-copy
                """
        )

        @Option(help: "jwt, for the API, or oauth, for the website.")
        var type = Kind.jwt

        @Flag(help: "Print it even on a terminal.")
        var show = false

        @OptionGroup var accountOptions: AccountOptions
        @OptionGroup var options: ServerOptions

        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case jwt, oauth
        }

        func execute() async throws {
            try await reportingErrors {
                guard show || isatty(STDOUT_FILENO) == 0 else {
                    throw UsageError(
                        description:
                            "This would show the token on your screen. Pipe it to a program, or add --show."
                    )
                }
                let speaker: Identity = type == .jwt ? .jwt : .oauth
                try await CommandSession.run(options, accountOptions, speaker: speaker) { session, client in
                    switch (type, session.credentials.jwt, session.credentials.oauth) {
                    case (.jwt, let jwt?, _): try output(jwt.text.exposed)
                    case (.oauth, _, let oauth?):
                        client.keep(oauth)
                        try output(oauth.text.exposed)
                    default:
                        throw UsageError(
                            description: "No \(type.rawValue) token is held. inatty auth status says what is."
                        )
                    }
                }
            }
        }
    }
}
