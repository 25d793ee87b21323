/// What rows can be sorted by.
///
/// Words are compared without case, and names and places without accents as well. A point is sorted by its latitude,
/// then by its longitude. Of observations whose place is withheld from the viewer only the month is compared, because
/// only the month is shown.
package enum SortColumn: String, Sendable, Hashable, CaseIterable {
    case id
    /// The name that the table shows: the common one, else the scientific one, else what the observer wrote.
    case taxon
    /// As it is written: letters with marks on them come after all others.
    case scientificName
    /// The login.
    case observer
    case observedOn
    /// When it was uploaded.
    case createdAt
    /// How much is hidden, by whatever: open, obscured, private.
    case geoprivacy
    case taxonGeoprivacy
    /// Open, granted, withheld.
    case access
    /// Casual, needs ID, research.
    case quality
    case publicPoint
    case publicAccuracy
    case publicPlace
    /// The true point as this viewer knows it; the public one of an open observation.
    case truePoint
    case trueAccuracy
    /// The private words for the place.
    case truePlace
    /// How far the true point is from the public one.
    case apart
}

extension SortColumn {
    /// Whether it depends on what the viewer was told.
    var needsSight: Bool {
        switch self {
        case .observedOn, .createdAt, .access, .truePoint, .trueAccuracy, .truePlace, .apart: true
        default: false
        }
    }

    /// The values that are compared, `o` being the observation and `s` what the viewer was told of it.
    var expressions: [String] {
        switch self {
        case .id: ["o.id"]
        case .taxon: ["coalesce(o.name_key, o.common_name, o.taxon_name, o.guess) COLLATE NOCASE"]
        case .scientificName: ["o.taxon_name COLLATE NOCASE"]
        case .observer: ["o.login COLLATE NOCASE"]
        case .observedOn: ["iif(\(ArrangementSQL.isWithheld), \(Self.monthOfDay), o.observed_on)"]
        case .createdAt: ["iif(\(ArrangementSQL.isWithheld), \(Self.monthOfMoment), o.created_at)"]
        case .geoprivacy: ["o.obscuration"]
        case .taxonGeoprivacy: ["o.taxon_geoprivacy"]
        case .access: [ArrangementSQL.access]
        case .quality: ["o.quality"]
        case .publicPoint: ["o.latitude", "o.longitude"]
        case .publicAccuracy: ["o.accuracy"]
        case .publicPlace: ["coalesce(o.place_key, o.place) COLLATE NOCASE"]
        case .truePoint: [Self.truth("latitude"), Self.truth("longitude")]
        case .trueAccuracy: [Self.truth("accuracy")]
        case .truePlace: ["iif(s.until IS NULL, coalesce(s.place_key, s.place), NULL) COLLATE NOCASE"]
        case .apart: ["iif(s.until IS NULL, s.apart, NULL)"]
        }
    }

    /// What the file holds of a date of which some viewers are shown the month alone, and by how much at most, in both
    /// directions, that is apart from what is compared: the month's days, and for moments the zones besides.
    var unmasked: (name: String, slack: Int64)? {
        switch self {
        case .observedOn: ("o.observed_on", 31)
        case .createdAt: ("o.created_at", 256 * 86_400 * 33)
        default: nil
        }
    }

    private static func truth(_ column: String) -> String {
        "CASE WHEN s.state = 4 THEN s.\(column) WHEN o.obscuration = 0 THEN o.\(column) END"
    }

    private static let monthOfDay = """
        iif(typeof(o.observed_on) = 'integer', o.observed_on / 100 * 100, substr(o.observed_on, 1, 7))
        """

    /// As many seconds as there are to the month's beginning in the moment's own zone.
    private static let monthOfMoment = """
        iif(typeof(o.created_at) = 'integer', 256 * unixepoch((o.created_at >> 8) + iif(o.created_at & 255 = 127, 0, \
        ((o.created_at & 255) - 64) * 900), 'unixepoch', 'start of month'), substr(o.created_at, 1, 7))
        """
}
