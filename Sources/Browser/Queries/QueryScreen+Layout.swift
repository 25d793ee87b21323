internal import INaturalist
package import TerminalUI

nonisolated extension QueryScreen {
    /// Where everything stands; clicks are measured against the same.
    struct Layout: Sendable {
        /// All but the margins.
        let room: Rect
        /// The field for the line.
        let line: Rect
        /// What is said of the line.
        let statement: Rect
        /// The fields, or what stands in their place.
        let fields: Rect
        /// What is said of the field that has the keyboard.
        let help: Rect
        /// The buttons.
        let buttons: Rect
    }

    /// The word before the line.
    static let caption = "Query"
    /// Before the fields: the longest title, and a blank or two.
    static let labelColumns = 2 + (QueryField.allCases.map { TerminalText.columns($0.title) }.max() ?? 0)
    /// No field is wider: longer lines are hard to read.
    static let fieldColumns = 64

    func layout(in rect: Rect) -> Layout {
        let isRoomy = rect.rows > 14
        let isWide = rect.columns >= 76
        let room = rect.inset(left: isWide ? 3 : 2, top: isRoomy ? 1 : 0, right: isWide ? 1 : 0)
        let caption = TerminalText.columns(Self.caption) + 2
        let statement = room.inset(top: 1).splitTop(isRoomy ? 2 : 1).top
        let below = room.inset(top: 1 + statement.rows)
        // A blank line above the buttons where there is room; else a third line only for what needs one.
        let helpRows = isRoomy || isNaming || helpLines(columns: room.columns).count > 2 ? 3 : 2
        let tail = helpRows + (isRoomy ? 2 : 1)
        let fields = below.splitTop(min(max(0, below.rows - tail), wantedRows)).top
        let help = below.inset(top: fields.rows + (isRoomy ? 1 : 0)).splitTop(helpRows).top
        let buttons = below.inset(top: help.bottom - below.top).splitTop(1).top
        return Layout(
            room: room,
            line: room.line(0).inset(left: caption).intersection(room),
            statement: statement.inset(left: caption),
            fields: fields,
            help: help,
            buttons: buttons
        )
    }

    private var isNaming: Bool { if case .naming = pane { true } else { false } }

    /// How many lines the fields take with a blank line between the groups, and the focused one at its tallest; or the
    /// saved queries below their heading.
    private var wantedRows: Int {
        switch pane {
        case .form, .naming: QueryField.inForm.count + QueryField.groups.count - 1 + 3
        case .saved: max(8, saved.queries.count + 1)
        }
    }

    // MARK: - The form

    /// A field of the form in view.
    struct Placed: Sendable {
        let field: QueryField
        /// Its label and its content.
        let label: Rect
        let content: Rect
    }

    /// The fields in view, and the first of them by its number.
    func placed(in fields: Rect) -> (placed: [Placed], top: Int) {
        let all = QueryField.inForm
        let columns = contentColumns(in: fields)
        let tall = focusedInput.map { max(1, $0.rows(columns: columns, isFocused: true)) } ?? 1
        let gaps = QueryField.groups.count - 1
        let isSpaced = all.count + gaps + tall - 1 <= fields.rows
        let index = all.firstIndex(of: field) ?? 0
        var top = pageTop(index, count: all.count, visible: fields.rows)
        // What makes the focused field taller must not push it out of view.
        top = min(index, max(top, index + tall - fields.rows))
        var placed: [Placed] = []
        var row = fields.top
        for field in all[top...] {
            if isSpaced, field.beginsGroup { row += 1 }
            guard row < fields.bottom else { break }
            let rows = focus == .field(field) ? tall : 1
            let area = Rect(column: fields.left, row: row, columns: fields.columns, rows: rows)
                .intersection(fields)
            placed.append(
                Placed(
                    field: field,
                    label: area.line(0).splitLeft(Self.labelColumns - 2).left,
                    content: area.inset(left: Self.labelColumns).splitLeft(columns).left
                )
            )
            row += rows
        }
        return (placed, top)
    }

    /// One column is for the scrollbar, one for air before it.
    private func contentColumns(in fields: Rect) -> Int {
        max(0, min(Self.fieldColumns, fields.columns - Self.labelColumns - 2))
    }

    private var focusedInput: QueryInput? {
        if case .field(let field) = focus, pane == .form { inputs[field] } else { nil }
    }

    /// The uppermost of some lines when they are turned like pages, so that moving within one moves nothing else.
    func pageTop(_ index: Int, count: Int, visible: Int) -> Int {
        guard visible > 0, count > visible else { return 0 }
        return min(index / visible * visible, count - visible)
    }

    // MARK: - Buttons

    /// The buttons below what is shown.
    var buttons: [Button] {
        switch pane {
        case .form: Button.inForm
        case .naming: [.save, .cancel]
        case .saved(_, isConfirming: true): [.remove, .keep]
        case .saved where saved.queries.isEmpty: [.cancel]
        case .saved: [.showSaved, .editSaved, .removeSaved, .cancel]
        }
    }

    /// Where they stand.
    func placedButtons(in line: Rect) -> [(button: Button, place: Rect)] {
        var column = line.left
        return buttons.map { button in
            let columns = TerminalText.columns(button.title) + 4
            defer { column += columns + 2 }
            let place = Rect(column: column, row: line.top, columns: columns, rows: line.rows)
            return (button, place.intersection(line))
        }
    }

    // MARK: - What is offered

    /// The field that the list of suggestions belongs to; nil when nothing is offered or the field is out of view.
    func listField(in layout: Layout) -> Rect? {
        guard pane == .form, !list.isEmpty else { return nil }
        let row: Int? =
            switch focus {
            case .line: layout.line.top
            case .field(let field): placed(in: layout.fields).placed.first { $0.field == field }?.content.top
            case .button: nil
            }
        // From the margin on: names are long, and half a label beside the list would be read as part of it.
        return row.map {
            Rect(column: layout.room.left, row: $0, columns: min(layout.room.columns, 100), rows: 1)
        }
    }

    /// What the list of suggestions must not leave. It may lie over all but the line.
    func listBounds(in layout: Layout) -> Rect { layout.room.inset(top: 1) }

    // MARK: - Clicks

    /// A click: takes a suggestion, gives a field the keyboard, marks, chooses, presses.
    package mutating func click(_ position: Position, in rect: Rect) -> Decision? {
        settle()
        let layout = layout(in: rect)
        if let field = listField(in: layout),
            let item = list.item(at: position, beside: field, in: listBounds(in: layout))
        {
            take(offers[item])
            return nil
        }
        if let hit = placedButtons(in: layout.buttons).first(where: { $0.place.contains(position) }) {
            if pane == .form { focus(on: .button(hit.button)) }
            return press(hit.button)
        }
        switch pane {
        case .naming: return nil
        case .saved(let selected, let isConfirming):
            guard !isConfirming, let row = savedRow(at: position, in: layout.fields) else { return nil }
            // The second click on it is Enter.
            if row == selected { return loadSaved(andShow: true) }
            pane = .saved(selected: row, isConfirming: false)
        case .form:
            if layout.line.contains(position) || layout.room.line(0).contains(position) {
                focus(on: .line)
            } else {
                clickField(position, in: layout)
            }
        }
        return nil
    }

    private mutating func clickField(_ position: Position, in layout: Layout) {
        let hit = placed(in: layout.fields).placed.first {
            $0.content.contains(position) || $0.label.contains(position)
        }
        guard let hit else { return }
        let isFocused = focus == .field(hit.field)
        let option = inputs[hit.field]?.option(at: position, in: hit.content, isFocused: isFocused)
        focus(on: .field(hit.field))
        if let option {
            inputs[hit.field]?.press(option)
            fieldChanged(hit.field)
        }
    }

    // MARK: - Saved queries

    /// The lines of the list below its heading.
    func savedRows(in fields: Rect) -> Rect { fields.inset(top: 1) }

    private func savedRow(at position: Position, in fields: Rect) -> Int? {
        let rows = savedRows(in: fields)
        guard rows.contains(position), case .saved(let selected, _) = pane else { return nil }
        let top = pageTop(selected, count: saved.queries.count, visible: rows.rows)
        let row = top + position.row - rows.top
        return saved.queries.indices.contains(row) ? row : nil
    }
}
