package import TerminalUI

/// A theme that a person has made out of another one.
package struct OwnTheme: Sendable, Hashable {
    /// One line of it.
    package struct Line: Sendable, Hashable {
        /// What looks otherwise.
        package let target: ThemeChange.Target
        /// How, as the person wrote it: `bold cyan`.
        package let look: String
    }

    /// What it is called.
    package let name: String
    /// The theme of the program that it changes.
    package let base: Theme
    /// What it changes, in the order of the file.
    package let lines: [Line]

    /// The theme itself.
    package var theme: Theme {
        base.changing(name: name, lines.compactMap { ThemeChange($0.target, text: $0.look) })
    }
}
