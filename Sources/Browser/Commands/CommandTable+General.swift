internal import TerminalUI

nonisolated extension CommandTable {
    /// What every screen has.
    static let general: [Command] = [
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
            contexts: [.detail, .tokens, .accounts, .signOut, .sort, .changes, .jobs, .messages],
            footer: 18
        ),
        Command(
            id: .back,
            title: "back",
            help: "To where you were.",
            keys: [.escape, .character("q")],
            contexts: [.facets, .columns, .photos],
            footer: 18
        ),
        Command(
            id: .back,
            title: "back",
            help: "Leave this as it was.",
            // GNU screen holds a lone Escape back until the next key.
            keys: [.escape, .control("g")],
            contexts: [
                .signIn, .chooser, .find, .filter, .box, .goTo, .since, .query, .export, .help, .palette,
                .menu,
            ],
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
            id: .palette,
            title: "commands",
            help: "Find a command by its name and do it.",
            keys: [.character(":"), .control("p")],
            contexts: everywhere.subtracting([.help, .palette, .menu]),
            footer: nil
        ),
        Command(
            id: .messages,
            title: "messages",
            help: "What was said at the foot of the screen so far.",
            keys: [.character("!")],
            contexts: everywhere.subtracting([.messages]),
            footer: nil
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
}
