/// The names by which commands are called in one place.
nonisolated struct PlainCommandNames {
    /// What a text turned out to be.
    enum Meaning: Hashable {
        case command(PlainCommand)
        /// It is the beginning of several names.
        case several([String])
        /// It is nothing; these are the names most like it.
        case nothing([String])
    }

    private let names: [(name: String, command: PlainCommand)]

    init(_ context: Context) {
        var names = PlainCommand.own.map { (name: $0.name, command: $0.command) }
        let commands = CommandTable.commands(in: context)
        names += commands.map { ($0.id.name, .command($0.id)) }
        names += commands.map { (Self.hyphenated($0.title), .command($0.id)) }
        self.names = names
    }

    /// A name in full goes before one that only begins so.
    func meaning(of text: String) -> Meaning {
        let text = Self.hyphenated(text)
        if let exact = names.first(where: { $0.name == text }) { return .command(exact.command) }
        let begun = names.filter { $0.name.hasPrefix(text) }
        if let first = begun.first {
            let isOne = begun.allSatisfy { $0.command == first.command }
            let others = names.filter { name in begun.contains { $0.command == name.command } }
            return isOne ? .command(first.command) : .several(Self.firstNames(of: others))
        }
        let likeness = names.map { name in zip(name.name, text).prefix { $0 == $1 }.count }
        let best = likeness.max() ?? 0
        guard best > 0 else { return .nothing([]) }
        let nearest = zip(names, likeness).filter { $0.1 == best }.map { $0.0.name }
        return .nothing(Array(Self.once(nearest).prefix(5)))
    }

    /// The command that the first words of a line name, as many of them as do, and the rest of the line.
    func reading(of line: String) -> (meaning: Meaning, rest: String) {
        let words = line.split(separator: " ").map(String.init)
        for count in stride(from: words.count, to: 1, by: -1) {
            let text = words.prefix(count).joined(separator: "-").lowercased()
            if let exact = names.first(where: { $0.name == text }) {
                return (.command(exact.command), words.dropFirst(count).joined(separator: " "))
            }
        }
        return (meaning(of: words.first ?? ""), words.dropFirst().joined(separator: " "))
    }

    private static func hyphenated(_ text: String) -> String {
        text.lowercased().split { $0 == " " || $0 == "," }.joined(separator: "-")
    }

    /// One name of each command: the first, which is its own.
    private static func firstNames(of names: [(name: String, command: PlainCommand)]) -> [String] {
        var seen: Set<PlainCommand> = []
        return names.filter { seen.insert($0.command).inserted }.map(\.name)
    }

    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
