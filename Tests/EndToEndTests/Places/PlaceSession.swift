import Foundation
import TestSupport
import Testing

/// One whole session of `inatty demo` at a shell's prompt, the same wherever that shell runs.
///
/// Without Escape, which GNU screen holds back until the next key comes. Each step waits for what it has to bring about, and looks then whether the screen can be read.
struct PlaceSession {
    private let terminal: TestTerminal
    private let isASCII: Bool
    private let hasSecondScreen: Bool
    /// The modes at the shell's prompt before. A terminal within a terminal has some of its own.
    private let shellModes: Screen.Modes

    /// Notes how the terminal is before.
    ///
    /// - Parameters:
    ///   - terminal: with a shell at its prompt.
    ///   - isASCII: whether nothing else may be shown.
    ///   - hasSecondScreen: whether the shell's screen comes back at the end.
    init(_ terminal: TestTerminal, isASCII: Bool = false, hasSecondScreen: Bool = true) async throws {
        self.terminal = terminal
        self.isASCII = isASCII
        self.hasSecondScreen = hasSecondScreen
        let number = try await terminal.start("stty -a > modes-here; clear")
        try await terminal.waitForPrompt(after: number)
        shellModes = try await terminal.screen().modes
    }

    /// Goes through all of it.
    func run() async throws {
        let number = try await terminal.start("inatty demo 2> errors-here")
        try await see("the first rows", "JWT", "proved", Orchid.truePoint)
        try await move()
        try await open()
        try await filterAndSort()
        try await help()
        try await resize()
        let stopped = try await stopAndGoOn(number)
        try await terminal.press("q")
        try await expectShell(after: stopped, exitCode: 0)
        #expect(terminal.contents(of: "errors-here").isEmpty)
    }

    private func move() async throws {
        try await terminal.press("j")
        try await see("the next row", "42.3611000, -71.0570000")
        try await terminal.press("NPage", "NPage")
        try await see("a page further on") { !$0.shows(Orchid.name) }
        try await terminal.press("G")
        try await see("the last row", "1,284 of 1,284", "PUBLIC  what everyone sees")
        try await terminal.press("PPage", "PPage")
        try await see("the page before", "of 1,284") { !$0.shows("1,284 of 1,284") }
        try await terminal.press("g")
        try await see("the first rows again", Orchid.truePoint)
    }

    private func open() async throws {
        try await terminal.press("Enter")
        try await see("the record", "Quality grade", "41.6021800, -93.6124000")
        try await terminal.press("q")
        try await see("the table", Orchid.truePoint, "quit")
    }

    private func filterAndSort() async throws {
        try await terminal.press("&")
        try await terminal.type("turtle")
        try await see("the rows with the word", "Hawksbill Turtle") { !$0.shows(Orchid.name) }
        try await terminal.press("Enter")
        try await see("the filter kept", "turtle", "Hawksbill Turtle", "quit")
        try await terminal.press("s")
        try await see("the columns to sort by", "newest first, as the server gives them")
        try await terminal.press("Down", "Enter")
        try await see("another order", "A to Z")
        try await terminal.press("q")
        try await see("the rows from A to Z", "quit") { screen in
            let places = ["Bog Turtle", "Hawksbill Turtle"].map { name in
                screen.lines.firstIndex { $0.contains(name) }
            }
            return places[0] ?? .max < places[1] ?? .min
        }
    }

    private func help() async throws {
        try await terminal.press("?")
        try await see("the help", "One line down.")
        try await terminal.press("C-g")
        try await see("the table", "Hawksbill Turtle", "quit")
        // The filter goes first, the order then.
        try await terminal.press("BSpace")
        try await see("all rows", "of 1,284") { !$0.shows("turtle") }
        try await terminal.press("BSpace")
        try await see("the server's order", "of 1,284") { screen in
            screen.lines.count { $0.contains("Bog Turtle") } < 3
        }
        try await terminal.press("g")
        try await see("the first rows", Orchid.truePoint)
    }

    private func resize() async throws {
        try await terminal.resize(columns: 80, rows: 24)
        try await see("a frame of 80×24", Orchid.name) {
            $0.lines.count == 24 && $0.lines[23].contains("quit")
        }
        try await terminal.resize(columns: 20, rows: 5)
        try await terminal.wait(for: "a screen that is too small") { $0.shows("60") && !$0.shows("proved") }
        try await terminal.resize(columns: 100, rows: 30)
        try await see("the whole table", Orchid.truePoint, "quit") { $0.lines.count == 30 }
    }

    /// - Returns: the number of `fg`.
    private func stopAndGoOn(_ number: Int) async throws -> Int {
        let before = try await terminal.screen()
        try await terminal.press("C-z")
        // 148 is 128 and SIGTSTP.
        try await expectShell(after: number, exitCode: 148)
        let back = try await terminal.start("fg")
        try await see("the same rows", Orchid.truePoint) { $0.lines[2...20] == before.lines[2...20] }
        return back
    }

    /// Waits for these texts and for what else must be so, and expects that all of the screen can be read.
    private func see(
        _ what: String,
        _ texts: String...,
        sourceLocation: SourceLocation = #_sourceLocation,
        where condition: (Screen) -> Bool = { _ in true }
    ) async throws {
        let screen = try await terminal.wait(for: what, sourceLocation: sourceLocation) { screen in
            texts.allSatisfy { screen.shows($0) } && condition(screen)
        }
        // What stays of a sequence that the terminal does not know, of padding, and of a character in another code.
        let remains = screen.text.matches(of: /\[\??[0-9;]+[A-Za-z]|\$<\d|\u{FFFD}|â”|[Ââ]\S/).map {
            String($0.output)
        }
        #expect(remains.isEmpty, "\(what):\n\(screen.picture)", sourceLocation: sourceLocation)
        #expect(!isASCII || screen.foreignCharacters.isEmpty, "\(what)", sourceLocation: sourceLocation)
    }

    /// Expects a shell that has its terminal back as it was.
    private func expectShell(
        after number: Int,
        exitCode: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let seen = try await terminal.waitForPrompt(after: number, sourceLocation: sourceLocation)
        #expect(seen == exitCode, sourceLocation: sourceLocation)
        let screen = try await terminal.screen()
        #expect(screen.modes == shellModes, sourceLocation: sourceLocation)
        #expect(!hasSecondScreen || !screen.shows(Orchid.truePoint), sourceLocation: sourceLocation)
        let line = try await terminal.start("stty -a | cmp - modes-here")
        let difference = try await terminal.waitForPrompt(after: line)
        #expect(difference == 0, "the line's modes", sourceLocation: sourceLocation)
    }
}
