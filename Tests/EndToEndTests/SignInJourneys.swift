import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Getting in from the login screen.
    @Suite
    struct SignInJourneys {
        @Test("A wrong password is told beside its field, the right one leads to the table")
        func password() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "Sign in to see where your hidden observations truly are")
                try await terminal.fillPasswordForm(password: "prairie-0rchid")
                try await terminal.press("Enter")
                let refused = try await terminal.wait(for: "does not accept this user name and password")
                let field = try #require(
                    refused.lines.firstIndex { $0.contains("Password  ") && $0.contains("•") }
                )
                #expect(
                    refused.lines[field + 1].contains("iNaturalist does not accept"),
                    "the message is beside its field"
                )
                #expect(refused.cursor.row == field, "the wrong password has the keyboard")
                #expect(journey.sandbox.requests.map(\.path) == ["/oauth/token"])

                try await terminal.press("C-u")
                try await terminal.type("prairie-orchid")
                try await terminal.wait(forNo: "does not accept")
                // Enter goes on through the fields that are filled, and signs in after the last.
                try await terminal.press("Enter", "Enter", "Enter")
                let table = try await terminal.wait(
                    for: "observer · JWT · proved",
                    Orchid.name,
                    Orchid.truePoint
                )
                #expect(table.lines[0].contains("obscured, private · mine"))
                #expect(table.lines[0].contains("23 h 59 min left") || table.lines[0].contains("24 h"))
                try await journey.leave(number)
            }
        }

        @Test("A pasted JSON text with a line break in it is recognised as a JWT and signs in")
        func pastedJWT() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let token = journey.sandbox.issueJWT(login: "observer")
                let broken = token.prefix(60) + "\n" + token.dropFirst(60)
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste("{\"api_token\":\"\(broken)\"}\n")
                let recognised = try await terminal.wait(for: "JWT · user 1234567 · 23 h 59 min left")
                #expect(recognised.shows("••••"))
                #expect(journey.sandbox.requests.isEmpty, "a paste never signs in by itself")
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                #expect(journey.sandbox.requests.map(\.path).contains("/v1/users/me"))
                for picture in terminal.history { expectNoSecret(in: picture, also: token) }
                try await journey.leave(number)
            }
        }

        @Test("A pasted OAuth token fetches a JWT, which then speaks")
        func pastedOAuthToken() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let token = journey.sandbox.issueOAuthToken(login: "observer")
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste("Bearer \(token)")
                try await terminal.wait(for: "OAuth token, 43 characters")
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                for picture in terminal.history { expectNoSecret(in: picture, also: token) }
                try await journey.leave(number)
            }
        }

        @Test("What is no token is said to be none, and nothing is sent")
        func pastedGarbage() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste("see you at the pond tomorrow")
                let told = "A token is one word; this text has several. Paste the token alone."
                try await terminal.wait(for: told)
                try await terminal.press("Enter")
                let refused = try await terminal.wait(for: told, "not signed in")
                #expect(journey.sandbox.requests.isEmpty)
                #expect(refused.modes.hasCursor, "the field has the keyboard")
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A wrong password in the environment leads to the login screen, where it is told")
        func wrongPasswordInTheEnvironment() async throws {
            try await Journey.run(
                signedInAs: .observer,
                by: .password,
                environment: ["INAT_PASSWORD": "wrong"]
            ) { journey in
                let number = try await journey.start()
                try await journey.terminal.wait(
                    for: "Sign in to see",
                    "does not accept this user name and password"
                )
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test(
            "Looking around without signing in shows everybody's observations, and no true point of a hidden one"
        )
        func lookAround() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "Look around without signing in")
                try await terminal.press("Tab", "Tab", "Tab", "Tab", "Enter")
                let table = try await terminal.wait(for: "anonymous · the public view", Orchid.publicPoint)
                #expect(table.lines[0].contains("everyone's"))
                #expect(table.line(with: Orchid.name)?.contains("withheld") == true)
                #expect(!table.shows(Orchid.truePoint))
                #expect(journey.sandbox.requests.allSatisfy { $0.authorization == .none })
                try await journey.leave(number)
            }
        }
    }
}

extension TestTerminal {
    /// The four ways in, in their order on the login screen, with what each is called there.
    enum WayIn: String, CaseIterable, Sendable {
        case token = "Paste a token"
        case browser = "Browser"
        case code = "Code"
        case password = "Password"
    }

    /// Chooses a way in from the field for a token, which has the keyboard at first, and goes to the first field.
    func choose(_ way: WayIn) async throws {
        try await press("BTab")
        for _ in 0..<(WayIn.allCases.firstIndex(of: way) ?? 0) { try await press("Right") }
        try await wait(for: "(•) \(way.rawValue)")
        try await press("Tab")
    }

    /// Types an application's id and secret, the keyboard being on the former.
    func fillApplication(_ application: SandboxApplication) async throws {
        try await type(application.clientID)
        try await press("Tab")
        if application.isConfidential { try await type(application.clientSecret) }
        try await wait(for: application.clientID)
    }

    /// Fills the form for a password from the field that has the keyboard at first; Enter then signs in.
    func fillPasswordForm(login: String = "observer", password: String) async throws {
        try await choose(.password)
        try await type(login)
        try await press("Tab")
        try await type(password)
        try await press("Tab")
        try await fillApplication(.working)
        try await wait(for: login)
    }
}
