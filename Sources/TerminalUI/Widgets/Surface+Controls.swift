extension Surface {
    /// Draws a button as "[ Title ]"; with the keyboard it is "[>Title<]", so that it shows without colour
    /// too.
    ///
    /// - Returns: The columns that it took.
    @discardableResult
    package mutating func drawButton(_ title: String, at position: Position, isFocused: Bool) -> Int {
        let style = isFocused ? Style(.text, on: .focused) : Style(.text, on: .field)
        return write(isFocused ? "[>\(title)<]" : "[ \(title) ]", at: position, style: style)
    }

    /// Draws a choice as "( ) JWT  (•) OAuth token"; the chosen one shows without colour too.
    ///
    /// - Parameters:
    ///   - options: What can be chosen.
    ///   - selected: Which one is.
    ///   - position: The cell where it begins.
    ///   - isFocused: Whether the keyboard turns it.
    ///   - limit: The room in columns; nil is all that there is. The chosen option is always in view: when
    ///     not all fit, it stands alone between "‹" and "›".
    /// - Returns: The columns that it took.
    @discardableResult
    package mutating func drawChoice(
        _ options: [String],
        selected: Int,
        at position: Position,
        isFocused: Bool,
        limit: Int? = nil
    ) -> Int {
        guard !options.isEmpty else { return 0 }
        let room = room(at: position, limit: limit)
        guard room > 0 else { return 0 }
        let gap = 2
        let needed = options.reduce(gap * (options.count - 1)) { $0 + 4 + TerminalText.columns($1) }
        guard needed <= room else {
            let option = options.indices.contains(selected) ? options[selected] : options[0]
            let style = Style(.text, on: isFocused ? .focused : .normal)
            return write("‹ \(option) ›", at: position, limit: room, style: style)
        }
        var column = position.column
        for (index, option) in options.enumerated() {
            let isSelected = index == selected
            let style = Style(isSelected ? .text : .muted, on: isSelected && isFocused ? .focused : .normal)
            column += write(
                (isSelected ? "(•) " : "( ) ") + option,
                at: Position(column: column, row: position.row),
                limit: position.column + room - column,
                style: style
            )
            column += index == options.count - 1 ? 0 : gap
        }
        return column - position.column
    }
}
