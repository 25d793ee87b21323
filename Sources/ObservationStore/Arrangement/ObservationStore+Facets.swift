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
            let question = try ArrangementSQL(arrangement, by: facet, order: .any, in: database)
            if let counts = try Self.codedCounts(of: question, by: facet, in: database) { return counts }
            // Names are looked up by one row of each taxon; nothing else needs its ids.
            let example = facet == .taxon ? ", o.id" : ""
            let statement = try database.raw(question.sql(facet.expression + example))
            defer { statement.reset() }
            statement.bind(question.values)
            var tally = FacetTally()
            while try statement.step() { tally.count(statement, hasExample: facet == .taxon) }
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

    /// Counts of a facet that has the words' codes alone, added up by SQLite.
    ///
    /// - Returns: nil when the facet has other values, or some row has a word without a code.
    private static func codedCounts(
        of question: ArrangementSQL,
        by facet: Facet,
        in database: Database
    ) throws -> [FacetCount]? {
        guard facet != .year, facet != .taxon else { return nil }
        let sql = question.sql("\(facet.expression) AS code")
        // Access is worked out anew for each sum, and there always is one of the three.
        let known = facet == .access ? "0, count(*) - sum(code > 0)" : "sum(code IS NULL), sum(code = 0)"
        let counts = try database.first(
            "SELECT count(*), \(known), sum(code = 1), sum(code = 2) FROM (\(sql))",
            question.values
        ) { row in (0..<5).map { Int(row.integer(Int32($0))) } }
        guard let counts, counts[0] == counts[1...].reduce(0, +) else { return nil }
        let values: [FacetValue] = [.missing] + (0..<3).map { facet.value(.number($0)) }
        let found = zip(values, counts[1...]).filter { $0.1 > 0 }
        return facet.sorted(found.map { FacetCount(value: $0.0, title: nil, count: $0.1) })
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

    /// Codes of words, and years: what is small needs no looking up.
    private var codes = [Int](repeating: 0, count: 4_096)

    mutating func count(_ row: RawStatement, hasExample: Bool) {
        if !hasExample, let number = row.smallInteger(0, below: codes.count) {
            codes[number] += 1
            return
        }
        let example = hasExample ? row.integer(1) : 0
        switch row.cell(0) {
        case .number(let number): numbers[number, default: (0, example)].count += 1
        case .words(let word): words[word, default: (0, example)].count += 1
        default: missing.count += 1
        }
    }

    var counts: [(value: Cell, count: Int, example: Int64)] {
        codes.indices.filter { codes[$0] > 0 }.map { (.number(Int64($0)), codes[$0], 0) }
            + numbers.map { (.number($0.key), $0.value.count, $0.value.example) }
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
