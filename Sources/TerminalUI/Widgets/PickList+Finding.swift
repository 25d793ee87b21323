extension PickList {
    /// A line of the list.
    enum Row: Hashable, Sendable {
        /// Nothing, before a heading.
        case blank
        /// The name of a group.
        case heading(String)
        /// An item, by its place among all, and what of its title and its detail was matched.
        case item(Int, title: [Range<String.Index>], detail: [Range<String.Index>])
    }

    /// All items under their headings, in the order in which the groups first come.
    static func grouped(_ items: [PickItem<ID>]) -> [Row] {
        var groups: [String] = []
        var members: [String: [Int]] = [:]
        for (index, item) in items.enumerated() {
            if members[item.group] == nil { groups.append(item.group) }
            members[item.group, default: []].append(index)
        }
        var rows: [Row] = []
        for group in groups {
            if !rows.isEmpty { rows.append(.blank) }
            if !group.isEmpty { rows.append(.heading(group)) }
            rows += (members[group] ?? []).map { .item($0, title: [], detail: []) }
        }
        return rows
    }

    /// The items that match, the best first, without headings.
    static func found(_ query: String, in items: [PickItem<ID>]) -> [Row] {
        let words = query.split(whereSeparator: \.isWhitespace).map { Word(String($0)) }
        var found: [(row: Row, score: Int, index: Int)] = []
        for (index, item) in items.enumerated() {
            if let match = Match(words, in: item) {
                found.append((.item(index, title: match.title, detail: match.detail), match.score, index))
            }
        }
        return found.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.row)
    }

    /// A word of what is typed, as it is looked for.
    private struct Word {
        let text: String
        let highlight: TextHighlight

        init(_ text: String) {
            self.text = text
            highlight = TextHighlight(text)
        }
    }

    /// What an item has of every word: in its title, letters in between or not; at the beginning of words of its detail
    /// or its group; or as one of its keys.
    private struct Match {
        private(set) var score = 0
        private(set) var title: [Range<String.Index>] = []
        private(set) var detail: [Range<String.Index>] = []

        init?(_ words: [Word], in item: PickItem<ID>) {
            for word in words {
                let inTitle = FuzzyMatch(word.text, in: item.title)
                let inDetail = word.highlight.ranges(in: item.explanation)
                let isKey = item.trailing.split(separator: " ").contains { $0 == word.text }
                let isInGroup = !word.highlight.ranges(in: item.group).isEmpty
                guard inTitle != nil || isKey || isInGroup || !inDetail.isEmpty else { return nil }
                // A key says exactly what is meant; a word of the help may be there by chance.
                score += (isKey ? Self.key : 0) + (inTitle?.score ?? 0)
                title += inTitle?.ranges ?? []
                if inTitle == nil { detail += inDetail }
            }
        }

        private static var key: Int { 0x10000 }
    }
}
