import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// The query screen: typed, completed, looked up, saved, pasted.
    @Suite
    struct QueryJourneys {
        @Test(
            "A query is completed, a taxon looked up as one types, the rows shown, and the query saved for later"
        )
        func lookedUpAndSaved() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("e")
                try await terminal.wait(
                    for: "observer:observer obscuration:obscured,private",
                    "Tab completes"
                )
                _ = journey.sandbox.requests
                try await terminal.type("tax")
                try await terminal.press("Tab")
                try await terminal.wait(for: "taxon:")
                try await terminal.type(":\"Platanthera prae")
                try await terminal.wait(for: Orchid.name)
                try await terminal.press("Down", "Enter")
                try await terminal.wait(for: "/Platanthera praeclara")
                try await terminal.press("C-s")
                try await terminal.wait(for: "a name of your own")
                try await terminal.type("my orchids")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Saved as “my orchids”.")
                try await terminal.press("Enter")
                let shown = try await terminal.wait(for: "only orchids") { screen in
                    !screen.names.isEmpty && screen.names.allSatisfy { $0.hasPrefix("Western Prairie") }
                }
                #expect(shown.shows(Orchid.truePoint))
                try await terminal.press("e", "C-o")
                try await terminal.wait(for: "my orchids")
                try await terminal.press("Escape", "Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
            }
        }

        @Test(
            "An address of the website becomes the query; what is wrong is told, and nothing is sent for it"
        )
        func pastedAndWrong() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("e")
                try await terminal.wait(for: "Tab completes")
                try await terminal.paste(
                    "https://www.inaturalist.org/observations?user_id=stranger&quality_grade=research&month=5"
                )
                try await terminal.wait(for: "observer:stranger quality:research", "month=5")
                let before = journey.requests(to: "/v2/observations").count
                try await terminal.type(" observed-from:2026-02-30")
                try await terminal.wait(for: "“2026-02-30” is no day")
                try await terminal.press("Enter")
                try await terminal.wait(for: "“2026-02-30” is no day")
                #expect(journey.requests(to: "/v2/observations").count == before)
                try await terminal.press("C-w")
                try await terminal.wait(forNo: "is no day")
                try await terminal.press("Enter")
                try await terminal.wait(for: "the stranger's rows") { screen in
                    screen.lines[0].contains("observer:stranger") && !screen.names.isEmpty
                }
                try await journey.leave(number)
            }
        }

        @Test("A name that the server does not know is told in a sentence, and the table stays as it was")
        func unknownName() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("e")
                try await terminal.wait(for: "Tab completes")
                try await terminal.type("taxon:Nosuchgenus")
                try await terminal.wait(for: "The server knows no taxon")
                try await terminal.press("Escape")
                try await terminal.wait(forNo: "The server knows no taxon")
                try await terminal.press("Enter")
                try await terminal.wait(for: "“Nosuchgenus” is no taxon")
                try await terminal.press("Escape")
                try await terminal.wait(for: Orchid.truePoint, "q quit")
                try await journey.leave(number)
            }
        }
    }
}
