internal import TerminalUI

nonisolated extension CommandTable {
    /// What the table itself can do: marks, columns, how things are written.
    static let table: [Command] = [
        Command(
            id: .markRow,
            title: "mark",
            help: "Mark the row, or take its mark away; what is done is done to all that are marked.",
            keys: [.character(" ")],
            contexts: [.table],
            footer: 15
        ),
        Command(
            id: .markRange,
            title: "mark a range",
            help: "Mark from here on; again marks all rows up to where the cursor is then.",
            keys: [.character("v")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .markAll,
            title: "mark all",
            help: "Mark every row that is shown.",
            keys: [.character("*")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .invertMarks,
            title: "invert marks",
            help: "Mark the rows that are not marked, and no others.",
            keys: [.character("~")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .unmark,
            title: "unmark",
            help: "Take every mark away.",
            keys: [.character("U")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .scrollRight,
            title: "columns right",
            help: "Scroll the columns; those that are frozen stay.",
            keys: [.right, .character("l")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .scrollLeft,
            title: "columns left",
            help: "Scroll the columns back.",
            keys: [.left, .character("h")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .lastColumn,
            title: "last column",
            help: "Scroll to the last column.",
            keys: [.controlRight, .controlEnd],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .firstColumn,
            title: "first column",
            help: "Scroll back to the first column.",
            keys: [.controlLeft, .controlHome],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .columns,
            title: "columns",
            help: "Which columns are shown, in which order, how wide, and which of them stay.",
            keys: [.character("C")],
            contexts: [.table],
            footer: 16
        ),
        Command(
            id: .accept,
            title: "show, hide",
            help: "Show the column, or hide it.",
            keys: [.character(" "), .enter],
            contexts: [.columns],
            footer: 1
        ),
        Command(
            id: .moveColumnLeft,
            title: "move",
            help: "Move the column to the left.",
            keys: [.character("K"), .character("<"), .shiftUp],
            contexts: [.columns],
            footer: 2
        ),
        Command(
            id: .moveColumnRight,
            title: "move right",
            help: "Move the column to the right.",
            keys: [.character("J"), .character(">"), .shiftDown],
            contexts: [.columns],
            footer: nil
        ),
        Command(
            id: .wider,
            title: "wider",
            help: "Make the column wider.",
            keys: [.character("+"), .right, .character("l")],
            contexts: [.columns],
            footer: 3
        ),
        Command(
            id: .narrower,
            title: "narrower",
            help: "Make the column narrower.",
            keys: [.character("-"), .left, .character("h")],
            contexts: [.columns],
            footer: 4
        ),
        Command(
            id: .freeze,
            title: "freeze",
            help: "Have this column, and those before it, stay while the others are scrolled.",
            keys: [.character("f")],
            contexts: [.columns],
            footer: 5
        ),
        Command(
            id: .clear,
            title: "as at first",
            help: "All columns as they were at first.",
            keys: [.character("x"), .backspace],
            contexts: [.columns],
            footer: 6
        ),
        Command(
            id: .turnCoordinates,
            title: "coordinates",
            help: "Write points in the next way: decimal, degrees-minutes-seconds, UTM, MGRS.",
            keys: [.character("u")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .turnUnits,
            title: "metres, feet",
            help: "Tell lengths in metres or in feet.",
            keys: [.character("M")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .growPane,
            title: "larger pane",
            help: "Make the comparison below the table larger.",
            keys: [.character("+")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .shrinkPane,
            title: "smaller pane",
            help: "Make the comparison below the table smaller, and at last hide it.",
            keys: [.character("-")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .goTo,
            title: "go to id",
            help: "To the row of an observation, by its id or its address.",
            keys: [.character("#")],
            contexts: [.table],
            footer: nil
        ),
    ]
}
