internal import INaturalist
internal import TerminalUI

nonisolated extension QueryInput {
    /// How many lines it takes: marks that do not fit into one are shown in several while they have the keyboard.
    func rows(columns: Int, isFocused: Bool) -> Int {
        guard isFocused, case .marks = content else { return 1 }
        return (places(in: columns).map(\.row).max() ?? 0) + 1
    }

    func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        switch content {
        case .text(let text): text.draw(on: &surface, in: rect, isFocused: isFocused)
        case .choice(let chosen):
            guard isFocused || chosen > 0 || places(in: rect.columns).allSatisfy({ $0.row == 0 }) else {
                surface.write(StyledLine("‹ \(field.unset) ›", .muted), in: rect.line(0))
                return
            }
            surface.drawChoice(
                options,
                selected: chosen,
                at: rect.origin,
                isFocused: isFocused,
                limit: rect.columns
            )
        case .marks(let marked, let cursor):
            let places = places(in: rect.columns)
            guard isFocused || places.allSatisfy({ $0.row == 0 }) else {
                let words = words
                let line: StyledLine =
                    words.isEmpty
                    ? StyledLine("any of \(options.count)", .muted)
                    : StyledLine(words.joined(separator: ", "))
                surface.write(line, in: rect.line(0))
                return
            }
            for (index, option) in options.enumerated() where places[index].row < rect.rows {
                let isMarked = marked.contains(index)
                let ground: Ground = isFocused && index == cursor ? .focused : .normal
                surface.write(
                    (isMarked ? "[x] " : "[ ] ") + option,
                    at: Position(column: rect.left + places[index].column, row: rect.top + places[index].row),
                    limit: rect.columns - places[index].column,
                    style: Style(isMarked ? .text : .muted, on: ground)
                )
            }
        }
    }

    /// Which option a click means; the next one where only the one that is chosen is shown.
    func option(at position: Position, in rect: Rect, isFocused: Bool) -> Int? {
        guard rect.contains(position) else { return nil }
        let places = places(in: rect.columns)
        let row = position.row - rect.top
        let hit = places.firstIndex {
            $0.row == row && $0.column..<$0.column + $0.columns ~= position.column - rect.left
        }
        switch content {
        case .text: return nil
        case .marks: return isFocused || places.allSatisfy { $0.row == 0 } ? hit : nil
        case .choice(let chosen):
            return places.allSatisfy { $0.row == 0 } ? hit : (chosen + 1) % options.count
        }
    }

    /// Where each option stands, with its mark, line after line.
    private func places(in columns: Int) -> [(row: Int, column: Int, columns: Int)] {
        var places: [(row: Int, column: Int, columns: Int)] = []
        var (row, column) = (0, 0)
        for option in options {
            let width = TerminalText.columns(option) + 4
            if column > 0, column + width > columns { (row, column) = (row + 1, 0) }
            places.append((row, column, width))
            column += width + 2
        }
        return places
    }
}
