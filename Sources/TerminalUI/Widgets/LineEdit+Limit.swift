extension LineEdit {
    /// The most that a person can type or paste into one line: scalars of a text, bytes of a secret. What follows from
    /// a text is worked out once for all keys that wait, so a line without a limit would make that slower and slower.
    static let limit = 4_000

    /// What a field says that is full, the longest wording first.
    static let limitWordings = [
        "full at 4,000 characters: the rest is left out", "full: the rest is left out", "full",
    ]

    /// The same as a sentence.
    static let limitRemark = "Full at 4,000 characters: the rest was left out."
}

extension TextField {
    /// Why what was typed or pasted last is not all there, as a sentence, where the field itself is not drawn; nil when
    /// it is all there.
    package var limitRemark: String? { isFull ? LineEdit.limitRemark : nil }
}

extension SecretField {
    /// Why what was typed or pasted last is not all there, as a sentence, where the field itself is not drawn; nil when
    /// it is all there.
    package var limitRemark: String? { isFull ? LineEdit.limitRemark : nil }
}

extension Surface {
    /// Says at the right end of a field that it is full. No more than half of the field is taken for that.
    ///
    /// - Returns: What is left of the field.
    mutating func drawLimit(in line: Rect, ground: Ground) -> Rect {
        let wording = TerminalText.longest(of: LineEdit.limitWordings, in: line.columns / 2 - 1)
        let columns = min(TerminalText.columns(wording) + 1, line.columns / 2)
        let (rest, end) = line.splitLeft(line.columns - columns)
        write(wording, at: end.inset(left: 1).origin, limit: columns - 1, style: Style(.warning, on: ground))
        return rest
    }
}
