import ArgumentParser

@testable import Commands

/// A command and the words that lead to it.
struct CommandPlace: Sendable, CustomStringConvertible {
    /// After the program's name: `auth`, `login`.
    let words: [String]
    let command: any ParsableCommand.Type

    var description: String { (["inatty"] + words).joined(separator: " ") }

    /// Every command of the program, groups and the program itself included, as they are registered.
    static let all = below(CommandPlace(words: [], command: Inatty.self))

    private static func below(_ place: CommandPlace) -> [CommandPlace] {
        [place]
            + place.command.configuration.subcommands.flatMap { command in
                below(CommandPlace(words: place.words + [command._commandName], command: command))
            }
    }
}
