internal import Coordinates
internal import TerminalUI

/// What the bar says of a table that shows only some of its rows: `“orch” · 312 of 48,210`.
package nonisolated enum NarrowingMark {
    /// The longest wording that fits; nothing when all rows are shown.
    ///
    /// - Parameters:
    ///   - words: the words that were typed to narrow the rows.
    ///   - facets: the values that the rows are narrowed to, as people read them.
    ///   - isInBox: whether they are narrowed to a box.
    ///   - matches: how many rows are left; nil while they are being counted.
    ///   - total: how many there are without that.
    package static func text(
        words: String,
        facets: [String] = [],
        isInBox: Bool = false,
        matches: Int?,
        of total: Int,
        columns: Int
    ) -> String? {
        guard !words.isEmpty || !facets.isEmpty || isInBox else { return nil }
        let numbers = (matches.map(NumberText.count) ?? "counting…") + " of " + NumberText.count(total)
        let quoted = words.isEmpty ? [] : ["“\(words)”"]
        let box = isInBox ? ["in the box"] : []
        let parts = [
            quoted + facets + box,
            quoted + (facets.isEmpty ? [] : ["\(facets.count) \(facets.count == 1 ? "facet" : "facets")"])
                + box,
        ]
        // Words alone would hide that something else is left out as well.
        let short = "“\(TerminalText.truncated(words, to: 12))”"
        let isWordsAlone = facets.isEmpty && !isInBox
        let wordings =
            parts.map { ($0 + [numbers]).joined(separator: " · ") }
            + [
                isWordsAlone ? "\(short) · \(numbers)" : "narrowed · \(numbers)", "narrowed · \(numbers)",
                "narrowed",
            ]
        return TerminalText.longest(of: wordings, in: columns)
    }
}
