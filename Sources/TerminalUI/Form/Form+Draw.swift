extension Form {
    /// Where an element is drawn.
    struct Placed {
        /// Which of the visible elements.
        let index: Int
        /// Its own line.
        let line: Rect
        /// The lines below it, for its note or problem.
        let remark: Rect
    }

    /// Draws the form. Notes give way where there is little room; what has the keyboard is always seen.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let elements = visible
        let labels = labelColumns(elements)
        for placed in layout(in: rect) {
            draw(elements[placed.index], at: placed, labels: labels, on: &surface)
        }
    }

    /// How many lines of the rectangle the form takes.
    package func usedRows(in rect: Rect) -> Int {
        (layout(in: rect).map { max($0.line.bottom, $0.remark.bottom) }.max() ?? rect.top) - rect.top
    }

    /// Where an element's field stands in the form as it is drawn in that rectangle; nil when it is out of view.
    package func place(of id: ID, in rect: Rect) -> Rect? {
        let elements = visible
        guard let placed = layout(in: rect).first(where: { elements[$0.index].id == id }) else { return nil }
        return Self.field(in: placed.line.inset(left: labelColumns(elements)))
    }

    /// Where everything stands.
    func layout(in rect: Rect) -> [Placed] {
        let elements = visible
        let labels = labelColumns(elements)
        guard rect.columns > labels, !elements.isEmpty else { return [] }
        let remarks = elements.map { element in
            element.remark.map { TerminalText.wrapped($0.text, to: rect.columns - labels).count } ?? 0
        }
        let roomy = elements.count + remarks.reduce(0, +) + gaps(elements) <= rect.rows
        let spaced = roomy
        var heights: [Int] = []
        for (index, element) in elements.enumerated() {
            let showsRemark = roomy || element.id == focus || element.problem != nil
            heights.append((showsRemark ? remarks[index] : 0) + 1)
        }
        var tops: [Int] = []
        var row = 0
        for (index, element) in elements.enumerated() {
            if spaced, index > 0, isSeparated(elements[index - 1], element) { row += 1 }
            tops.append(row)
            row += heights[index]
        }
        let focused = elements.firstIndex { $0.id == focus } ?? 0
        let offset = max(0, min(tops[focused], tops[focused] + heights[focused] - rect.rows))
        return elements.indices.compactMap { index in
            let top = rect.top + tops[index] - offset
            let line = Rect(column: rect.left, row: top, columns: rect.columns, rows: 1)
            guard top >= rect.top, top < rect.bottom else { return nil }
            let remark = Rect(
                column: rect.left + labels,
                row: top + 1,
                columns: rect.columns - labels,
                rows: heights[index] - 1
            )
            return Placed(index: index, line: line, remark: remark.intersection(rect))
        }
    }

    private func draw(_ element: FormElement<ID>, at placed: Placed, labels: Int, on surface: inout Surface) {
        let isFocused = element.id == focus
        surface.write(
            element.label,
            at: placed.line.origin,
            limit: labels - 2,
            style: Style(isFocused ? .heading : .muted)
        )
        let content = placed.line.inset(left: labels)
        switch element.content {
        case .field(let field):
            field.draw(on: &surface, in: Self.field(in: content), isFocused: isFocused)
        case .secret(let field):
            field.draw(on: &surface, in: Self.field(in: content), isFocused: isFocused)
        case .choice(let options, let selected):
            surface.drawChoice(
                options,
                selected: selected,
                at: content.origin,
                isFocused: isFocused,
                limit: content.columns
            )
        case .button(let title):
            surface.drawButton(title, at: content.origin, isFocused: isFocused)
        }
        guard let remark = element.remark else { return }
        let lines = TerminalText.wrapped(remark.text, to: max(1, placed.remark.columns))
        for (index, line) in lines.prefix(placed.remark.rows).enumerated() {
            surface.write(
                StyledLine(line, remark.role),
                in: placed.remark.line(index),
                on: .normal
            )
        }
    }

    /// No field is wider than 64 columns: longer lines are hard to read, and a token scrolls anyway.
    private static func field(in content: Rect) -> Rect {
        content.splitLeft(min(content.columns, 64)).left
    }

    private func labelColumns(_ elements: [FormElement<ID>]) -> Int {
        (elements.map { TerminalText.columns($0.label) }.max() ?? 0) + 2
    }

    private func isSeparated(_ upper: FormElement<ID>, _ lower: FormElement<ID>) -> Bool {
        if case .button = upper.content { return false }
        if case .button = lower.content { return true }
        return upper.remark != nil
    }

    private func gaps(_ elements: [FormElement<ID>]) -> Int {
        zip(elements, elements.dropFirst()).count { isSeparated($0, $1) }
    }
}
