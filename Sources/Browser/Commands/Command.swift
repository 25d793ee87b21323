package import TerminalUI

/// One thing that a key can do: all that the key handling, the footer, the help screen and README know of it.
package nonisolated struct Command: Hashable, Sendable {
    /// Its name.
    package let id: CommandID
    /// One or two words, for the footer.
    package let title: String
    /// A sentence, for the help screen.
    package let help: String
    /// The keys that do it, the one to show first.
    package let keys: [Key]
    /// Where it applies.
    package let contexts: Set<Context>
    /// Its place in the footer from the left; nothing leaves it out.
    package let footer: Int?
}
