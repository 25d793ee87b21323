import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// That the expectations which every journey ends with can fail.
    @Suite
    struct HarnessTests {
        @Test(
            "What is left behind on a terminal is noticed",
            arguments: [
                "printf '\\033[?1049h'", "printf '\\033[?25l'", "printf '\\033[?1000h'", "printf '\\033[?1h'",
                "printf '\\033[?2004h'", "stty -icanon", "stty -ixon", "clear", "false",
            ]
        )
        func leftBehind(command: String) async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start(command)
                await withKnownIssue {
                    try await terminal.expectSane(after: number, exitCode: 0)
                }
            }
        }

        @Test("A program that leaves nothing behind passes")
        func nothingLeftBehind() async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start("(exit 3)")
                try await terminal.expectSane(after: number, exitCode: 3)
            }
        }

        @Test("A password, an application's secret or a token on the screen is noticed, wrapped ones too")
        func secrets() async throws {
            let sandbox = try await Sandbox.start()
            let token = sandbox.issueJWT(login: "observer")
            let oauth = sandbox.issueOAuthToken(login: "observer")
            await sandbox.stop()
            let middle = token.dropFirst(40).prefix(80)
            for text in [
                "Password prairie-orchid", SandboxApplication.working.clientSecret, token, oauth,
                "x " + middle.suffix(60),
                "prairie-\norchid", token.prefix(20) + "\n" + token.dropFirst(20),
            ] {
                withKnownIssue { expectNoSecret(in: String(text), also: token) }
            }
            expectNoSecret(in: "JWT, 192 characters, eyJh…TW8A · observer · 41.60218, -93.61240", also: token)
        }
    }
}
