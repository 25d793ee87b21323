internal import TerminalUI

nonisolated extension CommandTable {
    /// Which observations to look at.
    static let query: [Command] = [
        Command(
            id: .editQuery,
            title: "query",
            help:
                "Any query: observer, taxon, place, project, dates and more; saved queries; a pasted address.",
            keys: [.character("e")],
            contexts: [.table],
            footer: 4
        ),
        Command(
            id: .nextField,
            title: "complete, next",
            help: "Complete the word in the line, take a suggestion, or go to the next field.",
            keys: [.tab],
            contexts: [.query],
            footer: 0
        ),
        Command(
            id: .previousField,
            title: "previous field",
            help: "To the field before; from the line to the form.",
            keys: [.backTab],
            contexts: [.query],
            footer: nil
        ),
        Command(
            id: .moveDown,
            title: "down",
            help: "To the next suggestion or field.",
            keys: [.down],
            contexts: [.query],
            footer: nil
        ),
        Command(
            id: .moveUp,
            title: "up",
            help: "To the suggestion or field before.",
            keys: [.up],
            contexts: [.query],
            footer: nil
        ),
        Command(
            id: .pageDown,
            title: "page down",
            help: "Some fields down.",
            keys: [.pageDown],
            contexts: [.query],
            footer: nil
        ),
        Command(
            id: .pageUp,
            title: "page up",
            help: "Some fields up.",
            keys: [.pageUp],
            contexts: [.query],
            footer: nil
        ),
        Command(
            id: .saveQuery,
            title: "save",
            help: "Save the query under a name.",
            keys: [.control("s")],
            contexts: [.query],
            footer: 2
        ),
        Command(
            id: .showSaved,
            title: "saved",
            help: "Choose among the saved queries.",
            keys: [.control("o")],
            contexts: [.query],
            footer: 3
        ),
        Command(
            id: .copyQuery,
            title: "copy address",
            help: "Copy the website's address of the query.",
            keys: [.control("y")],
            contexts: [.query],
            footer: 4
        ),
    ]
}
