import Foundation
import INaturalistSandbox
import TestBrowser
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty auth login`, in a terminal and in scripts.
    @Suite
    struct AuthLoginTests {
        /// Expects that somebody was signed in, that it was said so, and that the tokens are kept.
        private func expectSignedIn(
            _ journey: Journey,
            by way: String,
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws {
            try await journey.terminal.wait(
                for: "Signed in as observer (Wren Halloway), user 1234567.",
                sourceLocation: sourceLocation
            )
            let kept = try #require(try journey.terminal.kept().first, sourceLocation: sourceLocation)
            #expect(kept.user == 1_234_567 && kept.way == way, sourceLocation: sourceLocation)
            #expect(kept.jwt.map(journey.sandbox.isAlive) == true, sourceLocation: sourceLocation)
            for token in kept.tokens {
                let scrollback = journey.permitted.removed(from: try await journey.terminal.scrollback())
                expectNoSecret(in: scrollback, also: token, sourceLocation: sourceLocation)
            }
        }

        @Test("A token pasted at the prompt is not echoed, and is kept")
        func token() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start("inatty auth login")
                try await terminal.wait(for: "/users/api_token in a browser", "and paste all that it shows:")
                let page = "{\"api_token\":\"\(journey.sandbox.issueJWT(login: "observer"))\"}"
                try await terminal.paste(page)
                try await terminal.press("Enter")
                try await expectSignedIn(journey, by: "token")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A dash reads the token from standard input, of a pipe or a file, OAuth tokens too")
        func standardInput() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let oauth = journey.sandbox.issueOAuthToken(login: "observer")
                for (index, text) in [journey.sandbox.issueJWT(login: "observer"), oauth].enumerated() {
                    try text.write(to: terminal.file("token"), atomically: true, encoding: .utf8)
                    let line = [
                        "cat token | inatty auth login --with token -", "inatty auth login - < token",
                    ][index]
                    #expect(try await journey.command(line) == 0, "\(journey.errors)")
                    #expect(journey.output.contains("Signed in as observer (Wren Halloway), user 1234567."))
                    #expect(journey.output.contains("Kept in a file that only you may read: "))
                    expectNoSecret(in: journey.output + journey.errors, also: text)
                }
                #expect(try terminal.kept().map(\.oauth?.token) == [oauth])
                #expect(journey.sandbox.isAlive(oauth))
            }
        }

        /// Signs in with the browser, as far as the website's consent page.
        private func startBrowserLogin(_ journey: Journey) async throws -> (number: Int, consent: Consent) {
            try journey.installWebBrowser()
            let id = SandboxApplication.publicClient.clientID
            let number = try await journey.start("inatty auth login --with browser --application-id \(id)")
            try await journey.terminal.wait(for: "Application secret (Enter for a public application):")
            try await journey.terminal.press("Enter")
            return (number, try await journey.openedConsent())
        }

        @Test("The browser is opened, comes back, and its person is signed in")
        func browser() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let (number, consent) = try await startBrowserLogin(journey)
                let page = try await consent.follow(try await consent.answer().destination)
                #expect(page.text.contains("This tab can be closed."))
                try await expectSignedIn(journey, by: "browser")
                try await terminal.expectSane(after: number, exitCode: 0)
                #expect(!consent.isWaitedFor)
            }
        }

        @Test("A denied consent ends with 77 and the site's words")
        func denied() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let (number, consent) = try await startBrowserLogin(journey)
                _ = try await consent.follow(try await consent.answer(pressing: "Deny").destination)
                try await terminal.wait(for: "You did not let the application in")
                try await terminal.expectSane(after: number, exitCode: 77)
                #expect(try terminal.tokenFiles().isEmpty)
            }
        }

        @Test("Ctrl-C while the browser is waited for ends it and closes the port")
        func interrupted() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let (number, consent) = try await startBrowserLogin(journey)
                #expect(consent.isWaitedFor)
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 130)
                #expect(!consent.isWaitedFor)
            }
        }

        @Test("The code is asked for without an echo")
        func code() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let id = SandboxApplication.publicClient.clientID
                let number = try await journey.start(
                    "inatty auth login --with code --application-id \(id) 2> told"
                )
                let address = try await terminal.waitUntil("the address") { () -> String? in
                    let told = terminal.contents(of: "told")
                    if told.contains("Application secret"), !told.contains("/oauth/authorize?") { return "" }
                    return nil
                }
                #expect(address.isEmpty)
                try await terminal.press("Enter")
                let told = try await terminal.waitUntil("the address") {
                    let told = terminal.contents(of: "told")
                    return told.contains("The code that it shows: ") ? told : nil
                }
                let line = try #require(
                    told.split(separator: "\n").first { $0.contains("/oauth/authorize?") }
                )
                let code = try await journey.consent(at: String(line)).code()
                try await terminal.type(code)
                try await terminal.press("Enter")
                try await expectSignedIn(journey, by: "code")
                #expect(!terminal.history.contains { $0.contains(code) })
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("User name, password and secret are asked for; only the name is echoed")
        func password() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let application = SandboxApplication.working
                let number = try await journey.start(
                    "inatty auth login --with password --application-id \(application.clientID)"
                )
                try await terminal.wait(
                    for: "signed up through Google or Apple has no password here",
                    "Application secret"
                )
                try await terminal.type(application.clientSecret)
                try await terminal.press("Enter")
                try await terminal.wait(for: "User name or e-mail:")
                try await terminal.type("observer@example.org")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Password (not shown):")
                try await terminal.type(Sandbox.account(.observer).password)
                try await terminal.press("Enter")
                try await expectSignedIn(journey, by: "password")
                #expect(try await terminal.screen().shows("observer@example.org"))
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test(
            "Ctrl-C at a question leaves the terminal as it was, and keeps nothing",
            arguments: [
                ("inatty auth login", "paste all that it shows:"),
                ("inatty auth login --with code --application-id x", "Application secret"),
                ("inatty auth login --with browser", "Application id"),
                (
                    "INAT_APP_ID=x INAT_USERNAME=observer inatty auth login --with password",
                    "Password (not shown):"
                ),
            ]
        )
        func interruptedQuestion(line: String, question: String) async throws {
            try await Journey.run { journey in
                let number = try await journey.start(line)
                try await journey.terminal.wait(for: question)
                try await journey.terminal.type("half a secr")
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 130)
                #expect(journey.sandbox.requests.isEmpty)
                #expect(try journey.terminal.tokenFiles().isEmpty)
            }
        }

        @Test(
            "A token pasted with line breaks in it is taken whole, and none of it spills over into the shell"
        )
        func severalLines() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start("inatty auth login")
                try await terminal.wait(for: "paste all that it shows:")
                let token = journey.sandbox.issueJWT(login: "observer")
                try await terminal.paste("{\n\"api_token\":\n\"\(token)\"\n}\n")
                try await terminal.press("Enter")
                try await expectSignedIn(journey, by: "token")
                try await terminal.expectSane(after: number, exitCode: 0)
                expectNoSecret(in: try await terminal.scrollback(), also: token)
            }
        }

        @Test("Ctrl-Z and other control keys at a question are no part of the secret")
        func controlKeys() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start("inatty auth login")
                try await terminal.wait(for: "paste all that it shows:")
                try await terminal.press("C-z", "Up", "C-l", "Tab")
                try await terminal.paste(journey.sandbox.issueJWT(login: "observer"))
                try await terminal.press("Enter")
                try await expectSignedIn(journey, by: "token")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A secret as an argument is refused before anything is sent")
        func argument() async throws {
            try await Journey.run { journey in
                let token = journey.sandbox.issueJWT(login: "observer")
                try token.write(to: journey.terminal.file("token"), atomically: true, encoding: .utf8)
                #expect(try await journey.command("inatty auth login --with token \"$(cat token)\"") == 64)
                #expect(journey.errors.contains("A secret is never an argument"))
                expectNoSecret(in: journey.errors + journey.output, also: token)
                #expect(journey.sandbox.requests.isEmpty)
            }
        }

        @Test("--no-store proves the tokens, keeps nothing, and ends the OAuth token that it made")
        func notKept() async throws {
            try await Journey.run { journey in
                let account = Sandbox.account(.observer)
                for (name, value) in account.environment { try await journey.export(name, value) }
                #expect(try await journey.command("inatty auth login --with password --no-store") == 0)
                #expect(journey.output.contains("Signed in as observer"))
                #expect(journey.output.contains("is ended now, since it is not kept"))
                #expect(
                    !FileManager.default.fileExists(
                        atPath: journey.terminal.file(TestTerminal.stateFolder).path
                    )
                )
                #expect(journey.sandbox.issuedTokens(login: "observer") == 0)
            }
        }
    }
}
