import Browser
import INaturalist
import ObservationExport

/// Prints observations, some at a time: as a table, or as one JSON object.
struct ObservationPrinter {
    /// Nil for a table.
    private var stream: ObservationReportStream?
    private let identity: Identity
    /// Nil until there are rows. The columns of a million rows cannot all be measured first: the first lot's are kept.
    private var table: PlainTable?
    private var count = 0

    /// Prints what goes before the rows.
    ///
    /// - Parameters:
    ///   - stream: the JSON object; nil for a table.
    ///   - identity: for whom the observations were answered.
    /// - Throws: `OutputError`.
    init(_ stream: ObservationReportStream?, as identity: Identity) throws {
        self.stream = stream
        self.identity = identity
        if let stream { try output(stream.beginning) }
    }

    /// Prints the next observations, all in one write.
    ///
    /// - Throws: `OutputError`.
    mutating func print(_ observations: [Observation]) throws {
        guard !observations.isEmpty else { return }
        count += observations.count
        if var stream {
            let lines = observations.map { stream.line($0) }
            self.stream = stream
            try write(lines)
        } else if let table {
            try write(table.lines(of: observations))
        } else {
            let table = PlainTable(observations, as: identity)
            self.table = table
            try write(table.lines)
        }
    }

    /// Prints what goes after the rows; of a table without rows the header.
    ///
    /// - Throws: `OutputError`.
    func end() throws {
        if let stream {
            try output(stream.end(total: count))
        } else if table == nil {
            try write(PlainTable([], as: identity).lines)
        }
    }

    private func write(_ lines: [String]) throws {
        try output(lines.joined(separator: "\n"))
    }
}
