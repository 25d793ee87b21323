/// What is known of a terminal's clipboard; terminals do not answer.
package enum TerminalClipboard: Sendable, Hashable {
    /// It is one of those that take texts as they come.
    case takes
    /// It may take the text, or pass over it.
    case mayTake
    /// It would print the text, or the text is longer than terminals take.
    case refuses
}
