internal import INaturalist

/// The columns of an exported table, in their order. The raw value is the header's name.
///
/// The names are the keys of `--json` where that has one: degrees WGS 84, metres, degrees clockwise from north.
enum ExportColumn: String, CaseIterable {
    case id
    case url
    case taxon
    case scientificName = "scientific_name"
    case observer
    case observedOn = "observed_on"
    case qualityGrade = "quality_grade"
    case geoprivacy
    case taxonGeoprivacy = "taxon_geoprivacy"
    case obscuration
    case access
    case publicLatitude = "public_latitude"
    case publicLongitude = "public_longitude"
    case publicAccuracy = "public_accuracy_m"
    case publicPlace = "public_place"
    case trueLatitude = "true_latitude"
    case trueLongitude = "true_longitude"
    case trueAccuracy = "true_accuracy_m"
    case truePlace = "true_place"
    case distance = "distance_m"
    case bearing = "bearing_deg"

    /// A value: a text of other people, a number that is written already, or nothing.
    enum Value: Equatable {
        case nothing
        case text(String)
        case number(String)

        init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }
    }

    /// The columns of a file.
    static func columns(showsTruth: Bool) -> [ExportColumn] {
        showsTruth ? allCases : allCases.filter { !$0.isTruth }
    }

    /// Whether it is there with the true points alone.
    private var isTruth: Bool {
        switch self {
        case .trueLatitude, .trueLongitude, .trueAccuracy, .truePlace, .distance, .bearing: true
        default: false
        }
    }

    /// What a row has there.
    func value(of row: ExportedRow) -> Value {
        let observation = row.observation
        let face = observation.publicFace
        return switch self {
        case .id: .number(String(observation.id))
        case .url: .text(observation.url)
        case .taxon: Value(row.taxonName)
        case .scientificName: Value(observation.taxon?.name)
        case .observer: Value(observation.observer?.login)
        case .observedOn: Value(observation.displayDate)
        case .qualityGrade: Value(observation.qualityGrade)
        case .geoprivacy: Value(observation.geoprivacy?.word)
        case .taxonGeoprivacy: Value(observation.taxonGeoprivacy?.word)
        case .obscuration: .text(observation.obscuration.rawValue)
        case .access: .text(observation.access.rawValue)
        case .publicLatitude: Self.degrees(face.location?.point.latitude)
        case .publicLongitude: Self.degrees(face.location?.point.longitude)
        case .publicAccuracy: Self.measure(face.location?.accuracy)
        case .publicPlace: Value(face.place)
        case .trueLatitude: Self.degrees(row.truth?.point.latitude)
        case .trueLongitude: Self.degrees(row.truth?.point.longitude)
        case .trueAccuracy: Self.measure(row.truth?.accuracy)
        case .truePlace: Value(row.truePlace)
        case .distance: Self.measure(row.displacement?.distance)
        case .bearing: Self.measure(row.displacement?.bearing)
        }
    }

    private static func degrees(_ value: Double?) -> Value { number(value, DecimalText.degrees) }

    private static func measure(_ value: Double?) -> Value { number(value, DecimalText.measure) }

    private static func number(_ value: Double?, _ text: (Double) -> String) -> Value {
        guard let text = value.map(text), !text.isEmpty else { return .nothing }
        return .number(text)
    }
}
