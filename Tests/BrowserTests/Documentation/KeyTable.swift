import Browser
import TerminalUI

/// README's tables of keys, made from the table of commands.
enum KeyTable {
    /// What so many screens have is told once.
    private static let manyScreens = 8

    /// The tables as Markdown: the observations' keys, those of most screens, and folded those of the other screens.
    static let markdown = ([observations, most] + folded).joined(separator: "\n\n")

    private static var observations: String {
        section("On the table of observations", own(.table), in: .table)
    }

    private static var most: String {
        let commands = CommandTable.all.filter { $0.contexts.count >= manyScreens }
        return "**On most screens**\n\n" + table(commands.compactMap { row($0, in: nil) })
    }

    private static var folded: [String] {
        let others = Context.allCases.filter { $0 != .table && !own($0).isEmpty }
        return ["<details>\n<summary>The keys of the other screens</summary>"]
            + others.map { section($0.title, own($0), in: $0) } + ["</details>"]
    }

    /// The commands that a screen does not share with most others.
    private static func own(_ context: Context) -> [Command] {
        CommandTable.commands(in: context).filter { $0.contexts.count < manyScreens }
    }

    private static func section(_ title: String, _ commands: [Command], in context: Context) -> String {
        "**\(title)**\n\n" + table(commands.compactMap { row($0, in: context) })
    }

    private static func table(_ rows: [String]) -> String {
        (["| key | does |", "| --- | --- |"] + rows).joined(separator: "\n")
    }

    /// A command with its keys; nil where it has none. Without a place those are told that the table of commands names.
    private static func row(_ command: Command, in context: Context?) -> String? {
        let keys = context.map { KeyMap.standard.keys(for: command.id, in: $0) } ?? command.keys
        // Of two entries for one command in one place, each tells its own keys.
        let told = keys.filter(command.keys.contains)
        guard !told.isEmpty else { return nil }
        return "| \(told.map { "`\($0.label)`" }.joined(separator: " ")) | \(command.help) |"
    }
}
