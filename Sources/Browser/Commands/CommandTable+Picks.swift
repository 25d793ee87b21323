internal import TerminalUI

nonisolated extension CommandTable {
    /// Lists that one picks from: help, the commands, and what to copy or open.
    static let picks: [Command] = [
        Command(
            id: .moveDown,
            title: "move",
            help: "To the next choice.",
            keys: [.down, .control("n")],
            contexts: picking,
            footer: 0
        ),
        Command(
            id: .moveUp,
            title: "up",
            help: "To the choice before.",
            keys: [.up, .control("p")],
            contexts: picking,
            footer: nil
        ),
        Command(
            id: .pageDown,
            title: "page down",
            help: "One page down.",
            keys: [.pageDown],
            contexts: picking,
            footer: nil
        ),
        Command(
            id: .pageUp,
            title: "page up",
            help: "One page up.",
            keys: [.pageUp],
            contexts: picking,
            footer: nil
        ),
        Command(
            id: .first,
            title: "first",
            help: "To the first choice.",
            keys: [.controlHome],
            contexts: picking,
            footer: nil
        ),
        Command(
            id: .last,
            title: "last",
            help: "To the last choice.",
            keys: [.controlEnd],
            contexts: picking,
            footer: nil
        ),
        Command(
            id: .accept,
            title: "do it",
            help: "Do what the cursor is on.",
            keys: [.enter],
            contexts: picking,
            footer: 1
        ),
    ]
}
