import Browser
import Coordinates
import FoundationEssentials
import INaturalist
import ObservationExport
import ObservationStore
import TerminalUI

/// Prints rows of the store, some at a time.
struct HeldRows {
    let store: ObservationStore
    let viewer: HeldViewer
    /// Whether a server has said in this run that the rows are this person's.
    let isProved: Bool

    /// So many are read at once.
    private static let portion = 1_000

    /// Prints the rows, as a table or as one JSON object.
    func print(_ arrangement: Arrangement, limit: Int?, asJSON: Bool) throws {
        let ids =
            if let limit {
                try store.head(of: arrangement, limit: limit)
            } else {
                try store.order(of: arrangement)
            }
        let stream = ObservationReportStream(
            login: viewer.login,
            identity: viewer.identity,
            isProved: isProved
        )
        var printer = try ObservationPrinter(asJSON ? stream : nil, as: viewer.identity)
        var rest = ids[...]
        while !rest.isEmpty {
            // Rows may have gone since their order was read, even all of a portion.
            let rows = try store.rows(rest.prefix(Self.portion).map(Int.init), as: viewer.key)
            rest = rest.dropFirst(Self.portion)
            try printer.print(rows.map(\.observation))
        }
        try printer.end()
    }

    /// Prints how many rows have each value.
    func print(_ arrangement: Arrangement, countedBy facet: Facet, limit: Int?, asJSON: Bool) throws {
        var counts = try store.facetCounts(of: arrangement, by: facet)
        if let chosen = arrangement.facets[facet], !chosen.isEmpty {
            // On the screen the others are seen, too; here only what was asked for is printed.
            counts = counts.filter { chosen.contains($0.value) }
        }
        if let limit { counts = Array(counts.prefix(limit)) }
        if asJSON { return try output(FacetReport(counts, by: facet.option).json) }
        let width = counts.map { NumberText.count($0.count).count }.max() ?? 0
        for count in counts {
            let number = NumberText.count(count.count)
            let blank = String(repeating: " ", count: width - number.count)
            try output(
                TerminalText.sanitised(
                    "\(blank)\(number)  \(facet.title(of: count.value, named: count.title))"
                )
            )
        }
    }

    /// How old a list is, in a whole sentence.
    static func age(of list: HeldList, at now: Date) -> String {
        let words = "\(NumberText.count(list.count)) \(list.count == 1 ? "observation" : "observations") held"
        guard let date = list.progress.fetchedAt else { return "\(words), nothing of them was fetched yet." }
        let span = NumberText.duration(max(now.timeIntervalSince(date), 0))
        let rest = list.progress.isComplete ? "" : " Not all is fetched yet; inatty sync goes on."
        return "\(words), fetched \(span) ago (\(MomentText.minute(of: date)) UTC).\(rest)"
    }
}
