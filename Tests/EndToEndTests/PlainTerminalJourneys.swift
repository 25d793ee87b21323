import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Terminals with less: no colour, old ones, ASCII, unknown ones, none at all.
    @Suite
    struct PlainTerminalJourneys {
        /// The numbers of colours in the escape sequences of a captured screen.
        private func colours(in styled: String) -> [Int] {
            styled.matches(of: /\u{1B}\[([0-9;:]*)m/)
                .flatMap { $0.1.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) } }
                .filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
        }

        @Test(
            "NO_COLOR leaves bold, underline and reverse, and no colour",
            arguments: ["tmux-256color", "xterm-256color"]
        )
        func noColour(terminalName: String) async throws {
            for (value, isColoured) in [("", true), ("1", false)] {
                try await Journey.run(
                    signedInAs: .observer,
                    terminalName: terminalName,
                    environment: ["NO_COLOR": value]
                ) { journey in
                    let terminal = journey.terminal
                    let number = try await journey.startProved()
                    for key in ["", "Enter"] {
                        if !key.isEmpty {
                            try await terminal.press(key)
                            try await terminal.wait(for: "Quality grade")
                        }
                        let styled = try await terminal.styledText()
                        #expect(colours(in: styled).isEmpty != isColoured)
                        #expect(styled.contains(/\u{1B}\[[0-9;]*m/), "attributes are left")
                    }
                    try await terminal.press("Escape")
                    try await terminal.wait(for: "q quit")
                    try await journey.leave(number)
                }
            }
        }

        @Test("On a VT100 everything works without colour and without the mouse")
        func vt100() async throws {
            try await Journey.run(signedInAs: .observer, columns: 80, rows: 24, terminalName: "vt100") {
                journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                let table = try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                #expect(colours(in: try await terminal.styledText()).isEmpty)
                #expect(!table.modes.hasMouse)
                try await terminal.press("Down")
                try await terminal.wait(for: "42.3611000, -71.0570000")
                try await terminal.press("NPage", "NPage", "NPage")
                try await terminal.wait(for: "30–44 of 1,284")
                let scrolled = try await terminal.settled()
                #expect(scrolled.rows.count == 15)
                #expect(scrolled.rows.allSatisfy { !$0.isEmpty })
                try await terminal.press("C-l")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Quality grade")
                try await terminal.press("Escape")
                try await terminal.wait(for: "the table as it was", showing: scrolled)
                try await terminal.press("q")
                // A VT100 has one screen alone, so the command line cannot come back.
                try await terminal.waitForPrompt(after: number)
                let modes = try await terminal.screen().modes
                #expect(modes == .shell)
            }
        }

        @Test(
            "A painted screen is the same however it came about: by scrolling or painted anew",
            arguments: [
                "tmux-256color", "xterm-256color", "vt100", "screen-256color", "linux",
            ]
        )
        func paintedAnew(terminalName: String) async throws {
            try await TestTerminal.use(columns: 100, rows: 30, name: terminalName) { terminal in
                let number = try await terminal.start("inatty demo")
                var moved = try await terminal.wait(for: "proved", Orchid.truePoint)
                // One key at a time: each of them changes the screen, and its effect is waited for.
                for key in ["NPage", "NPage", "j", "j", "k", "PPage", "G", "PPage", "k", "g", "t"] {
                    try await terminal.press(key)
                    moved = try await terminal.settled(after: moved)
                    if key == "G" {
                        // The rest of the list is fetched until that is said, and the last of it shown a moment later.
                        try await terminal.wait(for: "done: 1,284 rows", "–1,284 of 1,284")
                        moved = try await terminal.settled()
                    }
                    try await terminal.scribble()
                    try await terminal.press("C-l")
                    // The foot may differ: a message goes with the next key.
                    let expected = moved.lines.dropLast()
                    moved = try await terminal.wait(for: "the screen after \(key), painted anew") {
                        $0.lines.dropLast() == expected
                    }
                }
                try await terminal.press("q")
                try await terminal.waitForPrompt(after: number)
                #expect(try await terminal.screen().modes == .shell)
            }
        }

        @Test("In the C locale every character is ASCII")
        func ascii() async throws {
            try await TestTerminal.use(environment: ["LC_ALL": "C"]) { terminal in
                let number = try await terminal.start("inatty demo")
                let table = try await terminal.wait(for: "proved", Orchid.truePoint, "obscured")
                #expect(table.foreignCharacters == "")
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "Quality grade", "41.6021800, -93.6124000")
                #expect(record.foreignCharacters == "")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                // To the last row, past all awkward texts, and back up page by page.
                try await terminal.press("G")
                let end = try await terminal.wait(for: "1,284 of 1,284")
                #expect(end.foreignCharacters == "")
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("An unknown terminal gets one clear line, exit code 64 and no escape sequence")
        func unknownTerminal() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await terminal.record()
                let number = try await terminal.start("TERM=foo inatty 2> errors")
                let exitCode = try await terminal.waitForPrompt(after: number)
                #expect(exitCode == 64)
                let errors = terminal.contents(of: "errors")
                #expect(errors.hasPrefix("inatty: TERM=foo is not known"))
                #expect(errors.filter(\.isNewline).count == 1)
                #expect(!terminal.recording.contains("\u{1B}"), "\(terminal.recording.debugDescription)")
                #expect(journey.sandbox.requests.isEmpty)
            }
        }

        @Test("Without TERM it says so")
        func unnamedTerminal() async throws {
            try await Journey.run { journey in
                let number = try await journey.terminal.start("env -u TERM inatty 2> errors")
                #expect(try await journey.terminal.waitForPrompt(after: number) == 64)
                #expect(journey.terminal.contents(of: "errors").hasPrefix("inatty: TERM is not set"))
            }
        }

        @Test(
            "With a pipe for its output, its input or both it says so in one line",
            arguments: [
                "inatty 2> errors > output", "inatty 2> errors < /dev/null",
                "inatty < /dev/null 2> errors > output",
                "inatty demo 2> errors > output",
            ]
        )
        func pipe(command: String) async throws {
            try await Journey.run { journey in
                let number = try await journey.terminal.start(command)
                #expect(try await journey.terminal.waitForPrompt(after: number) == 64)
                let errors = journey.terminal.contents(of: "errors")
                #expect(errors.contains("is not a terminal: run this in a terminal, without pipes."))
                #expect(errors.filter(\.isNewline).count == 1)
                #expect(journey.terminal.contents(of: "output").isEmpty)
                #expect(journey.sandbox.requests.isEmpty)
            }
        }

        @Test(
            "A full disk is told, with an exit code that is not 0",
            arguments: ["observations --id 1", "observations --id 1 --json", "auth status", "auth token"]
        )
        func fullDisk(command: String) async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let number = try await journey.terminal.start("inatty \(command) 2> errors > /dev/full")
                #expect(try await journey.terminal.waitForPrompt(after: number) != 0)
                #expect(
                    journey.terminal.contents(of: "errors").contains("standard output could not be written")
                )
            }
        }
    }
}
