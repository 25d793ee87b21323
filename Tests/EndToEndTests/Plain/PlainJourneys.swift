import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// `--plain`: a conversation in lines, for who cannot follow a screen.
    @Suite
    struct PlainJourneys {
        /// Whether everything in a text is characters and line breaks: no escape sequence, no bell, no return.
        private func isPlain(_ text: String) -> Bool {
            text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
        }

        @Test("Through a pipe each line is done in its turn, and the end of the input leaves")
        func pipe() async throws {
            let script = "filter orchid\n1\nback\ntoken\nhelp\nq\nquit\n"
            for input in [script, "1\n"] {
                let outcome = try await BuiltBinary.run(["demo", "--plain"], input: input)
                #expect(outcome.exitCode == 0)
                #expect(outcome.errors == "")
                #expect(isPlain(outcome.output))
                #expect(outcome.output.contains("1. Western Prairie Fringed Orchid, 2026-06-21, obscured, "))
                #expect(outcome.output.contains("you: 41.6021800, -93.6124000"))
            }
        }

        @Test("A whole session: list, filter, open, token, help, quit")
        func session() async throws {
            let outcome = try await BuiltBinary.run(
                ["demo", "--plain"],
                input: "filter orchid\n1\n\nback\ntoken\n1\nback\nhelp\nq\nquit\nnever\n"
            )
            let parts = outcome.output.components(separatedBy: "> ").map { $0.components(separatedBy: "\n") }
            #expect(outcome.exitCode == 0)
            let told = parts.map { Array($0.dropFirst()) }
            try #require(told.count == 11)
            let orchid = try #require(told[1].first { $0.hasPrefix("1. ") })
            #expect(orchid.contains("public \(Orchid.publicPoint) ± 28 km"))
            #expect(orchid.contains("true \(Orchid.truePoint) ± 330 m"))
            #expect(told[2].contains("you: 41.6021800, -93.6124000"))
            #expect(told[3].contains("Quality grade: research grade"))
            #expect(told[5].contains { $0.hasPrefix("As anonymous") })
            #expect(told[5].contains { $0.hasPrefix("1. ") && $0.hasSuffix("true withheld") })
            #expect(told[6].contains("you: withheld"))
            #expect(told[8].contains { $0.hasPrefix("move-down (") })
            #expect(told[10] == [""])
        }

        @Test("A password is read from the pipe, signs in, and is written nowhere")
        func secret() async throws {
            let sandbox = try await Sandbox.start(SandboxConfiguration())
            let account = Sandbox.account(.observer)
            let application = SandboxApplication.working
            let script = [
                "1 password", "2 \(account.login)", "3", account.password, "4 \(application.clientID)", "5",
                application.clientSecret, "sign in", "quit", "",
            ]
            let outcome = try await BuiltBinary.run(
                ["--plain", "--no-store"],
                environment: sandbox.environment,
                input: script.joined(separator: "\n")
            )
            await sandbox.stop()
            #expect(outcome.exitCode == 0)
            #expect(outcome.output.contains("As observer, JWT, proved"))
            #expect(outcome.output.contains("true \(Orchid.truePoint)"))
            #expect(isPlain(outcome.output))
            expectNoSecret(in: outcome.output + outcome.errors)
        }

        @Test(
            "On a terminal that can only write lines nothing but lines is written",
            arguments: [("dumb", "C.UTF-8"), ("dumb", "C"), ("tmux-256color", "C.UTF-8")]
        )
        func terminal(name: String, locale: String) async throws {
            try await TestTerminal.use(name: name, environment: ["LC_ALL": locale]) { terminal in
                try await terminal.record()
                let number = try await terminal.start("inatty demo --plain")
                try await terminal.wait(for: "1. Western Prairie Fringed Orchid", "table>")
                try await terminal.run("find turtle")
                try await terminal.wait(for: "Selected: 2. Spotted Turtle")
                try await terminal.run("2")
                try await terminal.wait(for: "you: 42.3611000, -71.0570000", "detail>")
                try await terminal.run("back")
                try await terminal.wait(for: "detail> back", "10. ", "table>")
                try await terminal.run("quit")
                #expect(try await terminal.waitForPrompt(after: number) == 0)
                let recording = terminal.recording.components(separatedBy: "Observations: ").dropFirst()
                let written = recording.joined().components(separatedBy: "table> quit").first ?? ""
                #expect(!written.contains("\u{1B}"), "\(written.debugDescription)")
                if locale == "C" { #expect(written.unicodeScalars.allSatisfy { $0.isASCII }) }
                #expect(try await terminal.screen().modes == .shell)
            }
        }

        @Test("A secret is asked for unseen, and Ctrl-C leaves with the terminal as it was")
        func askedUnseen() async throws {
            try await Journey.run(terminalName: "dumb") { journey in
                let terminal = journey.terminal
                let number = try await terminal.start("inatty --plain --no-store")
                try await terminal.wait(for: "Sign in with: Paste a token", "sign-in>")
                try await terminal.run("2")
                try await terminal.wait(for: "Token>")
                try await terminal.run(journey.sandbox.issueJWT(login: Sandbox.account(.observer).login))
                try await terminal.wait(for: "Token: filled in, not shown")
                try await terminal.run("sign in")
                try await terminal.wait(for: "As observer, JWT, proved", "true 42.36110, -71.05700", "table>")
                try await terminal.press("C-c")
                #expect(try await terminal.waitForPrompt(after: number) == 0)
                #expect(try await terminal.screen().modes == .shell)
            }
        }

        @Test("A file is opened without an account, and its control characters reach nobody")
        func file() async throws {
            let folder = try TestFolder()
            let path = folder.url.appending(path: "rows.csv").path
            try "id,scientific_name,latitude,longitude\n1,\u{1B}[31mAlba\u{9B}5m,1,2\n".write(
                toFile: path,
                atomically: true,
                encoding: .utf8
            )
            let outcome = try await BuiltBinary.run(["open", "--plain", path], input: "1\nquit\n")
            #expect(outcome.exitCode == 0)
            #expect(isPlain(outcome.output))
            #expect(outcome.output.contains("Alba"))
        }
    }
}
