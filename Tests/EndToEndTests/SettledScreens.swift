import TestSupport
import Testing

extension TestTerminal {
    /// Looks at the screen until it shows the same as before, but for the bar and for times left, which go on.
    ///
    /// The terminal may paint a frame in several steps, so that one look after another event is not enough.
    @discardableResult
    func wait(
        for what: String,
        showing before: Screen,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Screen {
        func timeless(_ screen: Screen) -> [String] {
            screen.lines.dropFirst().map { $0.replacing(/\d+ h \d+ min */, with: "…") }
        }
        do {
            return try await wait(for: what, sourceLocation: sourceLocation) { screen in
                timeless(screen) == timeless(before)
            }
        } catch {
            Issue.record("What was expected:\n\(before.picture)", sourceLocation: sourceLocation)
            throw error
        }
    }

    /// The screen once the program waits for its next event, the terminal has taken in what it wrote, and nothing on
    /// the screen waits for an answer.
    ///
    /// - Parameter before: the screen before the keys whose effect is waited for; it has to be another one.
    func settled(after before: Screen? = nil) async throws -> Screen {
        let program = try? await process(named: "inatty")
        var last = try await screen()
        var sameLooks = 0
        return try await wait(for: "a screen that stands still") { screen in
            // A frame is larger than what the kernel holds for the terminal: of one that is still being written two
            // looks in a row may see the same half.
            let isWaiting = program.map { Self.isWaiting($0) } ?? true
            sameLooks = screen.lines == last.lines && isWaiting ? sameLooks + 1 : 0
            last = screen
            return sameLooks > 1 && screen.lines != before?.lines
                && !screen.shows("asking…") && !screen.shows("fetching ·")
                && !screen.shows("fetching the rest")
        }
    }
}
