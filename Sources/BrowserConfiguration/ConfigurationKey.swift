/// The entries of the file, in the order in which `inatty config show` prints them.
///
/// It is the one table of them: reading, printing, the schema for editors and the errors follow it. A new one is a case
/// here and in the switches that then no longer compile.
enum ConfigurationKey: String, Sendable, Hashable, CaseIterable {
    case theme, themes, colours, characters
    case columns, freeze, coordinates, units
    case start, mouse, cursor, photos
    case bind

    /// Its name in the file.
    var name: String { rawValue }

    /// What it is for, in lines of a comment.
    var summary: [String] {
        switch self {
        case .theme:
            [
                "How everything looks: dark, light, high-contrast, terminal (its own 16 colours alone), mono",
                "(no colour), or a theme of your own.",
            ]
        case .themes:
            [
                "Themes of your own, each a change of one of those. ROLE looks otherwise everywhere,",
                "GROUND.ROLE on that ground alone, and GROUND.background is what lies behind it. A look is a",
                "colour (a name such as bright-cyan, 0 to 255, \"#rrggbb\", or default for the terminal's own)",
                "and bold, dim, italic, underline, reverse or plain.",
            ]
        case .colours: ["Whether to use colours: automatic (unless NO_COLOR is set), never, always."]
        case .characters: ["Which signs to draw: automatic (as the locale says) or ascii."]
        case .columns:
            [
                "The table's columns from left to right; those that are not listed are hidden. A number is a",
                "width: - taxon: 40.",
            ]
        case .freeze: ["How many of the columns stay in place while the others are scrolled sideways."]
        case .coordinates: ["How points are written: decimal, dms (degrees, minutes, seconds), utm, mgrs."]
        case .units: ["In what lengths are told: metres or feet."]
        case .start:
            [
                "What is shown first: last (as it was left), mine, everyone, or a query such as",
                "\"taxon:Platanthera obscuration:obscured\".",
            ]
        case .mouse: ["Whether the mouse is listened to. off leaves it to the terminal, for selecting text."]
        case .cursor:
            [
                "Where the terminal's cursor is: hidden, or on the selected row, for screen readers and magnifiers",
                "that follow it (row).",
            ]
        case .photos: ["How photos are drawn: automatic, kitty, sixel, or blocks."]
        case .bind:
            [
                "Which key does what, beside what the program has: a place or everywhere, then KEY: COMMAND, or",
                "none, which takes away what the key does. Keys are a, G, Space, ^F, Alt-x, F4, PageDown and so on.",
            ]
        }
    }

    /// What it can be, in a sentence, for the errors.
    var expectation: String {
        switch self {
        case .theme: "It is the name of a theme."
        case .themes: "Under a name each has entries such as base: dark and key: bold cyan."
        case .columns: "It is a list such as [taxon, observed-on, true-point: 24]."
        case .freeze: "It is a number from 0 to \(ConfigurationReader.freezable.upperBound)."
        case .start: "It is last, mine, everyone, or a query in quotation marks."
        case .bind: "Under a place each line is KEY: COMMAND, such as \"Q\": quit."
        case .colours, .characters, .coordinates, .units, .mouse, .cursor, .photos:
            "It is one of: \(choices.joined(separator: ", "))."
        }
    }
}
