internal import TerminalUI

nonisolated extension CommandTable {
    /// What is done to the rows that are held: filtering, sorting, counting, fetching, what changed.
    static let heldRows: [Command] = [
        Command(
            id: .filter,
            title: "filter",
            help:
                "Leave out the rows without these words, as one types, and with ! before a word those that have it.",
            keys: [.character("&"), .function(4)],
            contexts: [.table],
            footer: 5
        ),
        Command(
            id: .sort,
            title: "sort",
            help: "Sort by any column, or by several.",
            keys: [.character("s")],
            contexts: [.table],
            footer: 6
        ),
        Command(
            id: .facets,
            title: "counts",
            help: "How many rows have which geoprivacy, access, grade, year or taxon; narrow to some.",
            keys: [.character("f")],
            contexts: [.table],
            footer: 7
        ),
        Command(
            id: .box,
            title: "box",
            help: "Leave out the rows outside a box, by the true coordinates as you know them.",
            keys: [.character("b")],
            contexts: [.table],
            footer: 14
        ),
        Command(
            id: .widen,
            title: "all rows",
            help: "Take the filter away, then the box, the narrowing by counts and the sorting.",
            keys: [.escape, .backspace],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .fetchAll,
            title: "fetch all",
            help: "Fetch every row of the list, or what changed since; again lets it rest and go on.",
            keys: [.character("d")],
            contexts: [.table, .jobs],
            footer: 8
        ),
        Command(
            id: .endJob,
            title: "end",
            help: "End the fetching; what was fetched stays.",
            keys: [.character("x")],
            contexts: [.table, .jobs],
            footer: nil
        ),
        Command(
            id: .jobs,
            title: "fetching",
            help: "How the fetching goes, with the requests of this minute and this day.",
            keys: [.character("J")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .changes,
            title: "changes",
            help: "What changed since a day: geoprivacy, points, accuracy, access.",
            keys: [.character("c")],
            contexts: [.table],
            footer: 9
        ),
        Command(
            id: .since,
            title: "since",
            help: "Say since when.",
            keys: [.character("s"), .character("/")],
            contexts: [.changes],
            footer: 2
        ),
        Command(
            id: .accept,
            title: "open",
            help: "The observation that it is about.",
            keys: [.enter, .right, .character("l")],
            contexts: [.changes],
            footer: 1
        ),
        Command(
            id: .accept,
            title: "sort by it",
            help: "Sort by this column alone; again turns it round.",
            keys: [.enter, .character("s")],
            contexts: [.sort],
            footer: 1
        ),
        Command(
            id: .mark,
            title: "add",
            help: "Make this column a further key, or take it out.",
            keys: [.character(" "), .character("+")],
            contexts: [.sort],
            footer: 2
        ),
        Command(
            id: .reverse,
            title: "turn round",
            help: "Turn the direction of this column round.",
            keys: [.character("r"), .character("-")],
            contexts: [.sort],
            footer: 3
        ),
        Command(
            id: .clear,
            title: "newest first",
            help: "Back to the order of the server.",
            keys: [.character("x"), .backspace],
            contexts: [.sort],
            footer: 4
        ),
        Command(
            id: .accept,
            title: "narrow",
            help: "Show only the rows with this value, or with the marked ones.",
            keys: [.enter],
            contexts: [.facets],
            footer: 1
        ),
        Command(
            id: .mark,
            title: "mark",
            help: "Mark the value, to narrow to several.",
            keys: [.character(" ")],
            contexts: [.facets],
            footer: 2
        ),
        Command(
            id: .clear,
            title: "all values",
            help: "Take the narrowing by this away.",
            keys: [.character("x"), .backspace],
            contexts: [.facets],
            footer: 3
        ),
        Command(
            id: .nextField,
            title: "next",
            help: "Count by the next thing.",
            keys: [.tab, .right, .character("l"), .character("f")],
            contexts: [.facets],
            footer: 4
        ),
        Command(
            id: .previousField,
            title: "previous",
            help: "Count by the thing before.",
            keys: [.backTab, .left, .character("h")],
            contexts: [.facets],
            footer: nil
        ),
        Command(
            id: .takeOffer,
            title: "take",
            help: "Take the selected observation's cell, then its points.",
            keys: [.tab],
            contexts: [.box],
            footer: 0
        ),
    ]
}
