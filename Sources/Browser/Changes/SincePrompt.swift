package import FoundationEssentials
package import TerminalUI

/// The line in which a person says since when changes are to be shown: a day, a span, or `all`.
package nonisolated struct SincePrompt: Sendable {
    private var field: TextField
    /// What is wrong with what was typed, as a whole sentence.
    package private(set) var problem: String?

    /// - Parameter since: the moment now in force; nothing for all changes.
    package init(since: Date?) {
        field = TextField(
            text: since.map(MomentText.day) ?? "all",
            hint: "2026-10-24, 30 days, 6 months, or all"
        )
    }

    /// Typing and pasting.
    package mutating func handle(_ event: InputEvent) {
        if field.handle(event) { problem = nil }
    }

    /// Enter.
    ///
    /// - Parameter now: what spans are counted back from.
    /// - Returns: the moment, `.some(nil)` for all changes; nothing when there is a problem, which is told.
    package mutating func accept(at now: Date) -> Date?? {
        switch Self.parse(field.text, at: now) {
        case .success(let since): return .some(since)
        case .failure(let failure):
            problem = failure.description
            return nil
        }
    }

    /// Draws it in one line; the problem goes into the line below, where there is one.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let caption = surface.write(StyledLine("Since  ", .heading), in: rect.line(0))
        let line = rect.line(0).inset(left: caption)
        field.draw(on: &surface, in: line.splitLeft(min(line.columns, 30)).left, isFocused: true)
        let words: StyledLine =
            problem.map { StyledLine($0, .failure) }
            ?? StyledLine("A day, a span as “30 days” or “6 months”, or “all”.", .muted)
        surface.write(words, in: rect.line(1))
    }

    /// Why a text names no moment.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads a day (`2026-10-24`), a span back from now (`30 days`, `6 months`), or `all`, which is nil.
    package static func parse(_ text: String, at now: Date) -> Result<Date?, Failure> {
        let words = text.lowercased().split { $0.isWhitespace }.map(String.init)
        if words.isEmpty || words == ["all"] { return .success(nil) }
        if words.count == 1, let day = MomentText.date(ofDay: words[0]) {
            guard day <= now else { return .failure(Failure(description: "\(words[0]) is still to come.")) }
            return .success(day)
        }
        let joined = words.joined()
        let digits = joined.prefix { $0.isASCII && $0.isNumber }
        let unit = String(joined.dropFirst(digits.count))
        if let count = Int(digits), (1...36_500).contains(count), let days = days(of: unit) {
            return .success(now.addingTimeInterval(-86_400 * Double(count * days)))
        }
        return .failure(
            Failure(
                description:
                    "“\(text)” is no day of the calendar as 2026-10-24, no span as “30 days”, and not “all”."
            )
        )
    }

    private static func days(of unit: String) -> Int? {
        switch unit {
        case "d", "day", "days": 1
        case "w", "week", "weeks": 7
        case "month", "months": 30
        case "y", "year", "years": 365
        default: nil
        }
    }
}
