internal import INaturalist
package import TerminalUI

nonisolated extension QueryScreen {
    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let layout = layout(in: rect)
        let hasLine = focus == .line && pane == .form
        surface.write(
            StyledLine(Self.caption, hasLine ? .heading : .muted),
            in: layout.room.line(0)
        )
        line.draw(on: &surface, in: layout.line, isFocused: hasLine)
        switch pane {
        case .form, .naming: drawForm(on: &surface, in: layout.fields)
        case .saved(let selected, let isConfirming):
            drawSaved(on: &surface, in: layout.fields, selected: selected, isConfirming: isConfirming)
        }
        drawHelp(on: &surface, in: layout.help)
        for (button, place) in placedButtons(in: layout.buttons) where !place.isEmpty {
            let isFocused = pane == .form && focus == .button(button)
            surface.drawButton(button.title, at: place.origin, isFocused: isFocused)
        }
        drawStatement(on: &surface, in: layout)
        if let field = listField(in: layout) {
            list.draw(on: &surface, beside: field, in: listBounds(in: layout))
        }
    }

    // MARK: - Below the line

    /// What is said of the whole query.
    var statement: Span? {
        if let lineProblem { return Span(lineProblem.description, .failure) }
        if let remark { return remark }
        // That of the field with the keyboard is told beside it.
        let first = QueryField.inForm.first { problem(of: $0) != nil && focus != .field($0) }
        if let first, let problem = problem(of: first) { return Span("\(first.title): \(problem)", .failure) }
        if let advice = query.advice, focus != .field(.project) { return Span(advice, .warning) }
        guard query.text.isEmpty, fieldProblems.isEmpty, pane == .form else { return nil }
        return Span("Nothing is said yet: everybody's observations.", .muted)
    }

    private func drawStatement(on surface: inout Surface, in layout: Layout) {
        guard let statement, layout.statement.columns > 0 else { return }
        var lines = TerminalText.wrapped(statement.text, to: layout.statement.columns)
        var room = layout.statement
        let hasLine = focus == .line && pane == .form
        if lines.count > room.rows, hasLine, statement.role != .muted {
            // While the line has the keyboard, all of it is worth more than the fields below.
            let rows = min(lines.count + (room.rows - 1), max(room.rows, layout.room.rows - 4))
            room = Rect(column: room.left, row: room.top, columns: room.columns, rows: rows)
            surface.fill(
                Rect(column: layout.room.left, row: room.top, columns: layout.room.columns, rows: rows),
                style: Style()
            )
        }
        if lines.count > room.rows, let last = lines.prefix(room.rows).last {
            lines = Array(lines.prefix(room.rows - 1))
            lines.append(TerminalText.truncated(last + " …", to: room.columns))
        }
        for (row, line) in lines.enumerated() {
            surface.write(StyledLine(line, statement.role), in: room.line(row))
        }
    }

    // MARK: - The form

    private func drawForm(on surface: inout Surface, in fields: Rect) {
        let (placed, top) = placed(in: fields)
        for place in placed {
            let isFocused = focus == .field(place.field) && pane == .form
            let problem = problem(of: place.field)
            if problem != nil {
                surface.write(
                    "!",
                    at: Position(column: place.label.left - 2, row: place.label.top),
                    style: Style(.failure)
                )
            }
            let role: Role = problem != nil ? .failure : isFocused ? .heading : .muted
            surface.write(StyledLine(place.field.title, role), in: place.label)
            inputs[place.field]?.draw(on: &surface, in: place.content, isFocused: isFocused)
            // Where there is room beside the fields, every field explains itself.
            let beside = place.content.right + 2
            if fields.right - beside >= Self.besideColumns {
                surface.write(
                    StyledLine(problem ?? place.field.help, problem == nil ? .muted : .failure),
                    in: Rect(
                        column: beside,
                        row: place.label.top,
                        columns: fields.right - beside - 2,
                        rows: 1
                    )
                )
            }
        }
        surface.drawScrollbar(in: fields, top: top, visible: placed.count, count: QueryField.inForm.count)
    }

    /// The least room beside the fields in which their help is worth reading.
    private static let besideColumns = 84

    private func drawHelp(on surface: inout Surface, in help: Rect) {
        if case .naming(let name, let problem) = pane {
            let caption = surface.write(StyledLine("Save as  ", .heading), in: help.line(0))
            let field = help.line(0).inset(left: caption, right: 1)
            name.draw(on: &surface, in: field.splitLeft(Self.fieldColumns).left, isFocused: true)
            let note = help.inset(left: caption, top: 1)
            for (row, line) in nameNote(name.text, problem).wrapped(to: note.columns).enumerated() {
                surface.write(line, in: note.line(row))
            }
            return
        }
        let lines = helpLines(columns: help.columns)
        if let selectedQuery, lines.count < help.rows, isCut(selectedQuery, columns: help.columns) {
            surface.write(StyledLine(selectedQuery.text), in: help.line(lines.count))
        }
        for (row, line) in lines.prefix(help.rows).enumerated() { surface.write(line, in: help.line(row)) }
    }

    private func nameNote(_ name: String, _ problem: String?) -> StyledLine {
        if let problem { return StyledLine(problem, .failure) }
        if saved.text(of: name) != nil {
            return StyledLine("A query has that name already: saving replaces it.", .warning)
        }
        return [Span("⏎", .key), Span(" saves it, ", .muted), Span("Esc", .key), Span(" leaves it.", .muted)]
    }

    /// What is said of what has the keyboard, in lines.
    func helpLines(columns: Int) -> [StyledLine] { helpLine.wrapped(to: min(columns, 100)) }

    private var helpLine: StyledLine {
        switch (pane, focus) {
        case (.saved(_, isConfirming: true), _):
            return [
                Span("y", .key), Span(" removes it from the file for good, ", .muted),
                Span("any other key", .key), Span(" keeps it.", .muted),
            ]
        case (.saved, _):
            guard !saved.queries.isEmpty else {
                return [Span("Esc", .key), Span(" goes back to the fields.", .muted)]
            }
            return [
                Span("⏎", .key), Span(" shows it, ", .muted), Span("e", .key), Span(" edits it, ", .muted),
                Span("d", .key), Span(" removes it, ", .muted), Span("Esc", .key),
                Span(" goes back.", .muted),
            ]
        case _ where list.selected != nil:
            return [
                Span("⏎", .key), Span(" or ", .muted), Span("Tab", .key), Span(" takes it, ", .muted),
                Span("Esc", .key), Span(" closes the list.", .muted),
            ]
        case _ where !list.items.isEmpty:
            return [
                Span("↓", .key), Span(" goes into the list, ", .muted), Span("Esc", .key),
                Span(" closes it.", .muted),
            ]
        case (_, .line):
            return [
                Span("Tab", .key), Span(" completes, ", .muted), Span("↓", .key),
                Span(" goes to the fields, ", .muted), Span("⏎", .key),
                Span(" shows the observations.", .muted),
            ]
        case (_, .button(let button)): return StyledLine(button.help, .muted)
        case (_, .field(let field)):
            if let problem = problem(of: field) { return StyledLine(problem, .failure) }
            if field == .project, let advice = query.advice { return StyledLine(advice, .warning) }
            return StyledLine(field.help, .muted) + field.keys
        }
    }

    // MARK: - Saved queries

    private func drawSaved(on surface: inout Surface, in fields: Rect, selected: Int, isConfirming: Bool) {
        let queries = saved.queries
        var heading = StyledLine("Saved queries", .heading)
        if let problem = saved.problems.first {
            let others = saved.problems.count - 1
            let more = others > 0 ? " (and \(others) more)" : ""
            heading.append("  Not read in the file: \(problem)\(more)", .warning)
        }
        surface.write(heading, in: fields.line(0).inset(right: 1))
        let rows = savedRows(in: fields)
        guard !queries.isEmpty else {
            surface.write(
                StyledLine("Nothing is saved yet: “Save as…” keeps a query here.", .muted),
                in: rows
            )
            return
        }
        let names = nameColumns(rows.columns)
        let top = pageTop(selected, count: queries.count, visible: rows.rows)
        for (row, index) in (top..<min(queries.count, top + rows.rows)).enumerated() {
            let line = rows.line(row).inset(right: 2)
            let isSelected = index == selected
            let ground: Ground = isSelected ? .selected : .normal
            if isSelected { surface.fill(line, style: Style(.text, on: ground)) }
            let name = queries[index].name
            let text: StyledLine =
                isSelected && isConfirming
                ? [Span("Remove “\(name)”? ", .warning)]
                : StyledLine(columns: [
                    (StyledLine(name), names + 2), (textLine(queries[index]), line.columns),
                ])
            surface.write([Span(isSelected ? "▸ " : "  ", .key)] + text, in: line, on: ground)
        }
        surface.drawScrollbar(in: rows, top: top, visible: rows.rows, count: queries.count)
    }

    /// The room for names: what they take, but no more than a third.
    private func nameColumns(_ columns: Int) -> Int {
        let widest = saved.queries.map { TerminalText.columns($0.name) }.max() ?? 0
        return max(4, min(widest, columns / 3))
    }

    /// Whether the name or the text of a saved query has no room in its line.
    private func isCut(_ query: SavedQueries.Query, columns: Int) -> Bool {
        let names = nameColumns(columns)
        return TerminalText.columns(query.text) > columns - names - 6
    }

    /// A query that cannot be read says so before it is chosen.
    private func textLine(_ query: SavedQueries.Query) -> StyledLine {
        let isReadable = (try? ObservationQuery(text: query.text))?.problems.isEmpty == true
        return isReadable
            ? StyledLine(query.text, .muted) : [Span("! ", .failure), Span(query.text, .failure)]
    }
}

nonisolated extension QueryField {
    /// How it is filled in, as the end of its help; nothing where it is typed.
    fileprivate var keys: StyledLine {
        switch kind {
        case .choices:
            [
                Span(" "), Span("Space", .key), Span(" marks, ", .muted), Span("← →", .key),
                Span(" move; no mark is any.", .muted),
            ]
        case .choice, .yesOrNo: [Span(" "), Span("← →", .key), Span(" choose.", .muted)]
        case .persons, .taxa, .places, .projects, .ids: StyledLine(" Several with commas between.", .muted)
        case .date, .moment, .text, .box: []
        }
    }
}
