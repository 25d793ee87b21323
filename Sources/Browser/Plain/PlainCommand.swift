/// What a line can ask for: what a key can do, or what only plain mode has.
nonisolated enum PlainCommand: Hashable, Sendable {
    /// What the table of commands has.
    case command(CommandID)
    /// Further rows, or lines of a text.
    case next
    /// Those before.
    case previous
    /// The same once more.
    case again
    /// Waits until fetching has come to its end.
    case wait

    /// Those that only plain mode has, with what they do.
    static let own: [(name: String, command: PlainCommand, help: String)] = [
        ("next", .next, "Further rows or lines; an empty line does the same."),
        ("previous", .previous, "The rows or lines before."),
        ("again", .again, "The same once more."),
        ("wait", .wait, "Takes the next line only when fetching has come to its end."),
    ]
}
