/// What looking through a store found.
package struct Verification: Sendable, Hashable {
    /// What is not as it has to be; empty for a sound store.
    package var problems: [Problem] = []
    /// How many observations can be read.
    package var observations = 0

    /// Nothing was looked at.
    package init() {}

    /// Whether nothing was found.
    package var isSound: Bool { problems.isEmpty }

    /// How closely a store is looked at.
    package enum Depth: Sendable, Hashable {
        /// The pages, and whether the counts agree: seconds for a million rows.
        case quick
        /// The indexes as well, entry by entry against the rows.
        case full
    }

    /// What is looked at.
    package enum Step: Sendable, Hashable {
        /// The pages of one table, the number of tables beside it.
        case pages(table: Int, of: Int)
        /// Whether each page belongs somewhere.
        case file
        /// The index of true points.
        case points
        /// Numbers that have to agree.
        case counts
        /// The indexes of words.
        case words
    }

    /// One thing that is not as it has to be.
    package enum Problem: Sendable, Hashable {
        /// Pages of a table cannot be read, or are not in order: what SQLite says.
        case pages(table: String, detail: String)
        /// The index of true points does not agree with the points that are held.
        case points(detail: String)
        /// An index of words does not agree with the rows.
        case words(detail: String)
        /// A number that is kept is not the one that is counted.
        case count(of: String, kept: Int, counted: Int)
        /// Rows that belong to a row that is not there.
        case orphans(what: String, count: Int)
    }
}

extension Verification.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .pages(let table, let detail): "\(table): \(detail)"
        case .points(let detail): "The index of true points: \(detail)"
        case .words(let detail): "The index of words: \(detail)"
        case .count(let what, let kept, let counted): "\(what): \(kept) noted, \(counted) counted"
        case .orphans(let what, let count): "\(what): \(count)"
        }
    }
}
