import Accounts
import ArgumentParser
import Browser
import FoundationEssentials
import Glibc
import INaturalist
import TerminalUI

/// `inatty auth`: signing in and out, and what scripts want to know of the tokens.
struct Auth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth",
        abstract: "Sign in and out, switch between accounts, show or print the tokens.",
        subcommands: [AuthLogin.self, Status.self, List.self, Switch.self, Token.self, Logout.self]
    )

    /// `inatty auth status`
    struct Status: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which tokens are held, and what each is good for, measured by asking.",
            discussion: "Ends with 77 when none is held or none is honoured. Fit for a bug report."
        )

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.run(options, speaker: .jwt) { session, client in
                    let measurement = try await TokenMeasurement.take(
                        of: session.credentials,
                        on: nil,
                        login: session.account?.login,
                        from: client
                    )
                    let lines = TokenScreen.lines(
                        session: session,
                        measurement: measurement,
                        addresses: client.addresses,
                        at: client.serverNow,
                        columns: 120
                    )
                    for line in lines { try output(line.text) }
                }
            }
        }
    }

    /// `inatty auth list`
    struct List: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the accounts whose tokens are kept, the current one marked."
        )

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    let accounts = try desk.store?.accounts() ?? []
                    if accounts.isEmpty { complain("no account is kept. Sign in with inatty auth login.") }
                    for account in accounts { try output(account.line) }
                }
            }
        }
    }

    /// `inatty auth switch`
    struct Switch: MainActorCommand {
        static let configuration = CommandConfiguration(abstract: "Go on as another account that is kept.")

        @Argument(help: "Its login.")
        var login: String

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    try desk.store?.makeCurrent(try desk.account(login))
                    try output("From now on inatty is \(login).")
                }
            }
        }
    }

    /// `inatty auth logout`
    struct Logout: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "End an account's OAuth token at the website, and delete what is kept.",
            discussion: "Says what could not be undone, and then ends with 75: a JWT lives until it expires."
        )

        @Argument(help: "Its login; the current account without.")
        var login: String?

        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.withDesk(options) { desk in
                    let account = try desk.account(login)
                    let report = try await desk.signOut(.kept(account))
                    for line in report.lines { try output(line) }
                    if !report.isComplete { throw ExitCode(75) }
                }
            }
        }
    }

    /// `inatty auth token`
    struct Token: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print one token, proved just now, for scripts.",
            discussion: "Example: curl -H \"Authorization: $(inatty auth token)\" …"
        )

        @Option(help: "jwt, for the API, or oauth, for the website.")
        var type = Kind.jwt

        @Flag(help: "Print it even on a terminal.")
        var show = false

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
                try await CommandSession.run(options, speaker: speaker) { session, client in
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
