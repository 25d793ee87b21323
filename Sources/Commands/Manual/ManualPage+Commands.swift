/// Commands and their options.
extension ManualPage {
    /// What each command is for and takes.
    var commands: [String] {
        [".Sh COMMANDS"] + program.shownSubcommands.flatMap { section(of: $0, after: []) }
    }

    /// The options that several commands take, explained once.
    var commonOptions: [String] {
        [".Sh COMMON OPTIONS"]
            + Self.list(common.map { (Self.head(of: $0), Self.text(of: $0)) })
    }

    private func section(of command: CommandInfo, after parents: [String]) -> [String] {
        let names = parents + [command.commandName]
        let own = command.shownArguments.filter { !isCommon($0) }
        let shared = command.shownArguments.filter(isCommon)
        var lines = [".Ss inatty \(Roff.inline(names.joined(separator: " ")))"]
        if let abstract = command.abstract { lines += Roff.text(abstract) }
        lines += Discussion(command.discussion ?? "").paragraphs.flatMap(Self.paragraph)
        if !own.isEmpty {
            lines += Self.list(own.map { (Self.head(of: $0), Self.text(of: $0)) })
        }
        if !shared.isEmpty {
            let heads = shared.map { Self.plainHead(of: $0) }.joined(separator: ", ")
            lines += Self.paragraph(["Common options: \(heads)."])
        }
        return lines + command.shownSubcommands.flatMap { section(of: $0, after: names) }
    }

    private func isCommon(_ argument: CommandInfo.Argument) -> Bool { common.contains(argument) }

    /// `Fl \-saved Ar name`, after `.It`.
    private static func head(of argument: CommandInfo.Argument) -> String {
        let value = argument.valueName.map { "Ar \(Roff.words($0))" } ?? ""
        let repeated = argument.isRepeating ? " ..." : ""
        guard argument.kind != .positional else { return value + repeated }
        // Fl writes the first dash.
        let names = (argument.names ?? []).map { "Fl \(Roff.inline(String($0.text.dropFirst())))" }
        return names.joined(separator: " , ") + (argument.kind == .option ? " \(value)" : "")
    }

    private static func plainHead(of argument: CommandInfo.Argument) -> String {
        guard argument.kind != .positional else { return argument.valueName ?? "" }
        return (argument.names ?? []).map(\.text).joined(separator: ", ")
    }

    private static func text(of argument: CommandInfo.Argument) -> String {
        var text = argument.abstract ?? ""
        if let values = argument.allValues, !values.isEmpty {
            text += " One of \(values.joined(separator: ", "))."
        }
        if let value = argument.defaultValue, argument.kind == .option, !value.isEmpty {
            text += " Default: \(value)."
        }
        return text
    }
}
