/// What is around the program: variables, files, exit codes.
extension ManualPage {
    /// The exit codes, and what ends with them.
    static let exitCodes: [(code: Int, text: String)] = [
        (0, "done"),
        (1, "anything that has no code of its own"),
        (64, "wrong usage"),
        (65, "an answer that cannot be understood, a damaged store, or rows of a file that cannot be read"),
        (69, "server not reached"),
        (75, "throttled or not finished (try again)"),
        (77, "not signed in, not honoured, or not to be had from where it is kept"),
        (130, "stopped with Ctrl-C"),
    ]

    var exitStatus: [String] {
        [".Sh EXIT STATUS"] + Self.list(Self.exitCodes.map { ("\($0.code)", $0.text + ".") })
    }

    var environment: [String] {
        let variables: [(String, String)] = [
            ("INATTY_TOKEN", "A JWT or an OAuth token to sign in with. It goes before what is kept."),
            (
                "INAT_USERNAME , INAT_PASSWORD",
                "User name and password to sign in with; they need an application."
            ),
            ("INAT_APP_ID , INAT_APP_SECRET", "Your OAuth application."),
            ("INATTY_SITE_URL , INATTY_API_URL", "Other servers; plain http for loopback addresses alone."),
            (
                "INATTY_BUDGET",
                "When it is set, servers on this computer are asked no faster than iNaturalist is."
            ),
            ("HTTPS_PROXY , ALL_PROXY , NO_PROXY", "The proxy, and the hosts that are reached without it."),
            ("NO_COLOR", "When it is set, no colours are used."),
            ("TERM , LC_ALL , LC_CTYPE , LANG", "What the terminal can do, and its character set."),
            ("ESCDELAY", "Milliseconds after which Escape is a key of its own; 25 without."),
            (
                "XDG_CONFIG_HOME , XDG_STATE_HOME , XDG_DATA_HOME",
                "Where the files are; below ~/.config, ~/.local/state and ~/.local/share without."
            ),
        ]
        return [".Sh ENVIRONMENT"]
            + Self.list(
                variables.map { names, text in
                    (names.split(separator: " , ").map { "Ev \($0)" }.joined(separator: " , "), text)
                }
            )
    }

    var files: [String] {
        let files = [
            ("$XDG_CONFIG_HOME/inatty/config.yaml", "Keys, theme, columns, units and the start view."),
            ("$XDG_CONFIG_HOME/inatty/queries", "Saved queries, a line each: name = query."),
            (
                "$XDG_STATE_HOME/inatty",
                """
                The list of accounts, the tokens where no keyring keeps them, the count of requests, and what the last \
                session showed; for you alone.
                """
            ),
            (
                "$XDG_DATA_HOME/inatty/observations.sqlite",
                "What was fetched. inatty store looks after it."
            ),
        ]
        return [".Sh FILES"] + Self.list(files.map { ("Pa \(Roff.inline($0))", $1) })
    }
}
