extension StyledLine {
    /// One line made of several, each cut or filled up to its width, the last only cut.
    package init(columns: [(line: StyledLine, width: Int)]) {
        var spans: [Span] = []
        for (index, column) in columns.enumerated() {
            let isLast = index == columns.count - 1
            let room = max(0, isLast ? column.width : column.width - 1)
            var used = 0
            for span in column.line.spans where used < room {
                let text = TerminalText.truncated(
                    TerminalText.sanitised(span.text),
                    to: room - used,
                    .ellipsis
                )
                spans.append(Span(text, span.role))
                used += TerminalText.columns(text)
            }
            if !isLast {
                spans.append(Span(String(repeating: " ", count: max(0, column.width - used)), .text))
            }
        }
        self.init(spans)
    }
}
