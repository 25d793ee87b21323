internal import GRDB

// Facets
extension ObservationStore {
    /// How many rows have each value of a facet, the most frequent first; years and qualities in their own order.
    ///
    /// The values that the arrangement has chosen of the same facet do not narrow, so that the others are seen and can
    /// be chosen, too.
    ///
    /// - Throws: ``StoreError/cancelled``; what the file does not allow.
    package func facetCounts(
        of arrangement: Arrangement,
        by facet: Facet,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> [FacetCount] {
        try read(cancellation) { database in
            let question = try ArrangementSQL(arrangement, by: facet, isOrdered: false, in: database)
            let statement = try database.raw(question.sql("\(facet.expression), o.id"))
            defer { statement.reset() }
            statement.bind(question.values)
            var tally = FacetTally()
            while try statement.step() { tally.count(statement) }
            statement.reset()
            let counts = try tally.counts.map { entry in
                FacetCount(
                    value: facet.value(entry.value),
                    title: facet == .taxon ? try Self.name(of: entry.example, in: database) : nil,
                    count: entry.count
                )
            }
            return facet.sorted(counts)
        }
    }

    private static func name(of id: Int64, in database: Database) throws -> String? {
        try database.first(
            "SELECT coalesce(common_name, taxon_name) FROM observation WHERE id = ?1",
            [.number(id)]
        ) { $0.text(0) } ?? nil
    }
}

/// Counts values as they come by. SQLite would sort the million rows first.
private struct FacetTally {
    private var numbers: [Int64: (count: Int, example: Int64)] = [:]
    private var words: [String: (count: Int, example: Int64)] = [:]
    private var missing: (count: Int, example: Int64) = (0, 0)

    mutating func count(_ row: RawStatement) {
        switch row.cell(0) {
        case .number(let number):
            numbers[number, default: (0, row.integer(1))].count += 1
        case .words(let word):
            words[word, default: (0, row.integer(1))].count += 1
        default:
            missing.count += 1
        }
    }

    var counts: [(value: Cell, count: Int, example: Int64)] {
        numbers.map { (.number($0.key), $0.value.count, $0.value.example) }
            + words.map { (.words($0.key), $0.value.count, $0.value.example) }
            + (missing.count > 0 ? [(.missing, missing.count, 0)] : [])
    }
}

extension Facet {
    /// The order in which counts are shown; rows without a value are the last.
    fileprivate func sorted(_ counts: [FacetCount]) -> [FacetCount] {
        counts.sorted { left, right in
            if (left.value == .missing) != (right.value == .missing) { return right.value == .missing }
            if self == .year, case .number(let first) = left.value, case .number(let second) = right.value {
                return first > second
            }
            if left.count != right.count { return left.count > right.count }
            return text(left) < text(right)
        }
    }

    private func text(_ count: FacetCount) -> String {
        switch count.value {
        case .missing: ""
        case .word(let word): word
        case .number(let number): "\(count.title ?? "") \(number)"
        }
    }
}
