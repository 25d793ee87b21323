internal import INaturalist

/// Reads a file lot by lot, now on one thread and now on another.
///
/// Unchecked, because who uses it waits for one call before the next begins; the waiting orders what the threads see.
final class LotReader: @unchecked Sendable {
    /// Rows, and what was known of the file when they were read.
    struct Lot: Sendable {
        let observations: [Observation]
        let report: FileReport
    }

    private let reader: ObservationFileReader

    init(_ reader: ObservationFileReader) { self.reader = reader }

    /// What is known so far.
    var report: FileReport { reader.report }

    /// Whether that id was among the rows.
    func hasSeen(_ id: Int) -> Bool { reader.hasSeen(id) }

    /// The next rows; nil at the end.
    func next(_ size: Int) -> Result<Lot?, ImportError> {
        do throws(ImportError) {
            return .success(try reader.next(size).map { Lot(observations: $0, report: reader.report) })
        } catch {
            return .failure(error)
        }
    }
}
