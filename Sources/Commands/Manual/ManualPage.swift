import INaturalist

/// The manual page in mdoc, section 1. What it tells of commands and keys it takes from the parser and from the table
/// of keys, so that it is never behind them.
struct ManualPage {
    /// The day on which the words of the page itself were last changed; man shows it at the foot.
    private static let date = "November 28, 2026"

    let program: CommandInfo
    /// What at least three commands take, in the order in which it first comes: it is explained once.
    let common: [CommandInfo.Argument]

    /// Makes the page of a program.
    init(of program: CommandInfo) {
        self.program = program
        let all = program.leaves.flatMap(\.shownArguments)
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        var told: Set<CommandInfo.Argument> = []
        common = all.filter { counts[$0, default: 0] >= 3 && told.insert($0).inserted }
    }

    /// The page.
    var lines: [String] {
        head + description + commands + commonOptions + keys + environment + files + exitStatus + examples
            + seeAlso
    }

    private var head: [String] {
        [
            ".Dd \(Self.date)", ".Dt INATTY 1", ".Os inatty \(Version.current)",
            ".Sh NAME", ".Nm inatty", ".Nd \(Roff.inline("a terminal browser for iNaturalist observations"))",
            ".Sh SYNOPSIS", ".Nm", ".Op Ar command", ".Op Ar options", ".Op Ar arguments",
        ]
    }

    private var description: [String] {
        [".Sh DESCRIPTION"] + Roff.text(program.abstract ?? "")
            + Discussion(program.discussion ?? "").paragraphs
            // These two have sections of their own, which say more.
            .filter { !($0[0].hasPrefix("Environment:") || $0[0].hasPrefix("Exit codes:")) }
            .flatMap(Self.paragraph)
            + Self.paragraph(["With --help every command says what it takes; --version prints the version."])
    }

    private var examples: [String] {
        let all = [program].flatMap(Self.withSubcommands).flatMap {
            Discussion($0.discussion ?? "").examples
        }
        var told: Set<String> = []
        return [".Sh EXAMPLES"] + Self.literal(all.filter { told.insert($0).inserted })
    }

    private var seeAlso: [String] {
        [".Sh SEE ALSO", ".Xr man 1 ,", ".Xr ncurses 3"]
    }

    private static func withSubcommands(_ command: CommandInfo) -> [CommandInfo] {
        [command] + command.shownSubcommands.flatMap(withSubcommands)
    }

    /// A paragraph after something else.
    static func paragraph(_ lines: [String]) -> [String] {
        lines.count == 1 ? [".Pp"] + Roff.text(lines[0]) : [".Pp"] + literal(lines)
    }

    /// Lines as they are.
    static func literal(_ lines: [String]) -> [String] {
        [".Bd -literal -compact"] + lines.map(Roff.line) + [".Ed"]
    }

    /// A list of names with what they mean.
    static func list(_ items: [(name: String, text: String)]) -> [String] {
        [".Bl -tag -width Ds"] + items.flatMap { [".It \($0.name)"] + Roff.text($0.text) } + [".El"]
    }
}
