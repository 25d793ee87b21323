internal import INaturalist

/// One observation as a feature of GeoJSON (RFC 7946). Its properties are the columns of the table, all of them, but
/// for the point that is its geometry.
struct GeoJSONFeature: Encodable {
    private let row: ExportedRow
    private let showsTruth: Bool

    /// - Parameter showsTruth: whether the geometry is the true point; else it is the public one.
    init(_ row: ExportedRow, showsTruth: Bool) {
        self.row = row
        self.showsTruth = showsTruth
    }

    func encode(to encoder: any Encoder) throws {
        var feature = encoder.container(keyedBy: Key.self)
        try feature.encode("Feature", forKey: Key("type"))
        try feature.encode(row.observation.id, forKey: Key("id"))
        if let point = (showsTruth ? row.truth : row.observation.publicFace.location)?.point {
            var geometry = feature.nestedContainer(keyedBy: Key.self, forKey: Key("geometry"))
            try geometry.encode("Point", forKey: Key("type"))
            // Longitude comes first.
            try geometry.encode(
                [Self.rounded(point.longitude), Self.rounded(point.latitude)],
                forKey: Key("coordinates")
            )
        } else {
            try feature.encodeNil(forKey: Key("geometry"))
        }
        var properties = feature.nestedContainer(keyedBy: Key.self, forKey: Key("properties"))
        let geometry: [ExportColumn] =
            showsTruth ? [.trueLatitude, .trueLongitude] : [.publicLatitude, .publicLongitude]
        for column in ExportColumn.columns(showsTruth: showsTruth) where !geometry.contains(column) {
            let key = Key(column.rawValue)
            switch column.value(of: row) {
            case .nothing: try properties.encodeNil(forKey: key)
            case .text(let text): try properties.encode(text, forKey: key)
            case .number(let number):
                if let whole = Int(number) {
                    try properties.encode(whole, forKey: key)
                } else {
                    try properties.encode(Double(number), forKey: key)
                }
            }
        }
    }

    /// As many decimals as the table has.
    private static func rounded(_ degrees: Double) -> Double {
        Double(DecimalText.degrees(degrees)) ?? degrees
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
