import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// The exit codes of the commands about accounts, as README lists them.
    @Suite
    struct ExitCodeTests {
        /// A command, what happens to it, and the code that is documented for that.
        struct Case: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let arguments: String
            var input: @Sendable (Sandbox) -> String = { _ in "" }
            /// A JWT of this person is kept before.
            var isSignedIn = false
            var variables: [String: String] = [:]
            let exitCode: Int
            var says = ""
            var prepare: @Sendable (Sandbox) async -> Void = { _ in }
        }

        private static let credentials = Sandbox.account(.observer).environment

        static let cases: [Case] = [
            // 0
            Case(
                testDescription: "a token piped in",
                arguments: "login -",
                input: { $0.issueJWT(login: "observer") },
                exitCode: 0
            ),
            Case(
                testDescription: "an empty list",
                arguments: "list",
                exitCode: 0,
                says: "account"
            ),
            Case(
                testDescription: "status of who is kept",
                arguments: "status",
                isSignedIn: true,
                exitCode: 0
            ),
            Case(testDescription: "token of who is kept", arguments: "token", isSignedIn: true, exitCode: 0),
            Case(testDescription: "switching", arguments: "switch observer", isSignedIn: true, exitCode: 0),
            // 64
            Case(
                testDescription: "an unknown way",
                arguments: "login --with magic",
                exitCode: 64,
                says: "magic"
            ),
            Case(
                testDescription: "a secret as an argument",
                arguments: "login secret",
                exitCode: 64,
                says: "never an argument"
            ),
            Case(
                testDescription: "garbage for a token",
                arguments: "login -",
                input: { _ in "no token at all" },
                exitCode: 64,
                says: "one word"
            ),
            Case(
                testDescription: "nothing for a token",
                arguments: "login -",
                exitCode: 64,
                says: "Nothing was pasted"
            ),
            Case(
                testDescription: "no application",
                arguments: "login --with password -",
                input: { _ in "x" },
                exitCode: 64,
                says: "pplication"
            ),
            Case(
                testDescription: "switching to nobody named",
                arguments: "switch",
                exitCode: 64,
                says: "login"
            ),
            Case(
                testDescription: "an unknown type of token",
                arguments: "token --type magic",
                exitCode: 64,
                says: "magic"
            ),
            Case(
                testDescription: "a token that is not held",
                arguments: "token --type oauth",
                isSignedIn: true,
                exitCode: 64,
                says: "No oauth token is held"
            ),
            Case(
                testDescription: "a log that cannot be written",
                arguments: "status --log /nonexistent/log",
                exitCode: 64,
                says: "/nonexistent/log"
            ),
            // 65
            Case(
                testDescription: "a web page instead of data",
                arguments: "login -",
                input: { $0.issueJWT(login: "observer") },
                exitCode: 65,
                says: "web page"
            ) {
                $0.inject(.htmlInsteadOfJSON.on("/", count: nil))
            },
            // 69
            Case(
                testDescription: "no server to sign in at",
                arguments: "login -",
                input: { $0.issueJWT(login: "observer") },
                exitCode: 69,
                says: "cannot be reached"
            ) {
                await $0.stop()
            },
            Case(
                testDescription: "no server for who is kept",
                arguments: "token",
                isSignedIn: true,
                exitCode: 69,
                says: "cannot be reached"
            ) {
                await $0.stop()
            },
            // 75
            Case(
                testDescription: "throttling",
                arguments: "token",
                isSignedIn: true,
                exitCode: 75,
                says: "fewer requests"
            ) {
                $0.inject(.throttled.on("/", count: nil))
            },
            Case(
                testDescription: "maintenance",
                arguments: "login --with password",
                variables: credentials,
                exitCode: 75,
                says: "being worked on"
            ) {
                $0.inject(.maintenance().on("/", count: nil))
            },
            Case(
                testDescription: "signing out while a JWT lives on",
                arguments: "logout",
                isSignedIn: true,
                exitCode: 0
            ),
            // 77
            Case(
                testDescription: "a token that nobody honours",
                arguments: "login -",
                input: { $0.issueJWT(login: "observer").dropLast(6) + "AAAAAA" },
                exitCode: 77,
                says: "does not accept this JWT"
            ),
            Case(
                testDescription: "an ended token",
                arguments: "login -",
                input: { $0.issueJWT(login: "observer", lifetime: .seconds(-60)) },
                exitCode: 77,
                says: "expired"
            ),
            Case(
                testDescription: "a wrong password",
                arguments: "login --with password",
                variables: credentials.merging(["INAT_PASSWORD": "wrong"]) { $1 },
                exitCode: 77,
                says: "user name and password"
            ),
            Case(
                testDescription: "an unknown application",
                arguments: "login --with password",
                variables: credentials.merging(["INAT_APP_ID": "nobody"]) { $1 },
                exitCode: 77,
                says: "application"
            ),
            Case(
                testDescription: "a suspended account",
                arguments: "login --with password",
                variables: Sandbox.account(.suspended).environment,
                exitCode: 77,
                says: "suspended until 2036-09-01"
            ),
            Case(
                testDescription: "status of nobody",
                arguments: "status",
                exitCode: 77,
                says: "not signed in"
            ),
            Case(testDescription: "token of nobody", arguments: "token", exitCode: 77, says: "not signed in"),
            Case(
                testDescription: "switching to nobody kept",
                arguments: "switch curator",
                isSignedIn: true,
                exitCode: 77,
                says: "Nothing is kept of curator."
            ),
            Case(
                testDescription: "signing out nobody",
                arguments: "logout",
                exitCode: 77,
                says: "account"
            ),
            Case(
                testDescription: "tokens that are not honoured any more",
                arguments: "token",
                isSignedIn: true,
                exitCode: 77,
                says: "The kept tokens of observer are not honoured any more."
            ) {
                $0.suspend(login: "observer", until: nil)
            },
        ]

        @Test("Each ends as README says, and no secret is in what it says", arguments: cases)
        func ends(example: Case) async throws {
            let sandbox = try await Sandbox.start()
            let home = URL(filePath: NSTemporaryDirectory()).appending(
                path: "inatty-home-\(UUID().uuidString.prefix(8))"
            )
            defer { try? FileManager.default.removeItem(at: home) }
            var environment = sandbox.environment.merging(example.variables) { $1 }
            environment["XDG_STATE_HOME"] = home.path
            if example.isSignedIn {
                let kept = try await BuiltBinary.run(
                    ["auth", "login", "-"],
                    environment: environment,
                    input: sandbox.issueJWT(login: "observer")
                )
                try #require(kept.exitCode == 0, "\(kept.errors)")
            }
            let input = example.input(sandbox)
            await example.prepare(sandbox)
            let outcome = try await BuiltBinary.run(
                ["auth"] + example.arguments.split(separator: " ").map(String.init),
                environment: environment,
                input: input
            )
            await sandbox.stop()
            #expect(outcome.exitCode == example.exitCode, "\(outcome.output + outcome.errors)")
            #expect(example.says.isEmpty || outcome.errors.contains(example.says), "\(outcome.errors)")
            if example.arguments != "token" { expectNoSecret(in: outcome.output, also: input) }
            expectNoSecret(in: outcome.errors, also: input)
        }

        @Test("The help names what it ends with")
        func help() async throws {
            for command in ["login", "list", "switch", "logout", "status", "token"] {
                let help = try await BuiltBinary.run(["auth", command, "--help"])
                #expect(help.exitCode == 0)
                #expect(
                    help.output.contains("--log") && help.output.contains("USAGE: inatty auth \(command)")
                )
            }
        }
    }
}
