/// Who is asked to take a text: the terminal (OSC 52), a program of this computer, or both.
///
/// A terminal says nothing when it takes a text and nothing when it does not, so one that is known comes first, and of
/// one that is not known a program's answer is worth more. Over SSH the programs here would copy on the wrong computer
/// unless they reach the person's own desktop, so there the terminal is asked as well.
package struct ClipboardPlan: Sendable, Hashable {
    /// Whether the terminal is asked.
    package let asksTerminal: Bool
    /// Whether a program is asked.
    package let asksProgram: Bool

    /// Decides.
    ///
    /// - Parameters:
    ///   - isKnown: whether the terminal is known to take this text.
    ///   - mayTake: whether it may be tried: it shows nothing of what it does not know, and the text is not too long.
    ///   - environment: for the programs, and for whether this is an SSH session.
    package init(isKnown: Bool, mayTake: Bool, environment: [String: String]) {
        guard !isKnown else {
            (asksTerminal, asksProgram) = (true, false)
            return
        }
        let hasProgram = !ClipboardProgram.all(in: environment).isEmpty
        let isRemote = ["SSH_TTY", "SSH_CONNECTION"].contains { environment[$0]?.isEmpty == false }
        asksTerminal = mayTake && (!hasProgram || isRemote)
        asksProgram = hasProgram
    }
}
