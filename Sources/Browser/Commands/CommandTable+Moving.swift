internal import TerminalUI

nonisolated extension CommandTable {
    /// Moving about in lists and texts.
    static let moving: [Command] = [
        Command(
            id: .moveDown,
            title: "move",
            help: "One line down.",
            keys: [.down, .character("j")],
            contexts: reading,
            footer: 0
        ),
        Command(
            id: .moveUp,
            title: "up",
            help: "One line up.",
            keys: [.up, .character("k")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .pageDown,
            title: "page down",
            help: "One page down.",
            keys: [.pageDown, .control("f")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .pageUp,
            title: "page up",
            help: "One page up.",
            keys: [.pageUp, .control("b")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .halfPageDown,
            title: "half page down",
            help: "Half a page down.",
            keys: [.control("d")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .halfPageUp,
            title: "half page up",
            help: "Half a page up.",
            keys: [.control("u")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .first,
            title: "first",
            help: "To the first line.",
            keys: [.home, .character("g")],
            contexts: reading,
            footer: nil
        ),
        Command(
            id: .last,
            title: "last",
            help: "To the last line; fetches the rest of the list on the way.",
            keys: [.end, .character("G")],
            contexts: reading,
            footer: nil
        ),
    ]
}
