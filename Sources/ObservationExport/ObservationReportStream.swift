internal import FoundationEssentials
package import INaturalist

/// An ``ObservationReport`` of any number of rows, written as they come: one observation a line.
package struct ObservationReportStream: Sendable {
    private var total = 0
    private let encoder: RowEncoder

    /// Nothing is written yet. Nobody asked: the rows are a file's.
    package init() {
        encoder = RowEncoder()
    }

    /// The next rows; before the first ones the beginning of the object.
    package mutating func lines(of observations: [Observation]) -> [String] {
        guard !observations.isEmpty else { return [] }
        let isFirst = total == 0
        total += observations.count
        var lines = observations.map { "," + encoder.line(of: $0) }
        if isFirst {
            lines[0].removeFirst()
            lines.insert("{\"observations\":[", at: 0)
        }
        return lines
    }

    /// What ends the object.
    package var lastLines: [String] {
        (total == 0 ? ["{\"observations\":["] : [])
            + ["],\"total\":\(total),\"viewer\":{\"login\":null,\"proved\":false,\"token\":\"file\"}}"]
    }

    private struct RowEncoder: Sendable {
        private let encoder: JSONEncoder

        init() {
            encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        }

        func line(of observation: Observation) -> String {
            // Only finite numbers and texts are in it, so that encoding cannot fail.
            let data = (try? encoder.encode(ReportedObservation(observation))) ?? Data()
            return String(decoding: data, as: UTF8.self)
        }
    }
}
