package import TerminalUI

/// Asks for the observation to go to: by its id, or by the address of its page.
package nonisolated struct GoToPrompt: Sendable {
    private var field: TextField
    /// What is wrong with what was typed.
    package private(set) var problem: String?

    package init() {
        field = TextField(text: "", hint: "an id, or the address of an observation's page")
    }

    /// Typing and pasting.
    package mutating func handle(_ event: InputEvent) {
        if field.handle(event) { problem = nil }
    }

    /// Enter.
    ///
    /// - Returns: the id; nothing when what was typed is none, which is told.
    package mutating func accept() -> Int? {
        guard let id = Self.id(in: field.text) else {
            problem = "An id is a whole number from 1 to 2147483647."
            return nil
        }
        return id
    }

    /// The id in `9104`, `#9104` or `https://www.inaturalist.org/observations/9104?…`.
    package static func id(in text: String) -> Int? {
        var text = text.filter { !$0.isWhitespace }[...]
        if let path = text.firstRange(of: "/observations/") { text = text[path.upperBound...] }
        if text.hasPrefix("#") { text = text.dropFirst() }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard rest.isEmpty || "/?#".contains(rest.first ?? " "), let id = Int(digits) else { return nil }
        return (1...Int(Int32.max)).contains(id) ? id : nil
    }

    /// Draws it over the line at the foot.
    package func draw(on surface: inout Surface, in line: Rect) {
        surface.write(StyledLine(" # ", .key), in: line, on: .bar)
        let problem = problem.map { StyledLine($0 + " ", .failure) } ?? ""
        surface.write(problem, in: line, on: .bar, alignment: .trailing)
        field.draw(on: &surface, in: line.inset(left: 3, right: problem.columns + 1), isFocused: true)
    }
}
