internal import INaturalist

/// One observation of a report. The names of the properties are the names of the keys.
struct ReportedObservation: Sendable, Encodable {
    private let id: Int
    @Nullable private var uuid: String?
    private let url: String
    @Nullable private var taxon: ReportedTaxon?
    @Nullable private var observer: String?
    @Nullable private var observedOn: String?
    @Nullable private var qualityGrade: String?
    @Nullable private var geoprivacy: String?
    @Nullable private var taxonGeoprivacy: String?
    private let obscuration: String
    private let access: String
    private let publicFace: ReportedFace
    @Nullable private var privateFace: ReportedFace?
    @Nullable private var displacement: ReportedDisplacement?
    @Nullable private var cell: ReportedCell?

    /// The day is left out where the viewer may not see the true point, as on the website.
    init(_ observation: Observation) {
        id = observation.id
        uuid = observation.uuid
        url = observation.url
        taxon = observation.taxon.map(ReportedTaxon.init)
        observer = observation.observer?.login
        observedOn = observation.displayDate
        qualityGrade = observation.qualityGrade
        geoprivacy = observation.geoprivacy?.word
        taxonGeoprivacy = observation.taxonGeoprivacy?.word
        obscuration = observation.obscuration.rawValue
        access = observation.access.rawValue
        publicFace = ReportedFace(observation.publicFace.location, place: observation.publicFace.place)
        if case .disclosed(let face) = observation.disclosure {
            privateFace = ReportedFace(face.location, place: face.place)
        } else {
            privateFace = nil
        }
        displacement = observation.displacement.map(ReportedDisplacement.init)
        cell = observation.cell.map(ReportedCell.init)
    }

    private enum CodingKeys: String, CodingKey {
        case id, uuid, url, taxon, observer, geoprivacy, obscuration, access, displacement, cell
        case observedOn = "observed_on"
        case qualityGrade = "quality_grade"
        case taxonGeoprivacy = "taxon_geoprivacy"
        case publicFace = "public"
        case privateFace = "private"
    }
}

/// A taxon of a report.
struct ReportedTaxon: Sendable, Encodable {
    private let id: Int
    private let name: String
    @Nullable private var commonName: String?
    @Nullable private var rank: String?

    init(_ taxon: Taxon) {
        id = taxon.id
        name = taxon.name
        commonName = taxon.commonName
        rank = taxon.rank
    }

    private enum CodingKeys: String, CodingKey {
        case id, name, rank
        case commonName = "common_name"
    }
}

/// A point with its own accuracy, and a place: degrees WGS 84, metres.
struct ReportedFace: Sendable, Encodable {
    @Nullable private var latitude: Double?
    @Nullable private var longitude: Double?
    @Nullable private var accuracy: Double?
    @Nullable private var place: String?

    init(_ location: Location?, place: String?) {
        latitude = location?.point.latitude
        longitude = location?.point.longitude
        accuracy = location?.accuracy
        self.place = place
    }

    private enum CodingKeys: String, CodingKey {
        case latitude, longitude, place
        case accuracy = "accuracy_m"
    }
}

/// From the public to the true point: metres, degrees from north.
struct ReportedDisplacement: Sendable, Encodable {
    private let distance: Double
    private let bearing: Double
    private let isSameCell: Bool

    init(_ displacement: Displacement) {
        // A hundredth of a metre and of a degree: more would pretend to an accuracy that no point has.
        distance = (displacement.distance * 100).rounded() / 100
        bearing = (displacement.bearing * 100).rounded() / 100
        isSameCell = displacement.isSameCell
    }

    private enum CodingKeys: String, CodingKey {
        case distance = "distance_m"
        case bearing = "bearing_deg"
        case isSameCell = "same_cell"
    }
}

/// The cell that the true point is in: degrees WGS 84.
struct ReportedCell: Sendable, Encodable {
    private let south: Double
    private let west: Double
    private let north: Double
    private let east: Double

    init(_ cell: ObscurationCell) {
        south = cell.south
        west = cell.west
        north = cell.north
        east = cell.east
    }
}
