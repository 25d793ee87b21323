internal import GRDB

/// Copies every row that can be made out from a damaged file into a new store.
///
/// First along the trees, as SQLite reads them. Where a tree is broken, every page that nobody reached and that is not
/// free is looked at as well: rows of each table have a shape of their own.
struct Salvage: ~Copyable {
    private let source: DamagedFile
    private let store: ObservationStore
    private let kinds: [SalvagedTable: [SalvagedTable.Kind]]
    private var report = SalvageReport()
    private var seen: Set<Int> = []
    private var isWhole = true
    private var batch: [(table: SalvagedTable, row: SalvagedRow, isStray: Bool)] = []
    /// How fresh rows are that were found apart from any tree.
    private var strays: [SalvagedTable: [Int64: Int64]] = [:]
    private var sequences: [String: Int64] = [:]
    private let cancellation: Cancellation?

    private static let batchSize = 20_000

    init(
        _ source: consuming DamagedFile,
        to store: ObservationStore,
        cancellation: Cancellation?
    ) {
        self.source = source
        self.store = store
        self.cancellation = cancellation
        kinds = Dictionary(
            uniqueKeysWithValues: SalvagedTable.allCases.map { ($0, $0.columns.map(\.kind)) }
        )
    }

    /// Saves all there is.
    mutating func run(at moment: Int64) throws(StoreError) -> SalvageReport {
        let roots = roots()
        for table in SalvagedTable.allCases {
            guard let root = roots[table.rawValue] else {
                isWhole = false
                continue
            }
            for number in leaves(from: root) { try save(number, of: table) }
        }
        report.observations.expected = tally(roots["tally"])
        if !isWhole { try saveStrays() }
        var distrusted: [[UInt8]] = []
        source.distrustedPages { distrusted.append($0) }
        report.unreadablePages += distrusted.isEmpty ? 0 : 1
        for bytes in distrusted {
            guard let page = TreePage(bytes, number: 2) else { continue }
            try saveStray(page)
        }
        try flush()
        return try finish(at: moment)
    }

    // MARK: - Reading

    /// Where the trees of the tables begin.
    private mutating func roots() -> [String: Int] {
        var roots: [String: Int] = [:]
        for number in leaves(from: 1) {
            for row in rows(number) {
                guard
                    let row, row.cells.count == 5, let name = row.cells[1].words,
                    let root = row.cells[3].number, 2...Int64(source.pageCount) ~= root
                else { continue }
                roots[name] = Int(root)
            }
        }
        return roots
    }

    private func rows(_ number: Int) -> [SalvagedRow?] {
        guard let bytes = source.page(number), let page = TreePage(bytes, number: number) else { return [] }
        return page.rows(overflow: { source.page($0) })
    }

    /// The numbers of the pages with the rows of a tree, in their order.
    private mutating func leaves(from root: Int) -> [Int] {
        var leaves: [Int] = []
        var open = [root]
        while let number = open.popLast() {
            guard !seen.contains(number) else {
                // A page has one place; a second one is an error of the page above.
                isWhole = false
                continue
            }
            guard let bytes = source.page(number), let page = TreePage(bytes, number: number) else {
                isWhole = false
                report.unreadablePages += 1
                continue
            }
            seen.insert(number)
            if page.isLeaf { leaves.append(number) } else { open += page.children.reversed() }
        }
        return leaves
    }

    private mutating func tally(_ root: Int?) -> Int? {
        guard let root else { return nil }
        for number in leaves(from: root) {
            for row in rows(number) {
                if let row, row.key == 1, row.cells.count == 2, let count = row.cells[1].number, count >= 0 {
                    return Int(count)
                }
            }
        }
        return nil
    }

    private mutating func saveStrays() throws(StoreError) {
        let free = source.freePages()
        guard source.pageCount >= 2 else { return }
        for number in 2...source.pageCount where !seen.contains(number) && !free.contains(number) {
            guard let bytes = source.page(number), let page = TreePage(bytes, number: number) else {
                continue
            }
            try saveStray(page)
        }
    }

    private mutating func saveStray(_ page: TreePage) throws(StoreError) {
        for row in page.rows(overflow: { source.page($0) }) {
            guard let row,
                let table = SalvagedTable.allCases.first(where: { $0.fits(row, kinds: kinds[$0] ?? []) })
            else { continue }
            try add(row, of: table, isStray: true)
        }
    }

    private mutating func save(_ number: Int, of table: SalvagedTable) throws(StoreError) {
        for row in rows(number) {
            guard let row, table.fits(row, kinds: kinds[table] ?? []) else {
                report.unreadableRows += 1
                continue
            }
            try add(row, of: table, isStray: false)
        }
    }

    // MARK: - Writing

    private mutating func add(_ row: SalvagedRow, of table: SalvagedTable, isStray: Bool) throws(StoreError) {
        batch.append((table, row, isStray))
        if batch.count >= Self.batchSize { try flush() }
    }

    private mutating func flush() throws(StoreError) {
        if cancellation?.isCancelled == true { throw .cancelled }
        let batch = batch
        self.batch = []
        var (strays, sequences) = (strays, sequences)
        // So that there is one of it, which is changed in place.
        self.strays = [:]
        try store.write { database in
            for (table, row, isStray) in batch {
                if table == .sequence {
                    if let name = row.cells[0].words, let number = row.cells[1].number {
                        sequences[name] = max(sequences[name] ?? 0, number)
                    }
                    continue
                }
                let freshness = table.freshness.flatMap { row.cells[$0].number } ?? 0
                // Of two strays the fresher one is right; what a tree holds goes before both.
                let held = strays[table]?[row.key]
                if let held, held >= freshness { continue }
                let statement = try database.raw(table.insertion(isReplacing: held != nil))
                let columns = zip(row.cells, table.columns)
                statement.bind(columns.map { $1.kind == .key ? .number(row.key) : $0 })
                try statement.run()
                if isStray, statement.changes > 0 { strays[table, default: [:]][row.key] = freshness }
            }
        }
        self.strays = strays
        self.sequences = sequences
    }

    private mutating func finish(at moment: Int64) throws(StoreError) -> SalvageReport {
        let (isDamaged, sequences) = (report.unreadablePages + report.unreadableRows > 0, sequences)
        var report = report
        try store.write { database in
            try StoreIndexes.rebuild(
                in: database,
                isPartial: isDamaged,
                at: moment,
                sequences: sequences,
                report: &report
            )
        }
        return report
    }
}

extension SalvagedTable {
    fileprivate func insertion(isReplacing: Bool) -> String {
        let columns = columns
        return """
            INSERT OR \(isReplacing ? "REPLACE" : "IGNORE") INTO \(rawValue) \
            (\(columns.map(\.name).joined(separator: ", "))) \
            VALUES (\(columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))
            """
    }
}
