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

        @Test(
            "A JWT that expires while somebody browses turns the bar by itself; then nothing is called proved"
        )
        func expiresWhileBrowsing() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await journey.export(
                    "INATTY_TOKEN",
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(10))
                )
                let number = try await journey.startProved()
                // No key is pressed: the program wakes up at the moment that the token names.
                let expired = try await terminal.wait(for: "observer · JWT · expired", "The JWT expired")
                #expect(!expired.shows("proved"))
                #expect(expired.shows(Orchid.truePoint), "what was fetched while it was good stays")

                journey.sandbox.forgetRequests()
                try await terminal.press("r")
                let refused = try await terminal.wait(for: "JWT · not honoured", "withheld")
                #expect(!refused.shows("proved"))
                try await terminal.wait(forNo: Orchid.truePoint)
                #expect(journey.sandbox.requests.contains { $0.authorization == .invalid })
                #expect(!journey.sandbox.requests.contains { $0.authorization == .jwt })

                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "Quality grade", "withheld")
                #expect(!record.shows("41.60218"))
                #expect(!record.shows("proved"))
                try await terminal.press("Escape")
                try await terminal.wait(for: "S sign in")
                try await journey.leave(number)
            }
        }

        @Test("A row fetched with a JWT that has died since is withheld and never called proved")
        func diesBetweenPages() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await journey.export(
                    "INATTY_TOKEN",
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(8))
                )
                let number = try await journey.startProved()
                try await terminal.wait(for: "observer · JWT · expired")
                try await terminal.press("G")
                let end = try await terminal.wait(for: "1,284 of 1,284", "not honoured")
                // A row with two points would show a true one.
                let point = /-?\d+\.\d{5}, -?\d+\.\d{5}/
                #expect(end.rows.count > 20)
                #expect(end.rows.allSatisfy { $0.matches(of: point).count <= 1 }, "\(end.picture)")
                #expect(end.rows.contains { $0.contains("withheld") })
                #expect(!end.shows("proved"))
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
}
