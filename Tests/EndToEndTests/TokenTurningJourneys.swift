import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Turning through the identities: the true point comes and goes, and the screen says why.
    @Suite
    struct TokenTurningJourneys {
        @Test(
            "Turning through all identities shows the true point vanish, the reason why, and the point come back"
        )
        func allIdentities() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                journey.sandbox.forgetRequests()

                try await terminal.press("t")
                let anonymous = try await terminal.wait(
                    for: "anonymous · the public view",
                    "what an anonymous request shows"
                )
                try await terminal.wait(forNo: "asking…")
                #expect(anonymous.shows(Orchid.publicPoint))
                try await journey.expectWithheld()
                #expect(journey.sandbox.requests.allSatisfy { $0.authorization == .none })

                try await terminal.press("t")
                try await terminal.wait(for: "observer · OAuth token · ignored by the API", ignoredSentence)
                try await terminal.wait(forNo: "asking…")
                try await journey.expectWithheld()
                #expect(try await terminal.screen().shows("The API ignores OAuth tokens"))
                #expect(journey.sandbox.requests.last?.authorization == .oauth)

                try await terminal.press("t")
                let table = try await terminal.wait(
                    for: "observer · JWT · proved",
                    Orchid.truePoint,
                    Orchid.truePlace
                )
                #expect(!table.shows(ignoredSentence))
                // What is held is shown at once; the server is asked again all the same.
                await journey.sandbox.arrivals { $0.path == "/v2/observations" && $0.authorization == .jwt }
                try await journey.leave(number)
            }
        }

        @Test("The cursor stays on its observation while the identities turn")
        func cursorStays() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("j")
                let before = try await terminal.wait(
                    for: "42.3611000, -71.0570000",
                    "Lantern Pond, Middlesex, Massachusetts"
                )
                let order = before.taxa
                for bar in ["anonymous · the public view", "OAuth token · ignored by the API"] {
                    try await terminal.press("t")
                    try await terminal.wait(for: bar, "no point is public")
                    let turned = try await terminal.wait(forNo: "asking…")
                    #expect(!turned.shows("42.3611"))
                    #expect(turned.taxa.starts(with: order.dropLast()), "the rows keep their order")
                }
                try await terminal.press("t")
                try await terminal.wait(for: "JWT · proved", "42.3611000, -71.0570000")
                try await terminal.wait(for: "the table as it was", showing: before)
                try await journey.leave(number)
            }
        }

        @Test("With nothing but an OAuth token the rows are withheld, and the remedy is to get a JWT")
        func oauthTokenAlone() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                journey.sandbox.inject(
                    .reply(status: 403, body: #"{"error":"insufficient_scope"}"#).on(
                        "/users/api_token",
                        count: nil
                    )
                )
                let number = try await journey.start()
                let table = try await terminal.wait(
                    for: "OAuth token · ignored by the API",
                    Orchid.publicPoint
                )
                #expect(
                    table.shows(
                        "OAuth token: the API ignores it and answers as to anyone. Sign in with a JWT: press S."
                    )
                )
                #expect(!table.shows(Orchid.truePoint))
                #expect(!table.shows("proved"))
                try await journey.leave(number)
            }
        }

        @Test(
            "Somebody else's hidden point is withheld although the JWT is proved, and the month stands for the day"
        )
        func somebodyElses() async throws {
            try await Journey.run(signedInAs: .stranger) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "stranger · JWT · proved", "Peregrine Falcon")
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Right", "Right", "Enter")
                try await terminal.wait(for: "everyone's", Orchid.publicPoint)
                let table = try await terminal.wait(forNo: "asking…")
                let row = try #require(table.line(with: Orchid.name))
                #expect(row.contains("withheld"))
                #expect(row.contains("2026-06 "))
                #expect(!row.contains("2026-06-21"))
                #expect(table.shows("The observer has not let you see it"))
                try await journey.leave(number)
            }
        }

        @Test("A person whom the observer trusts sees the true point")
        func trusted() async throws {
            try await Journey.run(signedInAs: .trusted) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "trusted · JWT · proved")
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Right", "Enter")
                try await terminal.type("observer")
                try await terminal.press("Enter", "Enter")
                try await terminal.wait(
                    for: "obscured, private · observer",
                    Orchid.truePoint,
                    Orchid.truePlace
                )
                try await journey.leave(number)
            }
        }
    }
}

extension Journey {
    /// Expects the orchid's row and pane without its true point.
    func expectWithheld(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let screen = try await terminal.screen()
        for hidden in [Orchid.truePoint, "41.60218", Orchid.truePlace, "proved"] {
            #expect(!screen.shows(hidden), "\(hidden) is still there", sourceLocation: sourceLocation)
        }
        #expect(
            screen.line(with: Orchid.name)?.contains("withheld") == true,
            sourceLocation: sourceLocation
        )
    }
}

extension Screen {
    /// The lines of the table's rows.
    var rows: [String] {
        guard let header = lines.firstIndex(where: { $0.hasPrefix(" Taxon ") }) else { return [] }
        return Array(lines[(header + 1)...].prefix { !$0.hasPrefix("─") })
    }

    /// The first column of the table.
    var taxa: [String] { rows.map { String($0.prefix(24)) } }

    /// The same of the rows that there are, without the blanks around it.
    var names: [String] {
        taxa.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
