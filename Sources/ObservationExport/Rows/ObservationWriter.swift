package import INaturalist

/// Observations as the text of a file, some at a time: first ``beginning``, then ``text(of:)``, then ``end``.
package struct ObservationWriter: Sendable {
    private let format: ExportFormat
    private let showsTruth: Bool
    private let columns: [ExportColumn]
    private var isFirst = true

    /// - Parameter showsTruth: whether the true points and private places are written that the observations tell of;
    ///   else the file is what the public sees: hidden ones are withheld in it, and have month and year for a date, as
    ///   the website shows them to whoever may not see the place.
    package init(_ format: ExportFormat, showsTruth: Bool) {
        self.format = format
        self.showsTruth = showsTruth
        columns = ExportColumn.columns(showsTruth: showsTruth)
    }

    /// What comes before the observations.
    package var beginning: String {
        switch format {
        case .csv:
            CSVText.line(columns.map { .text($0.rawValue) })
        case .geoJSON:
            "{\"type\":\"FeatureCollection\",\"features\":["
        case .jsonLines:
            ""
        }
    }

    /// The next observations.
    package mutating func text(of observations: [Observation]) -> String {
        var text = ""
        for observation in observations { text += self.text(of: observation) }
        return text
    }

    /// What comes after them.
    package var end: String { format == .geoJSON ? "\n]}\n" : "" }

    private mutating func text(of observation: Observation) -> String {
        var observation = observation
        if !showsTruth { observation.disclosure = .withheld }
        switch format {
        case .csv:
            let row = ExportedRow(observation)
            return CSVText.line(columns.map { $0.value(of: row) })
        case .geoJSON:
            defer { isFirst = false }
            let feature = GeoJSONFeature(ExportedRow(observation), showsTruth: showsTruth)
            return (isFirst ? "\n" : ",\n") + JSONLine.text(feature)
        case .jsonLines:
            return JSONLine.text(ReportedObservation(observation)) + "\n"
        }
    }
}
