/// The form of a file that observations are written to.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    /// A table for spreadsheets and statistics: RFC 4180.
    case csv
    /// Points for maps: RFC 7946.
    case geoJSON = "geojson"
    /// One object a line, as `inatty observations --json` has them in its list; `inatty open` reads it again.
    case jsonLines = "jsonl"

    /// What people call it.
    package var title: String {
        switch self {
        case .csv: "CSV"
        case .geoJSON: "GeoJSON"
        case .jsonLines: "JSON lines"
        }
    }

    /// The end of a file's name, without the point.
    package var fileExtension: String { rawValue }
}
