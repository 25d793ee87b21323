package import TerminalUI

/// Every command, once. A new key is a line here and a case in `BrowserState+Perform.swift`.
package nonisolated enum CommandTable {
    private static let reading: Set<Context> = [
        .table, .detail, .tokens, .accounts, .signOut, .help, .sort, .facets, .changes, .jobs,
    ]
    private static let forms: Set<Context> = [.signIn, .chooser]
    private static let everywhere = Set(Context.allCases)

    /// All commands, in the order in which the help screen lists them.
    package static let all: [Command] = [
        Command(
            id: .moveDown,
            title: "move",
            help: "One line down.",
            keys: [.down, .character("j"), .control("n")],
            contexts: reading,
            footer: 0
        ),
        Command(
            id: .moveUp,
            title: "up",
            help: "One line up.",
            keys: [.up, .character("k"), .control("p")],
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
        Command(
            id: .open,
            title: "open",
            help: "Every field of the observation, public and true side by side.",
            keys: [.enter, .right, .character("l")],
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
            keys: [.character("v")],
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
        Command(
            id: .filter,
            title: "filter",
            help: "Leave out the rows without these words, as one types. Case and accents do not matter.",
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
        Command(
            id: .reload,
            title: "reload",
            help: "Fetch again.",
            keys: [.character("r"), .function(5)],
            contexts: [.table, .detail, .tokens],
            footer: 12
        ),
        Command(
            id: .openWebPage,
            title: "web page",
            help: "Open the observation on the website.",
            keys: [.character("o")],
            contexts: [.table, .detail],
            footer: 13
        ),
        Command(
            id: .copyPublic,
            title: "copy",
            help: "Copy what everyone may see: address, taxon, public point.",
            keys: [.character("y")],
            contexts: [.table, .detail],
            footer: 7
        ),
        Command(
            id: .copyTrue,
            title: "copy true point",
            help: "Copy the true point. Mind where you paste it.",
            keys: [.character("Y")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .copyTokens,
            title: "copy",
            help: "Copy this screen for a bug report; of each token only its first and last four characters.",
            keys: [.character("y")],
            contexts: [.tokens],
            footer: 7
        ),
        Command(
            id: .showTokens,
            title: "tokens",
            help: "The tokens: kind, claims, time left, and what each is good for, measured by asking.",
            keys: [.character("a")],
            contexts: [.table, .detail],
            footer: 8
        ),
        Command(
            id: .switchAccount,
            title: "switch",
            help: "Go on as this account.",
            keys: [.enter, .right, .character("l")],
            contexts: [.accounts],
            footer: 1
        ),
        Command(
            id: .showAccounts,
            title: "accounts",
            help: "The accounts whose tokens are kept: switch, sign out.",
            keys: [.character("A"), .function(2)],
            contexts: [.table, .tokens, .signIn],
            footer: 9
        ),
        Command(
            id: .signIn,
            title: "sign in",
            help: "Sign in, or as somebody else.",
            keys: [.character("S")],
            contexts: [.table, .tokens, .accounts],
            footer: 9
        ),
        Command(
            id: .signOut,
            title: "sign out",
            help: "Give the tokens up; what that does is said before.",
            keys: [.character("X")],
            contexts: [.tokens, .accounts],
            footer: 10
        ),
        Command(
            id: .confirm,
            title: "yes",
            help: "Sign out.",
            keys: [.character("y")],
            contexts: [.signOut],
            footer: 1
        ),
        Command(
            id: .openAddress,
            title: "open page",
            help: "Open the page that the way in needs in the web browser.",
            keys: [.control("o")],
            contexts: [.signIn],
            footer: 2
        ),
        Command(
            id: .copyAddress,
            title: "copy address",
            help: "Copy the address of that page.",
            keys: [.control("y")],
            contexts: [.signIn],
            footer: 3
        ),
        Command(
            id: .nextField,
            title: "next field",
            help: "To the next field.",
            keys: [.tab, .down],
            contexts: forms,
            footer: 0
        ),
        Command(
            id: .previousField,
            title: "previous field",
            help: "To the field before.",
            keys: [.backTab, .up],
            contexts: forms,
            footer: nil
        ),
        Command(
            id: .accept,
            title: "accept",
            help: "Press the button, or go to the next field.",
            keys: [.enter],
            contexts: [.signIn, .chooser, .find, .filter, .box, .since, .query],
            footer: 1
        ),
        Command(
            id: .redraw,
            title: "redraw",
            help: "Paint the screen anew.",
            keys: [.control("l")],
            contexts: everywhere,
            footer: nil
        ),
        Command(
            id: .stop,
            title: "suspend",
            help: "Back to the shell; fg returns.",
            keys: [.control("z")],
            contexts: everywhere,
            footer: nil
        ),
        Command(
            id: .back,
            title: "back",
            help: "To where you were.",
            keys: [.escape, .character("q"), .left, .character("h")],
            contexts: [.detail, .tokens, .accounts, .signOut, .help, .sort, .changes, .jobs],
            footer: 18
        ),
        Command(
            id: .back,
            title: "back",
            help: "To where you were.",
            keys: [.escape, .character("q")],
            contexts: [.facets],
            footer: 18
        ),
        Command(
            id: .back,
            title: "back",
            help: "Leave this as it was.",
            keys: [.escape],
            contexts: [.signIn, .chooser, .find, .filter, .box, .since, .query],
            footer: 18
        ),
        Command(
            id: .help,
            title: "help",
            help: "Every key, this screen's first.",
            keys: [.character("?"), .function(1)],
            contexts: everywhere.subtracting([.help]),
            footer: 19
        ),
        Command(
            id: .quit,
            title: "quit",
            help: "Leave inatty.",
            keys: [.character("q"), .control("c")],
            contexts: [.table],
            footer: 20
        ),
        Command(
            id: .quit,
            title: "quit",
            help: "Leave inatty.",
            keys: [.control("c")],
            contexts: everywhere.subtracting([.table]),
            footer: nil
        ),
    ]

    /// What a key does there; nothing where it does nothing or types a character.
    package static func command(for key: Key, in context: Context) -> Command? {
        bindings[Binding(key: key, context: context)]
    }

    /// The commands that apply there, in the order of the table.
    package static func commands(in context: Context) -> [Command] {
        all.filter { $0.contexts.contains(context) }
    }

    private struct Binding: Hashable {
        let key: Key
        let context: Context
    }

    private static let bindings: [Binding: Command] = {
        var bindings: [Binding: Command] = [:]
        for command in all {
            for context in command.contexts {
                for key in command.keys {
                    if context.takesText, case .character = key { continue }
                    bindings[Binding(key: key, context: context)] = command
                }
            }
        }
        return bindings
    }()
}
