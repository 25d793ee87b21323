internal import INaturalist

/// What one viewer was told of one observation, as the file holds it.
struct SightRow: Sendable, Hashable {
    var state: State
    /// When it was told, in seconds since 1970.
    var fetchedAt: Int64
    /// `Observation.viewerTrustedByObserver`.
    var isTrusted: Bool?
    /// The true face: what is disclosed, or what once was.
    var face: TrueFace?
    /// How far the true point is from the public one, metres.
    var apart: Double?
    /// Since when the face is no longer granted, in seconds since 1970; nil when it is, or when there is none.
    var until: Int64?

    /// The answer, with whether the observation was open to all when it was given: an answer about an open one says
    /// nothing once it is hidden. The numbers are part of the file.
    enum State: Int64, Sendable {
        case openWithoutKeys = 0
        case withheld = 1
        case open = 2
        case hiddenWithoutTruth = 3
        case disclosed = 4
    }
}

extension SightRow {
    init(_ observation: Observation, at moment: Int64) {
        let isOpen = observation.obscuration == .none
        fetchedAt = moment
        isTrusted = observation.viewerTrustedByObserver
        switch observation.disclosure {
        case .withheld:
            state = isOpen ? .openWithoutKeys : .withheld
        case .nothingHidden:
            state = isOpen ? .open : .hiddenWithoutTruth
        case .disclosed(let face):
            state = .disclosed
            self.face = face
            apart = observation.displacement?.distance
        }
    }

    /// What the viewer had of the place when told.
    var access: Access {
        switch state {
        case .openWithoutKeys, .open: .open
        case .withheld: .withheld
        case .hiddenWithoutTruth, .disclosed: .granted
        }
    }

    /// Whether the viewer's answer is about the observation as it is now.
    func isAnswer(isOpen: Bool) -> Bool { isOpen || access != .open }

    /// What the viewer may be shown of the hidden truth now.
    func disclosure(isOpen: Bool) -> Disclosure {
        switch state {
        case .openWithoutKeys, .withheld: .withheld
        case .open: isOpen ? .nothingHidden : .withheld
        case .hiddenWithoutTruth: .nothingHidden
        case .disclosed: face.map(Disclosure.disclosed) ?? .withheld
        }
    }

    /// The same but for the time.
    func isSame(as other: SightRow) -> Bool {
        state == other.state && isTrusted == other.isTrusted && face == other.face && until == other.until
            && apart == other.apart
            && (face?.place ?? "").utf8.elementsEqual((other.face?.place ?? "").utf8)
    }
}

// Columns
extension SightRow {
    static let columns = [
        "key", "state", "fetched_at", "trusted", "latitude", "longitude", "accuracy", "place_key", "place",
        "apart",
        "until",
    ]

    static let insertion = """
        INSERT OR REPLACE INTO sight (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))
        """

    static let selection = "SELECT \(columns.joined(separator: ", ")) FROM sight WHERE key = ?1"

    /// Binds the values of ``insertion``.
    func bind(to statement: RawStatement, key: Int64) {
        statement.bind(1, key)
        statement.bind(2, state.rawValue)
        statement.bind(3, fetchedAt)
        statement.bind(4, isTrusted.map { $0 ? Int64(1) : 0 })
        statement.bind(5, face?.location?.point.latitude)
        statement.bind(6, face?.location?.point.longitude)
        statement.bind(7, face?.location?.accuracy)
        statement.bind(8, Folding.key(face?.place))
        statement.bind(9, face?.place)
        statement.bind(10, apart)
        statement.bind(11, until)
    }

    /// Reads the row of ``selection``.
    init(_ row: RawStatement) {
        state = State(rawValue: row.integer(1)) ?? .withheld
        fetchedAt = row.integer(2)
        isTrusted = row.optionalInteger(3).map { $0 != 0 }
        until = row.optionalInteger(10)
        let place = row.text(8)
        var location: Location?
        if let latitude = row.real(4), let longitude = row.real(5) {
            location = Location(
                point: Coordinate(latitude: latitude, longitude: longitude),
                accuracy: row.real(6)
            )
        }
        // A disclosed face has a point or words (reference 4.2), so without either there is none.
        if location != nil || place != nil { face = TrueFace(location: location, place: place) }
        apart = row.real(9)
    }
}
