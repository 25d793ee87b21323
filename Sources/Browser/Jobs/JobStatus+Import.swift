internal import Coordinates
package import ObservationImport

extension JobStatus {
    /// How reading a file stands.
    package nonisolated init(_ progress: ImportProgress, title: String) {
        let report = progress.report
        let phase = Phase("Reading the file", report.isComplete ? .behind : .underWay)
        // The rows that are to come are not counted before, so they are guessed from the bytes.
        let total = progress.fraction.flatMap { $0 > 0.01 ? Int(Double(report.rows) / $0) : nil }
        self.init(
            title: title,
            state: report.isComplete ? .done : .running,
            phases: [phase],
            done: report.rows,
            total: total,
            outcome: report.refused == 0 ? "" : "\(NumberText.count(report.refused)) cannot be read"
        )
    }
}
