internal import TerminalUI

nonisolated extension CommandTable {
    /// One observation, the tokens and accounts, and forms.
    static let session: [Command] = [
        Command(
            id: .reload,
            title: "reload",
            help: "Fetch again.",
            keys: [.character("r"), .function(5)],
            contexts: [.table, .detail, .tokens],
            footer: 12
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
            contexts: [.signIn, .chooser, .find, .filter, .box, .goTo, .since, .query, .export],
            footer: 1
        ),
    ]
}
