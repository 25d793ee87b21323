import ArgumentParser
import Browser
import FoundationEssentials
import Glibc
import INaturalist
import TerminalUI

/// `inatty auth`: what scripts want to know of the tokens.
struct Auth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth",
        abstract: "Show or print the tokens in use.",
        subcommands: [Status.self, Token.self]
    )

    /// `inatty auth status`
    struct Status: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which tokens are held and what the servers answer to each.",
            discussion: "Ends with 77 when none is held or none is honoured."
        )

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.run(speaker: .jwt) { session, client in
                    let lines = AccountScreen().lines(
                        session: session,
                        addresses: client.addresses,
                        at: Date(),
                        columns: 100
                    )
                    for line in lines { try output(line.text) }
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
                try await CommandSession.run(speaker: .jwt) { session, client in
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
