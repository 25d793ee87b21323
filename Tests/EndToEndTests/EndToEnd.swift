import Foundation
import INaturalistSandbox
import TestSupport
import Testing

/// The built binary, in a real terminal, against a sandbox on a real socket.
///
/// One journey at a time: they share the machine's processors with the programs that they drive.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct EndToEnd {}

/// A sandbox and a terminal whose shell knows its address.
struct Journey {
    /// The imitation of both servers, in this process.
    let sandbox: Sandbox
    /// The terminal.
    let terminal: TestTerminal
    /// What may be on the screen although it looks like a token.
    let permitted = Permitted()

    /// What the environment gives to sign in with.
    enum Means {
        /// A JWT: two requests, so that nothing waits for the limit of requests.
        case jwt
        /// User name and password: an OAuth token and a JWT, and one request more at the end to revoke the former.
        case password
    }

    /// Runs a journey, and looks afterwards at everything that was on the screen for something secret.
    ///
    /// - Parameters:
    ///   - role: who is signed in by the environment; nobody when nil.
    ///   - means: with what.
    ///   - columns: the terminal's width.
    ///   - rows: the terminal's height.
    ///   - terminalName: the value of TERM.
    ///   - environment: further variables.
    ///   - sandbox: how the sandbox is set up.
    static func run(
        signedInAs role: SandboxAccount.Role? = nil,
        by means: Means = .jwt,
        columns: Int = 120,
        rows: Int = 36,
        terminalName: String = "tmux-256color",
        environment: [String: String] = [:],
        sandbox configuration: SandboxConfiguration = SandboxConfiguration(),
        _ body: (Journey) async throws -> Void
    ) async throws {
        let sandbox = try await Sandbox.start(configuration)
        var variables = sandbox.environment
        switch (role, means) {
        case (let role?, .jwt):
            variables["INATTY_TOKEN"] = sandbox.issueJWT(login: Sandbox.account(role).login)
        case (let role?, .password): variables.merge(Sandbox.account(role).environment) { $1 }
        case (nil, _): break
        }
        variables.merge(environment) { $1 }
        do {
            try await TestTerminal.use(
                columns: columns,
                rows: rows,
                name: terminalName,
                environment: variables
            ) {
                terminal in
                let journey = Journey(sandbox: sandbox, terminal: terminal)
                try await body(journey)
                for picture in terminal.history {
                    expectNoSecret(
                        in: journey.permitted.removed(from: picture),
                        also: variables["INATTY_TOKEN"]
                    )
                }
            }
            await sandbox.stop()
        } catch {
            await sandbox.stop()
            throw error
        }
    }

    /// Starts `inatty` and waits for the table with its first rows, as somebody whose JWT is proved.
    ///
    /// - Returns: the number that the shell gives the command.
    func startProved(_ command: String = "inatty") async throws -> Int {
        let number = try await start(command)
        try await terminal.wait(for: "JWT · proved", Orchid.name, Orchid.truePoint)
        return number
    }

    /// Starts a program.
    ///
    /// - Returns: the number that the shell gives the command.
    func start(_ command: String = "inatty") async throws -> Int {
        try await terminal.start(command)
    }

    /// Leaves the program with `q` and expects that the terminal is as it was.
    func leave(_ number: Int) async throws {
        try await terminal.press("q")
        try await terminal.expectSane(after: number, exitCode: 0)
    }
}

/// The record that journeys are about: the observer's newest, obscured.
enum Orchid {
    static let name = "Western Prairie Fringed"
    static let publicPoint = "41.65104, -93.71288"
    static let truePoint = "41.60218, -93.61240"
    static let publicPlace = "Iowa, US"
    static let truePlace = "Old Mill Meadow, Polk, Iowa"
    static let publicAccuracy = "± 27,754 m"
    static let trueAccuracy = "± 330 m"
}

/// The sentence that explains the trap, word for word.
let ignoredSentence = "OAuth token: the API ignores it and answers as to anyone. Use the JWT."

extension Sandbox {
    /// The variables that send inatty to this sandbox, and name its application.
    var environment: [String: String] {
        ["INATTY_SITE_URL": baseURL, "INATTY_API_URL": baseURL]
    }
}

extension SandboxAccount {
    /// The variables that sign in as this account with a password.
    var environment: [String: String] {
        [
            "INAT_USERNAME": login, "INAT_PASSWORD": password,
            "INAT_APP_ID": SandboxApplication.working.clientID,
            "INAT_APP_SECRET": SandboxApplication.working.clientSecret,
        ]
    }
}

/// Expects that a text holds no password, no application's secret and nothing that looks like a token.
///
/// - Parameter token: a token that is known and must not be there either, in whole or in its middle.
func expectNoSecret(
    in text: String,
    also token: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    // A text that is wrapped at the screen's edge is still shown.
    let joined = text.replacing("\n", with: "")
    var secrets = Sandbox.accounts.map(\.password) + SandboxApplication.secrets
    if let token, token.count >= 24 {
        secrets.append(String(token.dropFirst(token.count / 2 - 8).prefix(16)))
    }
    for secret in secrets where joined.contains(secret) {
        Issue.record("A secret can be read (\(secret.prefix(4))…):\n\(text)", sourceLocation: sourceLocation)
    }
    let looksLikeToken = joined.matches(of: /[A-Za-z0-9_-]{43,}/).contains { word in
        word.output.contains(/[a-z]/) && word.output.contains(/[A-Z]/) && word.output.contains(/[0-9]/)
    }
    if joined.contains(/eyJ[A-Za-z0-9_-]{12,}/) || looksLikeToken {
        Issue.record(
            "Something that looks like a token can be read:\n\(text)",
            sourceLocation: sourceLocation
        )
    }
}

extension SandboxApplication {
    /// The secrets of all applications.
    static let secrets = [working, publicClient, loginOnly].map(\.clientSecret)
}
