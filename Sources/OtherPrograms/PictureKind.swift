/// The ways in which terminals show a picture.
package enum PictureKind: String, Sendable, Hashable, CaseIterable {
    /// The graphics protocol of kitty, which WezTerm and ghostty know too.
    case kitty
    /// Sixel graphics, of DEC's terminals and of foot, mlterm, contour and others.
    case sixel
    /// Characters that fill half a cell, in two colours each: every terminal has these.
    case blocks

    /// The best that the terminal is known to have.
    ///
    /// Nothing is asked of the terminal: answers come late or never, and would be read as keys. xterm may have sixels or
    /// not, so it gets blocks. So does what runs inside tmux or screen, which pass neither of the others on.
    ///
    /// - Parameter environment: TERM, TERM_PROGRAM and what terminals say of themselves.
    package init(environment: [String: String]) {
        func has(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        let terminal = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"]?.lowercased() ?? ""
        func isNamed(_ names: String...) -> Bool {
            names.contains { terminal == $0 || terminal.hasPrefix($0 + "-") || terminal.hasPrefix($0 + ".") }
        }
        if has("TMUX") || has("STY") || isNamed("tmux", "screen", "linux", "dumb") {
            self = .blocks
        } else if isNamed("xterm-kitty", "kitty", "xterm-ghostty", "ghostty", "wezterm")
            || has("KITTY_WINDOW_ID") || ["wezterm", "ghostty"].contains(program)
        {
            self = .kitty
        } else if isNamed("foot", "mlterm", "contour") {
            self = .sixel
        } else {
            self = .blocks
        }
    }
}
