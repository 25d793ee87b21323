import TestSupport
import Testing

/// A row of the table of features as README has it.
struct FeatureRow {
    /// All cells: the feature, the five others, and ours.
    let cells: [String]

    var title: String { cells.first ?? "" }
    var ours: String { cells.last ?? "" }

    /// What stands between grave accents in our cell: keys, options, files.
    var tokens: [String] { ours.matches(of: /`([^`]+)`/).map { String($0.1) } }

    /// The rows between README's marks, without the heading.
    static func all() throws -> [FeatureRow] {
        let lines = try Repository.text("README.md").split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(lines.firstIndex(of: "<!-- features -->"))
        let end = try #require(lines.firstIndex(of: "<!-- end of features -->"))
        return lines[begin..<end].filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
            FeatureRow(
                cells: line.dropFirst().dropLast().split(separator: " | ").map {
                    $0.trimmingPrefix(" ").description.trimmedEnd
                }
            )
        }
    }
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmedEnd: String {
        String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
    }
}
