import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// JWTs of five seconds, exchanged while the program runs.
    @Suite
    struct RenewalJourneys {
        private static let short = SandboxConfiguration(jwtLifetime: .seconds(5))

        /// Waits until so many JWTs were had from the site with a kind of token.
        private func waitForExchanges(
            _ count: Int,
            with authorization: SandboxRequest.Authorization,
            in journey: Journey
        ) async {
            await journey.sandbox.arrivals(count) {
                $0.path == "/users/api_token.json" && $0.authorization == authorization
            }
        }

        @Test("From the OAuth token: nobody notices, the kept file follows, and the next start uses it")
        func fromOAuthToken() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                let first = try #require(try terminal.kept().first)
                var jwts: Set = [first.jwt]
                for count in 2...4 {
                    await waitForExchanges(count, with: .oauth, in: journey)
                    let before = jwts
                    let kept = try await terminal.waitUntil("the file follows") {
                        try terminal.kept().first.flatMap { before.contains($0.jwt) ? nil : $0 }
                    }
                    #expect(kept.jwt.map(journey.sandbox.isAlive) == true)
                    #expect(kept.oauth?.token == first.oauth?.token)
                    jwts.insert(kept.jwt)
                    // What is asked for now is answered to the person.
                    try await terminal.press("r")
                    try await terminal.wait(for: "Fetched again.", Orchid.truePoint)
                }
                #expect(try terminal.mode(of: try #require(try terminal.tokenFiles().first)) == 0o600)
                journey.expectProvedThroughout()
                try await journey.leave(number)
                #expect(
                    !journey.sandbox.requests.contains { $0.authorization == .invalid },
                    "no JWT was used too long"
                )

                let second = try await journey.startProved()
                try await terminal.wait(for: "observer · JWT · proved · file")
                try await journey.leave(second)
                #expect(journey.sandbox.issuedTokens(login: "observer") == 1)
            }
        }

        @Test("From the JWT alone: a valid one buys the next one, on and on")
        func fromJWT() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await journey.signInByPasting(
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(5))
                )
                await waitForExchanges(3, with: .jwt, in: journey)
                try await terminal.press("G")
                try await terminal.wait(for: "1,284 of 1,284")
                await waitForExchanges(4, with: .jwt, in: journey)
                #expect(try terminal.kept().map(\.oauth?.token) == [nil])
                journey.expectProvedThroughout()
                try await journey.leave(number)
                #expect(!journey.sandbox.requests.contains { $0.authorization == .invalid })
            }
        }

        @Test("A token of the environment is renewed, too, and what it was renewed to is not stored")
        func fromEnvironment() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                try await journey.export(
                    "INATTY_TOKEN",
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(5))
                )
                let number = try await journey.startProved()
                await waitForExchanges(2, with: .jwt, in: journey)
                try await journey.terminal.press("r")
                try await journey.terminal.wait(for: "Fetched again.", "observer · JWT · proved · not kept")
                journey.expectProvedThroughout()
                try await journey.leave(number)
                #expect(journey.tokenFiles.isEmpty)
            }
        }

        @Test(
            "When the way to a new JWT is cut, the person is asked in place, pastes one, and is where they were"
        )
        func cut() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                try await terminal.press("NPage", "NPage")
                // Not the last line: a notice takes some of them for a moment.
                try await terminal.press("k", "k", "k", "k", "k", "k")
                try await terminal.wait(for: "27–53 of 1,284")
                let before = try await terminal.settled()
                // As a changed password does.
                journey.sandbox.revokeOAuthTokens(login: "observer")
                let asked = try await terminal.wait(
                    for: "Your JWT has to be replaced",
                    "the OAuth token behind it was revoked",
                    "paste it here"
                )
                #expect(!asked.shows("proved"))
                #expect(!asked.shows("Look around without signing in"))
                journey.sandbox.setJWTLifetime(.seconds(86_400))
                try await terminal.paste(journey.sandbox.issueJWT(login: "observer"))
                try await terminal.wait(for: "JWT · user 1234567 · 23 h")
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved · file · 23 h")
                try await terminal.wait(for: "the table where it was", showing: before)
                try await terminal.press("G")
                try await terminal.wait(for: "1,284 of 1,284")
                journey.expectNothingPublicAsMine()
                try await journey.leave(number)
            }
        }

        @Test("A list that is being fetched waits while the person is asked, and goes on to its end")
        func underWay() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                // No more pages until the JWT has ended.
                let gate = SandboxGate()
                journey.sandbox.inject(SandboxFault(.held(gate), pathPrefix: "/v2/observations", count: 1))
                try await terminal.press("G")
                await gate.arrivals(1)
                journey.sandbox.revokeOAuthTokens(login: "observer")
                try await terminal.wait(for: "Your JWT has to be replaced", "paste it here")
                gate.open()
                journey.sandbox.setJWTLifetime(.seconds(86_400))
                try await terminal.paste(journey.sandbox.issueJWT(login: "observer"))
                try await terminal.wait(for: "JWT · user 1234567 · 23 h")
                try await terminal.press("Enter")
                try await terminal.wait(for: "1,284 of 1,284", "observer · JWT · proved")
                journey.expectNothingPublicAsMine()
                try await journey.leave(number)
            }
        }

        @Test("Another person who signs in there gets their own list, and nothing of the first one's")
        func otherPerson() async throws {
            try await Journey.run(sandbox: Self.short) { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                journey.sandbox.revokeOAuthTokens(login: "observer")
                try await terminal.wait(for: "Your JWT has to be replaced", "paste it here")
                journey.sandbox.setJWTLifetime(.seconds(86_400))
                try await journey.signInByPasting(journey.sandbox.issueJWT(login: "curator"), as: "curator")
                let table = try await terminal.settled()
                #expect(!table.shows(Orchid.name) && !table.shows("observer"), "\(table.picture)")
                try await journey.leave(number)
                #expect(try terminal.kept().map(\.user) == [1_234_567, 3_456_789])
            }
        }

        @Test("A JWT that the API has stopped honouring, and answers with a 200, is noticed with that reply")
        func silentlyEnded() async throws {
            let clock = SandboxClock()
            try await Journey.run(sandbox: SandboxConfiguration(now: { clock.now })) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await journey.signInByPasting(journey.sandbox.issueJWT(login: "observer"))
                journey.sandbox.forgetRequests()
                // The servers' clock is put forward: the JWT has ended there, and nobody here knows.
                clock.advance(by: .seconds(25 * 3_600))
                try await terminal.press("G")
                try await terminal.wait(for: "Your JWT has to be replaced", "paste it here")
                let pages = journey.requests(to: "/v2/observations")
                #expect(
                    pages.map(\.authorization) == [.invalid],
                    "one page was asked for, and answered publicly"
                )
                try await terminal.press("Escape")
                let table = try await terminal.wait(for: "JWT · not honoured", " of 1,284", "q quit")
                #expect(!table.shows("withheld") && !table.shows("proved"), "\(table.picture)")
                try await terminal.press("g")
                try await terminal.wait(for: Orchid.truePoint)
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
                for picture in terminal.history { #expect(!picture.contains("withheld"), "\(picture)") }
            }
        }
    }
}

extension Journey {
    /// Expects that on every screen so far with rows the person is proved and each row is their own.
    func expectProvedThroughout(sourceLocation: SourceLocation = #_sourceLocation) {
        expectNothingPublicAsMine(sourceLocation: sourceLocation)
        for picture in terminal.history
        where picture.contains("\n Taxon ") && !picture.contains("Signing in…") {
            #expect(!picture.contains("not honoured"), "\(picture)", sourceLocation: sourceLocation)
            #expect(!picture.contains("expired"), "\(picture)", sourceLocation: sourceLocation)
            #expect(!picture.contains("anonymous"), "\(picture)", sourceLocation: sourceLocation)
        }
    }
}
