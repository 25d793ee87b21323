import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Terminals that change their size under the program.
    @Suite
    struct ResizeJourneys {
        /// A screen: its name, the keys to it from the table, and a text on it.
        static let screens: [(name: String, keys: [String], text: String)] = [
            ("table", [], "YOU  what your JWT shows"), ("record", ["Enter"], "Quality grade"),
            ("tokens", ["a"], "measured by asking with each"), ("accounts", ["A"], "No account is kept."),
            ("help", ["?"], "One line down."), ("list", ["L"], "What to look at"),
            ("login", ["S"], "Where to get a token"),
        ]

        @Test("A screen survives any size, says what it needs, and comes back whole", arguments: screens)
        func tinyAndBack(screen: (name: String, keys: [String], text: String)) async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                for key in screen.keys { try await terminal.press(key) }
                try await terminal.wait(for: screen.text)
                let before = try await terminal.settled()

                try await terminal.resize(columns: 20, rows: 5)
                let small = try await terminal.wait(for: "60×15")
                #expect(!small.shows("proved"))
                try await terminal.resize(columns: 1, rows: 1)
                try await terminal.wait(for: "one cell") { $0.lines.count <= 1 && $0.text.count <= 1 }
                try await terminal.resize(columns: 59, rows: 15)
                try await terminal.wait(for: "60×15")
                try await terminal.resize(columns: 60, rows: 15)
                try await terminal.wait(forNo: "60×15")
                try await terminal.resize(columns: 200, rows: 60)
                try await terminal.wait(for: "a frame of 200 columns") {
                    $0.lines.contains { $0.count > 150 } || $0.lines.count > 50
                }
                try await terminal.resize(columns: 120, rows: 36)
                try await terminal.wait(for: "the same screen as before", showing: before)

                if !screen.keys.isEmpty {
                    try await terminal.press("Escape")
                    try await terminal.wait(for: " Taxon ", "q quit")
                }
                try await journey.leave(number)
            }
        }

        @Test("Keys pressed while the terminal is too small do no harm")
        func keysWhileTiny() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.resize(columns: 10, rows: 3)
                try await terminal.wait(forNo: "proved")
                try await terminal.press("j", "NPage", "G", "k", "t", "t", "g")
                try await terminal.resize(columns: 120, rows: 36)
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("A terminal that is resized while the program is stopped is painted in its new size")
        func resizedWhileStopped() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("C-z")
                try await terminal.waitForPrompt(after: number)
                try await terminal.resize(columns: 80, rows: 24)
                try await terminal.run("fg")
                let table = try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await terminal.wait(for: "a frame of 80×24") {
                    $0.lines.count == 24 && $0.lines[23].contains("quit")
                }
                #expect(table.modes.isAlternate)
                try await terminal.press("q")
                try await terminal.waitForPrompt(after: number + 1)
                #expect(try await terminal.screen().modes == .shell)
            }
        }
    }
}
