import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty auth`, `--version`, `--help`, `sandbox`: what scripts and people ask of it without the browser.
    @Suite
    struct AuthCommandTests {
        private func run(
            _ arguments: [String],
            as role: SandboxAccount.Role? = nil,
            token: (Sandbox) -> String? = { _ in nil }
        ) async throws -> BuiltBinary.Outcome {
            let sandbox = try await Sandbox.start()
            var environment = sandbox.environment
            if let role { environment.merge(Sandbox.account(role).environment) { $1 } }
            environment["INATTY_TOKEN"] = token(sandbox)
            let outcome = try await BuiltBinary.run(arguments, environment: environment)
            await sandbox.stop()
            return outcome
        }

        @Test("Status tells both tokens, what each is and what the servers said, and shows neither")
        func status() async throws {
            let outcome = try await run(["auth", "status"], as: .observer)
            #expect(outcome.exitCode == 0)
            for text in [
                "OAuth token, 43 characters", "answered as observer, user 1234567: proved",
                "ignores OAuth tokens and answers as to anyone", "alg HS512", "user_id 1234567",
                "measured by asking with each", "@observer", "3 private keys", "public view",
            ] {
                #expect(outcome.output.contains(text), "\(outcome.output)")
            }
            expectNoSecret(in: outcome.output + outcome.errors)
        }

        @Test("Status without any token, or with one that is not honoured, ends with 77")
        func statusOfNobody() async throws {
            let nobody = try await run(["auth", "status"])
            #expect(nobody.exitCode == 77)
            #expect(nobody.errors.contains("not signed in"))
            let expired = try await run(["auth", "status"]) {
                $0.issueJWT(login: "observer", lifetime: .seconds(-1))
            }
            #expect(expired.exitCode == 77)
            #expect(!(expired.output + expired.errors).contains(": proved"))
        }

        @Test("Token prints nothing but the token, proved just now")
        func token() async throws {
            let jwt = try await run(["auth", "token"], as: .observer)
            #expect(jwt.exitCode == 0)
            #expect(jwt.output.wholeMatch(of: /[\w-]+\.[\w-]+\.[\w-]+\n/) != nil)
            #expect(jwt.errors.isEmpty)
            let oauth = try await run(["auth", "token", "--type", "oauth"], as: .observer)
            #expect(oauth.output.wholeMatch(of: /[\w-]{43}\n/) != nil)
        }

        @Test("Token prints none that is not honoured, and none that is not held")
        func tokenNotHonoured() async throws {
            let garbage = try await run(["auth", "token"]) {
                $0.issueJWT(login: "observer").dropLast(6) + "AAAAAA"
            }
            #expect(garbage.exitCode == 77)
            #expect(garbage.output.isEmpty)
            let none = try await run(["auth", "token", "--type", "oauth"]) { $0.issueJWT(login: "observer") }
            #expect(none.exitCode != 0)
            #expect(none.output.isEmpty)
        }

        @Test("On a terminal the token is refused unless --show is given")
        func tokenOnTerminal() async throws {
            let sandbox = try await Sandbox.start()
            let environment = sandbox.environment.merging(Sandbox.account(.observer).environment) { $1 }
            try await TestTerminal.use(environment: environment) { terminal in
                let refused = try await terminal.start("inatty auth token")
                #expect(try await terminal.waitForPrompt(after: refused) == 64)
                try await terminal.wait(for: "Pipe it to a program, or add --show.")
                expectNoSecret(in: try await terminal.scrollback())
                #expect(sandbox.requests.isEmpty)
                let shown = try await terminal.start("inatty auth token --show")
                #expect(try await terminal.waitForPrompt(after: shown) == 0)
                #expect(try await terminal.screen().text.contains(/eyJ[\w-]+/))
            }
            await sandbox.stop()
        }

        @Test("The version is a version, the help names every command and every exit code")
        func versionAndHelp() async throws {
            let version = try await BuiltBinary.run(["--version"])
            #expect(version.exitCode == 0)
            #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
            let help = try await BuiltBinary.run(["--help"])
            #expect(help.exitCode == 0)
            for word in [
                "demo", "sandbox", "auth", "observations", "INATTY_TOKEN", "INAT_USERNAME", "64", "65", "69",
                "75", "77",
            ] {
                #expect(help.output.contains(word), "\(word) is not in the help")
            }
            for command in ["demo", "sandbox", "auth", "observations", "browse"] {
                #expect(try await BuiltBinary.run([command, "--help"]).exitCode == 0)
            }
            #expect(try await BuiltBinary.run(["--frobnicate"]).exitCode == 64)
            #expect(try await BuiltBinary.run(["frobnicate"]).exitCode == 64)
        }

        @Test("The sandbox command prints lines that a shell takes, and the browser then runs on it")
        func sandboxCommand() async throws {
            try await TestTerminal.use { terminal in
                let begun = try await terminal.start(
                    "inatty sandbox > lines & until grep -qs Ctrl-C lines; do :; done; clear"
                )
                try await terminal.waitForPrompt(after: begun)
                let sourced = try await terminal.start(". ./lines; clear")
                try await terminal.waitForPrompt(after: sourced)
                let account = Sandbox.account(.observer)
                let number = try await terminal.start(
                    "INAT_USERNAME=\(account.login) INAT_PASSWORD=\(account.password) inatty"
                )
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
                let ended = try await terminal.start("kill -INT %1; wait %1; echo ended $?")
                try await terminal.waitForPrompt(after: ended)
                #expect(try await terminal.screen().shows("ended 130"))
            }
        }
    }
}
