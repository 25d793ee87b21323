package import INaturalist

/// Reads the observations of a file, without a store: the website's CSV export, reports of this program, saved replies.
///
/// What a file is, is seen by its content. It is read once, from the beginning to the end, and never held. Each row
/// that cannot be read is counted with its line and the reason.
package final class ObservationFileReader {
    /// What is known so far.
    package private(set) var report: FileReport

    private let window: ByteWindow
    private let rows: any RowSequence
    private var seen = SeenIDs()

    /// Opens a file, and looks what it is.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - site: the site's address, for the pages of observations whose row names none.
    /// - Throws: ``ImportError``, when it can be no file of these kinds.
    package convenience init(_ source: FileSource, site: String) throws(ImportError) {
        try self.init(ByteSource(source), site: site)
    }

    init(_ source: ByteSource, site: String) throws(ImportError) {
        window = ByteWindow(source)
        rows = try FileSniffer(window, site: site).rows()
        report = FileReport(kind: .list)
        report.bytesTotal = source.size
        rows.describe(&report)
    }

    /// The observations of the next rows.
    ///
    /// - Parameter limit: how many rows are looked at, those among them that cannot be read.
    /// - Returns: nil when there are no more rows.
    /// - Throws: ``ImportError/cancelled`` and ``ImportError/cannotRead(name:reason:)``.
    package func next(_ limit: Int) throws(ImportError) -> [Observation]? {
        guard !report.isComplete else { return nil }
        var observations: [Observation] = []
        observations.reserveCapacity(limit)
        for _ in 0..<limit {
            if window.source.isCancelled { throw .cancelled }
            guard let row = try rows.next() else {
                report.isComplete = true
                break
            }
            take(row, &observations)
        }
        report.bytesRead = window.offset
        rows.describe(&report)
        return observations.isEmpty && report.isComplete ? nil : observations
    }

    /// How much of the file is in memory, bytes.
    var heldBytes: Int { window.capacity }

    /// Whether that id was among the rows.
    func hasSeen(_ id: Int) -> Bool { seen.contains(id) }

    private func take(_ row: Row, _ observations: inout [Observation]) {
        switch row.result {
        case .success(let observation):
            guard seen.insert(observation.id) else {
                return report.refuse(.repeatedID(observation.id), line: row.line)
            }
            observations.append(observation)
            report.rows += 1
            if row.isDamaged { report.damagedTexts += 1 }
        case .failure(let refusal):
            report.refuse(refusal, line: row.line)
        }
    }
}
