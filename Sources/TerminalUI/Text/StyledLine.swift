/// A piece of text with one purpose.
package struct Span: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The text; it need not be sanitised, a ``Surface`` does that.
    package var text: String
    /// What it is for.
    package var role: Role

    /// A piece; ordinary text unless a role is given.
    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }

    /// Ordinary text.
    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// The columns that it takes.
    package var columns: Int { TerminalText.columns(text) }
}

/// One line of text whose pieces have purposes of their own.
package struct StyledLine: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// The pieces, from left to right.
    package var spans: [Span]

    /// A line of one piece; of none when the text is empty.
    package init(_ text: String, _ role: Role = .text) {
        spans = text.isEmpty ? [] : [Span(text, role)]
    }

    /// A line of these pieces, from left to right.
    package init(_ spans: [Span]) {
        self.spans = spans
    }

    /// Ordinary text.
    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// A line of these pieces, from left to right.
    package init(arrayLiteral elements: Span...) {
        spans = elements
    }

    /// The columns that it takes.
    package var columns: Int {
        spans.reduce(0) { $0 + $1.columns }
    }

    /// The text of all pieces.
    package var text: String {
        spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
    }

    /// Adds a piece at the end.
    package mutating func append(_ text: String, _ role: Role = .text) {
        spans.append(Span(text, role))
    }

    /// Both lines, one after the other.
    package static func + (left: StyledLine, right: StyledLine) -> StyledLine {
        StyledLine(left.spans + right.spans)
    }
}
