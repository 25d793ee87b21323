package import ObservationStore

/// How far an import is.
package struct ImportProgress: Sendable, Hashable {
    /// The list that the rows are in.
    package var list: ListID
    /// What is known of the file; its rows are all in the store.
    package var report: FileReport

    /// How much of the file is done, 0 to 1; nil for a pipe, whose end nobody knows.
    package var fraction: Double? {
        if report.isComplete { return 1 }
        guard let total = report.bytesTotal, total > 0 else { return nil }
        return min(Double(report.bytesRead) / Double(total), 1)
    }
}
