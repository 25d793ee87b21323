package import ObservationImport

extension JobStatus {
    /// How reading a file stands.
    package nonisolated init(_ progress: ImportProgress, title: String) {
        let report = progress.report
        let phase = Phase("Reading the file", report.isComplete ? .behind : .underWay)
        // The rows that are to come are not counted before, so they are guessed from the bytes.
        let total = progress.fraction.map { fraction in
            fraction > 0.01 ? Int(Double(report.rows) / fraction) : nil
        }
        self.init(
            title: title,
            state: report.isComplete ? .done : .running,
            phases: [phase],
            done: report.rows,
            total: report.isComplete ? report.rows : total ?? nil,
            outcome: report.refused == 0 ? "" : "\(NumberText.count(report.refused)) cannot be read"
        )
    }
}
