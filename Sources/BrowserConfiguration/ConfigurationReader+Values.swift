internal import Browser
internal import INaturalist

extension ConfigurationReader {
    /// Notes a problem.
    ///
    /// - Parameter likely: the word that was probably meant.
    mutating func wrong(
        _ place: YAMLNode.Place,
        _ fault: String,
        likely: String? = nil,
        _ remedy: String
    ) {
        // Nobody reads more, and a large file of nonsense would fill the memory.
        guard configuration.problems.count < 100 else { return }
        configuration.problems.append(
            ConfigurationProblem(
                file: file,
                line: place.line,
                column: place.column,
                fault: fault,
                likely: likely,
                remedy: remedy
            )
        )
    }

    /// Notes that a word is none of those that are known: which is the nearest, and which there are.
    mutating func wrong(_ node: YAMLNode, _ fault: String, of known: [String]) {
        wrong(
            node.place,
            "\(Self.subject(node)) \(fault).",
            likely: node.text.flatMap { Self.nearest(to: $0, in: known) },
            "There are: \(known.joined(separator: ", "))."
        )
    }

    /// The pairs of a group, each key once: the first one holds.
    mutating func unique(_ pairs: [YAMLNode.Pair], in group: String) -> [(key: YAMLNode, value: YAMLNode)] {
        var first: [String: Int] = [:]
        var kept: [(key: YAMLNode, value: YAMLNode)] = []
        for pair in pairs {
            if let name = pair.key.text {
                if let line = first[name] {
                    wrong(
                        pair.key.place,
                        "“\(Self.shown(name))” stands twice in \(group), first on line \(line), which holds.",
                        "Leave it once."
                    )
                    continue
                }
                first[name] = pair.key.place.line
            }
            kept.append((pair.key, pair.value))
        }
        return kept
    }

    /// The text of an entry that is a single value.
    mutating func single(_ key: ConfigurationKey, _ node: YAMLNode) -> String? {
        if let text = node.text, node.isQuoted || !text.isEmpty { return text }
        wrong(node.place, "“\(key.name)” is \(node.kind) here.", key.expectation)
        return nil
    }

    /// The value of an entry that is a choice.
    mutating func choice<Value>(
        _ key: ConfigurationKey,
        _ node: YAMLNode,
        _ value: (String) -> Value?
    ) -> Value? {
        guard let text = single(key, node) else { return nil }
        if let value = value(text) { return value }
        let likely = Self.nearest(to: text, in: key.choices)
        wrong(
            node.place,
            "“\(key.name)” cannot be “\(Self.shown(text))”.",
            likely: likely,
            key.expectation
        )
        return nil
    }

    /// The value of an entry that is a number.
    mutating func number(
        _ key: ConfigurationKey,
        _ node: YAMLNode,
        in range: ClosedRange<Int>
    ) -> Int? {
        guard let text = single(key, node) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        wrong(node.place, "“\(key.name)” cannot be “\(Self.shown(text))”.", key.expectation)
        return nil
    }

    /// What stands there, as the beginning of a sentence: its text, or what it is instead of one.
    static func subject(_ node: YAMLNode) -> String {
        node.text.map { "“\(shown($0))”" } ?? node.kind.capitalisedFirst
    }

    /// A text of the file, short enough for a line.
    static func shown(_ text: String) -> String {
        text.count <= 40 ? text : text.prefix(39) + "…"
    }

    /// The word that was probably meant.
    static func nearest(to word: String, in known: [String]) -> String? {
        // Comparing takes the product of both lengths, and a single character is near to all others.
        word.utf8.count > 60 || word.count < 2 ? nil : WordDistance.nearest(to: word, in: known)
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
