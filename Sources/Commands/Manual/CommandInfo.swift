import ArgumentParser
import FoundationEssentials

/// What the parser tells of a command: its own JSON (`--experimental-dump-help`), as far as the manual needs it.
struct CommandInfo: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandInfo]?
    let arguments: [Argument]?

    /// A flag, an option or an argument of a command.
    struct Argument: Decodable, Hashable {
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        struct Name: Decodable, Hashable {
            enum Kind: String, Decodable {
                case long, short
                case longWithSingleDash
            }

            let kind: Kind
            let name: String

            /// With its dashes: `--taxon`.
            var text: String { (kind == .long ? "--" : "-") + name }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    /// The commands of this program as the parser knows them.
    ///
    /// - Throws: `DecodingError` when another version of the parser tells it otherwise; a test reads all of it.
    static func ofProgram() throws -> CommandInfo {
        struct Tool: Decodable {
            let command: CommandInfo
        }
        return try JSONDecoder().decode(Tool.self, from: Data(Inatty._dumpHelp().utf8)).command
    }

    /// Those that people are told of; the parser's own `help` is told with the program.
    var shownSubcommands: [CommandInfo] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// The commands below it that have none below themselves; itself when it is one.
    var leaves: [CommandInfo] {
        shownSubcommands.isEmpty ? [self] : shownSubcommands.flatMap(\.leaves)
    }

    /// The command's own options and arguments: not `--help` and `--version`, which every command has.
    var shownArguments: [Argument] {
        (arguments ?? []).filter { argument in
            let names = (argument.names ?? []).map(\.name)
            return argument.shouldDisplay && !names.contains("help") && !names.contains("version")
        }
    }
}
