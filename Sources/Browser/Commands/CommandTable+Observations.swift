internal import TerminalUI

nonisolated extension CommandTable {
    /// What the table of observations leads to.
    static let observations: [Command] = [
        Command(
            id: .open,
            title: "open",
            help: "Every field of the observation, public and true side by side.",
            keys: [.enter],
            contexts: [.table],
            footer: 1
        ),
        Command(
            id: .turnToken,
            title: "token",
            help: "Ask again as the next identity: anonymous, OAuth token, JWT.",
            keys: [.character("t")],
            contexts: [.table, .detail, .tokens],
            footer: 2
        ),
        Command(
            id: .chooseList,
            title: "list",
            help: "What to look at: mine, anybody's, everyone's, or ids.",
            keys: [.character("L")],
            contexts: [.table],
            footer: 3
        ),
        Command(
            id: .find,
            title: "find",
            help: "Go to the rows with these words, or this id, among all that are held.",
            keys: [.character("/")],
            contexts: [.table],
            footer: 4
        ),
        Command(
            id: .findNext,
            title: "next",
            help: "To the next row that was found.",
            keys: [.character("n")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .findPrevious,
            title: "previous",
            help: "To the row found before.",
            keys: [.character("N")],
            contexts: [.table],
            footer: nil
        ),
    ]
}
