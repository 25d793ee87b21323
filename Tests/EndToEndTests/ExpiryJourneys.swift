import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Tokens that are not honoured, from the start or suddenly.
    @Suite
    struct ExpiryJourneys {
        @Test("An expired JWT is refused beside its field, and nobody is signed in")
        func expiredFromTheStart() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let token = journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(-60))
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste(token)
                try await terminal.wait(for: "expired")
                try await terminal.press("Enter")
                let refused = try await terminal.wait(for: "not signed in", "This token has expired.")
                let field = try #require(
                    refused.lines.firstIndex { $0.contains("Token  ") && $0.contains("•") }
                )
                #expect(refused.lines[(field + 1)...(field + 2)].contains { $0.contains("expired") })
                #expect(!refused.shows("proved"))
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("An expired JWT in the environment leads to the login screen, with the reason beside the field")
        func expiredInTheEnvironment() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await journey.export(
                    "INATTY_TOKEN",
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(-60))
                )
                let number = try await journey.start()
                try await terminal.wait(for: "Sign in to see", "not signed in", "expired")
                for picture in terminal.history { #expect(!picture.contains("proved")) }
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A JWT that ends and cannot be renewed is told by itself; the person may look at what is there")
        func expiresWhileBrowsing() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                journey.sandbox.inject(.noRenewal)
                try await journey.export(
                    "INATTY_TOKEN",
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(8))
                )
                let number = try await journey.startProved()
                // No key is pressed: the program wakes up at the moment that the token names.
                let asked = try await terminal.wait(for: "Your JWT has to be replaced", "paste it here")
                #expect(!asked.shows("proved"))
                #expect(asked.shows("Sign in again, and what was under way goes on"))

                journey.sandbox.forgetRequests()
                try await terminal.press("Escape")
                let ended = try await terminal.wait(for: "JWT · not honoured", Orchid.truePoint)
                #expect(!ended.shows("proved"))
                try await terminal.press("r")
                try await terminal.press("NPage", "NPage", "g")
                let stays = try await terminal.wait(for: "1–26 of 1,284", Orchid.truePoint)
                #expect(!stays.shows("proved"))
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "41.6021800, -93.6124000", "observation 3")
                #expect(!record.shows("proved"))
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                #expect(
                    !journey.sandbox.requests.contains { $0.path.contains("/observations") },
                    "nothing is fetched with a JWT that is not honoured, nor as anybody"
                )
                try await journey.leave(number)
            }
        }

        @Test(
            "A list that is fetched on with a JWT that has died stops there, and goes on once it is replaced"
        )
        func diesBetweenPages() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                journey.sandbox.inject(.noRenewal)
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste(journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(7)))
                try await terminal.wait(for: "JWT · user 1234567")
                try await terminal.press("Enter")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await terminal.wait(for: "Your JWT has to be replaced")
                try await terminal.press("Escape")
                try await terminal.wait(for: "JWT · not honoured", "of 1,284", "q quit")
                try await terminal.press("G")
                try await terminal.wait(for: "Sign in first: press S.")
                try await terminal.press("S")
                try await terminal.wait(for: "paste it here")
                try await terminal.paste(journey.sandbox.issueJWT(login: "observer"))
                try await terminal.wait(for: "JWT · user 1234567 · 23 h")
                try await terminal.press("Enter")
                let end = try await terminal.wait(for: "1,284 of 1,284", "observer · JWT · proved")
                #expect(end.rows.count > 20)
                journey.expectNothingPublicAsMine()
                try await journey.leave(number)
            }
        }

        @Test("A suspended account is named as the reason, and reinstated its token is proved again")
        func suspendedWhileBrowsing() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                journey.sandbox.suspend(login: "observer", until: nil)
                try await terminal.press("r")
                let refused = try await terminal.wait(for: "JWT · not honoured", "suspended")
                #expect(!refused.shows("proved"))
                journey.sandbox.reinstate(login: "observer")
                try await terminal.press("r")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("A garbage JWT in the environment is refused, as the API would silently answer as to anyone")
        func garbage() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let good = journey.sandbox.issueJWT(login: "observer")
                try await journey.export("INATTY_TOKEN", good.dropLast(8) + "AAAAAAAA")
                let number = try await journey.start()
                let refused = try await terminal.wait(for: "not signed in", "does not accept this JWT")
                #expect(!refused.shows(Orchid.name))
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }
    }
}

extension Journey {
    /// Sets a variable of the shell without it ever being on the screen.
    func export(_ name: String, _ value: some StringProtocol) async throws {
        try "export \(name)='\(value)'\n".write(
            to: terminal.file("variables"),
            atomically: true,
            encoding: .utf8
        )
        let number = try await terminal.commandNumber()
        try await terminal.run(". ./variables; rm variables; clear")
        try await terminal.waitForPrompt(after: number)
    }

    /// Expects that no screen so far showed a row of the public view while it called the person proved.
    ///
    /// All observations of the list are the person's own, so the server hides nothing of them from a proved one: the
    /// word `withheld` would stand there.
    func expectNothingPublicAsMine(sourceLocation: SourceLocation = #_sourceLocation) {
        for picture in terminal.history where picture.contains("JWT · proved") {
            #expect(!picture.contains("withheld"), "\(picture)", sourceLocation: sourceLocation)
        }
    }
}

extension SandboxFault {
    /// The site gives nobody a JWT any more.
    static var noRenewal: SandboxFault {
        .reply(status: 401, body: #"{"error":"You need to sign in or sign up before continuing."}"#).on(
            "/users/api_token",
            count: nil
        )
    }
}
