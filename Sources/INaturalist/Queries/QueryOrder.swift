/// How the rows of a query are sorted. Fetching goes by id whatever it says (reference 3.2), so the sorting is done
/// where the rows are held.
package struct QueryOrder: Sendable, Hashable {
    /// By what.
    package enum Key: String, Sendable, Hashable, CaseIterable {
        case id, created, observed, updated, taxon, observer, place, accuracy
    }

    package var key: Key
    /// Whether the highest or newest comes first.
    package var isDescending: Bool

    package init(key: Key, isDescending: Bool) {
        self.key = key
        self.isDescending = isDescending
    }

    /// `-observed` for the newest first, `taxon` for A to Z.
    package init?(word: String) {
        guard let key = Key(rawValue: word.hasPrefix("-") ? String(word.dropFirst()) : word) else {
            return nil
        }
        self.init(key: key, isDescending: word.hasPrefix("-"))
    }

    /// ``init(word:)`` the other way round.
    package var word: String { (isDescending ? "-" : "") + key.rawValue }

    static let allWords = Key.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
}
