import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// One observation, opened and closed.
    @Suite
    struct DetailJourneys {
        @Test("An opened record has both points, places and accuracies and the geoprivacy on one screen")
        func bothFaces() async throws {
            try await Journey.run(signedInAs: .observer, columns: 80, rows: 24) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "Quality grade")
                for text in [
                    "41.6510400, -93.7128800", "41.6021800, -93.6124000", Orchid.publicPlace,
                    Orchid.publicAccuracy,
                    Orchid.trueAccuracy, "[-93.71288, 41.65104]",
                ] {
                    #expect(record.shows(text), "\(text) is not on the screen:\n\(record.picture)")
                }
                #expect(record.text.contains("Old Mill Meadow"))
                #expect(record.line(with: "Geoprivacy")?.contains("obscured") == true)
                #expect(record.line(with: "Accuracy")?.contains("± 27,754 m") == true)
                #expect(record.line(with: "Accuracy")?.contains(" ± 330 m") == true)
                try await terminal.press("Escape")
                try await terminal.wait(for: " Taxon ", "/ find")
                try await journey.leave(number)
            }
        }

        @Test("Escape goes back to the same row of a table that had been scrolled")
        func backToTheSameRow() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("NPage", "NPage")
                try await terminal.press("Down", "Down", "Down")
                try await terminal.wait(for: "30–56 of 1,284")
                let before = try await terminal.settled()
                try await terminal.press("Enter")
                try await terminal.wait(for: "Quality grade", "YOU  what your JWT shows")
                try await terminal.press("Escape")
                try await terminal.wait(for: "the table as it was", showing: before)
                try await journey.leave(number)
            }
        }

        @Test("Turning the token in an opened record withholds the true point there too")
        func turningInside() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("Enter")
                try await terminal.wait(for: "41.6021800, -93.6124000", "Quality grade")
                try await terminal.press("t")
                let anonymous = try await terminal.wait(
                    for: "anonymous · the public view",
                    "withheld",
                    "2026-06  (the day"
                )
                #expect(!anonymous.shows("41.60218"))
                #expect(!anonymous.shows("2026-06-21"))
                #expect(!anonymous.shows("Old Mill Meadow"))
                try await terminal.press("t")
                try await terminal.wait(for: ignoredSentence, "what your OAuth token shows")
                try await terminal.press("t")
                try await terminal.wait(for: "JWT · proved", "41.6021800, -93.6124000")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("A record's text scrolls to its end and stays there")
        func scrolls() async throws {
            try await Journey.run(signedInAs: .observer, columns: 60, rows: 15) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "proved", Orchid.truePoint)
                try await terminal.press("Enter")
                try await terminal.wait(for: "Coordinates", "–13 of ")
                try await terminal.press("End")
                let end = try await terminal.wait(for: "/original.")
                #expect(
                    end.lines[0].firstMatch(of: /–(\d+) of (\d+)/).map { $0.1 == $0.2 } == true,
                    "\(end.lines[0])"
                )
                try await terminal.press("NPage", "j", "Home")
                try await terminal.wait(for: "Coordinates")
                try await terminal.press("Escape")
                try await terminal.wait(for: "Taxon", "Geoprivacy")
                try await journey.leave(number)
            }
        }
    }
}
