import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Tokens that are kept for the next start, and those that are not.
    @Suite
    struct KeepingJourneys {
        @Test("Who signed in once comes straight to the table the next time")
        func nextStart() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let first = try await journey.start()
                try await terminal.wait(
                    for: "No keyring answers here, so in \(terminal.file("inatty/tokens").path)"
                )
                try await journey.signInWithPassword()
                try await terminal.wait(for: "observer · JWT · proved · file · 23 h")
                let kept = try terminal.kept()
                try await journey.leave(first)
                #expect(kept.count == 1 && kept[0].tokens.count == 2)
                #expect(journey.sandbox.issuedTokens(login: "observer") == 1, "what is kept is not ended")

                journey.sandbox.forgetRequests()
                let seen = terminal.history.count
                let second = try await journey.startProved()
                try await terminal.wait(for: "observer · JWT · proved · file · 23 h")
                for picture in terminal.history.dropFirst(seen) {
                    #expect(!picture.contains("Sign in"), "no login screen, not for a moment:\n\(picture)")
                }
                #expect(journey.requests(to: "/oauth/token").isEmpty)
                #expect(journey.requests(to: "/users/api_token.json").isEmpty)
                #expect(try terminal.kept().map(\.tokens) == kept.map(\.tokens))
                try await journey.leave(second)
                #expect(kept[0].tokens.allSatisfy(journey.sandbox.isAlive))
            }
        }

        @Test("What is kept is for its owner alone, and the list of accounts has no secret in it")
        func modes() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                // The shell's own rights for new files are no hint to what these need.
                let set = try await terminal.start("umask 000; clear")
                try await terminal.waitForPrompt(after: set)
                let number = try await journey.startKeeping()
                try await journey.leave(number)
                #expect(try terminal.mode(of: "inatty") == 0o700)
                #expect(try terminal.mode(of: "inatty/tokens") == 0o700)
                #expect(try terminal.mode(of: "inatty/accounts.json") == 0o600)
                let file = try #require(try terminal.tokenFiles().first)
                #expect(try terminal.mode(of: file) == 0o600)
                let kept = try #require(try terminal.kept().first)
                for (path, data) in terminal.files() where path != file {
                    let text = String(decoding: data, as: UTF8.self)
                    for token in kept.tokens {
                        #expect(!text.contains(token), "\(path)")
                        expectNoSecret(in: text, also: token)
                    }
                }
                let password = Sandbox.account(.observer).password
                #expect(!terminal.contents(of: file).contains(password), "passwords are never kept")
            }
        }

        @Test("With the box “not at all” nothing is kept, and the OAuth token is ended on leaving")
        func box() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.fillPasswordForm(password: Sandbox.account(.observer).password)
                try await journey.chooseNotKeeping()
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved · not kept · 23 h", Orchid.truePoint)
                #expect(journey.sandbox.issuedTokens(login: "observer") == 1)
                try await journey.leave(number)
                #expect(!FileManager.default.fileExists(atPath: terminal.file("inatty").path))
                #expect(journey.sandbox.issuedTokens(login: "observer") == 0)
                let again = try await journey.start()
                try await terminal.wait(for: "Sign in to see where your hidden observations truly are")
                try await terminal.press("C-c")
                try await terminal.expectSane(after: again, exitCode: 0)
            }
        }

        @Test("--no-store neither keeps nor uses what is kept")
        func noStore() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let before = try await journey.keepAccount()

                let number = try await journey.start("inatty --no-store")
                let login = try await terminal.wait(
                    for: "paste it here",
                    "Nothing is kept: --no-store was given."
                )
                #expect(login.line(with: "Keep the tokens")?.contains("(•) not at all") == true)
                try await journey.signInByPasting(journey.sandbox.issueJWT(login: "curator"), as: "curator")
                try await terminal.wait(for: "curator · JWT · proved · not kept")
                try await journey.leave(number)
                #expect(journey.tokenFiles == before)
            }
        }

        @Test("Where the tokens are kept stays in the bar of a small terminal", arguments: [true, false])
        func smallBar(isKept: Bool) async throws {
            try await Journey.run(columns: 60, rows: 15) { journey in
                let terminal = journey.terminal
                let account = Sandbox.account(.observer)
                if isKept {
                    for (name, value) in account.environment { try await journey.export(name, value) }
                    #expect(try await journey.command("inatty auth login --with password") == 0)
                    for name in account.environment.keys { try await journey.export(name, "") }
                } else {
                    try await journey.export("INATTY_TOKEN", journey.sandbox.issueJWT(login: "observer"))
                }
                let number = try await journey.start()
                let words = "observer · JWT · proved · " + (isKept ? "file" : "not kept")
                try await terminal.wait(for: words, "True point", Orchid.truePoint)
                for key in ["Enter", "a", "A", "?"] {
                    try await terminal.press(key)
                    let screen = try await terminal.wait(for: "another screen") { !$0.shows("True point") }
                    #expect(screen.lines[0].contains(words), "\(screen.picture)")
                    try await terminal.press("Escape")
                    try await terminal.wait(for: "True point")
                }
                try await terminal.press("q")
                try await terminal.waitForPrompt(after: number)
            }
        }

        @Test(
            "What others could read is refused, with the command that mends it",
            arguments: [
                ("tokens/*", "644", "600"), ("accounts.json", "640", "600"), ("tokens", "750", "700"),
            ]
        )
        func loosened(place: (path: String, loose: String, strict: String)) async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let first = try await journey.startKeeping()
                try await journey.leave(first)
                journey.sandbox.forgetRequests()
                let name =
                    try place.path == "tokens/*"
                    ? #require(try terminal.tokenFiles().first) : "inatty/" + place.path
                #expect(try await journey.command("chmod \(place.loose) \(name)") == 0)
                #expect(try await journey.command("inatty auth status") == 77)
                let path = terminal.file(name).path
                let command = "chmod \(place.strict) '\(path)'"
                #expect(
                    journey.errors.contains(
                        "\(path) is open to other users (mode 0\(place.loose)), so it is not used."
                    )
                )
                #expect(journey.errors.contains(command), "\(journey.errors)")
                #expect(journey.sandbox.requests.isEmpty)

                let told = try await journey.start()
                try await terminal.wait(for: "Sign in to see")
                let screen = try await terminal.wait(for: "the reason") {
                    $0.flowing.contains("is open to other users")
                }
                #expect(
                    screen.flowing.filter { $0 != " " }.contains(command.filter { $0 != " " }),
                    "\(screen.picture)"
                )
                try await terminal.press("C-c")
                try await terminal.expectSane(after: told, exitCode: 0)

                #expect(try await journey.command(command) == 0)
                let mended = try await journey.startProved()
                try await journey.leave(mended)
            }
        }

        @Test("INATTY_TOKEN goes before what is kept, and is never stored")
        func override() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let before = try await journey.keepAccount()
                let token = journey.sandbox.issueJWT(login: "curator")
                try await journey.export("INATTY_TOKEN", token)

                let number = try await journey.start()
                try await terminal.wait(for: "curator · JWT · proved · not kept", " Taxon ")
                try await journey.leave(number)
                #expect(try await journey.command("inatty auth token") == 0)
                #expect(journey.output == token + "\n")
                #expect(journey.tokenFiles == before)
                try FileManager.default.removeItem(at: terminal.file("output"))
                for picture in terminal.history { expectNoSecret(in: picture, also: token) }

                try await journey.export("INATTY_TOKEN", "")
                #expect(try await journey.command("inatty auth token") == 0)
                #expect(journey.output == (try terminal.kept()[0].jwt ?? "") + "\n")
            }
        }

        @Test("Nothing of a sign-in with the environment's password is kept")
        func environmentPassword() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let number = try await journey.startProved()
                try await journey.terminal.wait(for: "JWT · proved · not kept")
                try await journey.leave(number)
                // The rows that were fetched are kept, as those of any account; nothing to sign in with is.
                #expect(journey.tokenFiles.isEmpty)
                #expect(journey.sandbox.issuedTokens(login: "observer") == 0)
            }
        }
    }
}
