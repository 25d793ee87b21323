/// One made-up observation, with everything that any viewer might see of it.
struct ObservationRecord: Sendable {
    let id: Int
    let uuid: String

    /// Index into ``Person/everybody``.
    let owner: Int

    /// The community's taxon, or nil when nobody knows.
    let taxonID: Int?
    let speciesGuess: String?
    let description: String?
    let tags: [String]

    /// Where it was, and what the public sees of it.
    let place: PlaceRecord

    /// When it was seen and entered.
    let time: TimeRecord

    let qualityGrade: QualityGrade
    let licenseCode: String?
    let isCaptive: Bool
    let photos: [PhotoRecord]
    let hasSound: Bool
    let identifications: [IdentificationRecord]
    let comments: [CommentRecord]
    let faves: [Int]

    /// Traditional projects that it was added to.
    let projects: [ProjectRecord]

    /// The application that it was uploaded with.
    let applicationID: Int?

    /// The stricter of the observer's choice and the taxon's status, or nil when neither hides anything.
    var hiding: Geoprivacy? {
        let strictest = max(place.geoprivacy ?? .open, place.taxonGeoprivacy ?? .open)
        return strictest.hides ? strictest : nil
    }

    /// `research`, `needs_id` or `casual`.
    enum QualityGrade: String, Sendable {
        case research
        case needsID = "needs_id"
        case casual
    }
}

/// Where an observation was made (API reference 4.1).
struct PlaceRecord: Sendable {
    let region: Region.Key

    /// The true point, or nil when the observation has no coordinates.
    var truePoint: Point?

    /// What the public sees: the true point, a random one in its cell, or nothing.
    var publicPoint: Point?

    /// Metres around the true point; public even for hidden observations.
    var accuracy: Int?

    /// Metres around the public point.
    var publicAccuracy: Int?

    var geoprivacy: Geoprivacy?
    var taxonGeoprivacy: Geoprivacy?

    /// The public text.
    var placeGuess: String?

    /// What the observer typed, when the observation is hidden.
    var privatePlaceGuess: String?

    /// Numbers the reserve around the true point.
    let site: Int
}

/// When an observation was made and entered.
struct TimeRecord: Sendable {
    /// The day, or nil when the observer does not remember.
    let observedOn: CivilDate?

    /// The second of the day, or nil when only the day is known.
    let observedAt: Int?

    let createdAt: Moment
    let updatedAt: Moment
}

/// A photo, whose id belongs to nobody.
struct PhotoRecord: Sendable {
    let id: Int
    let licenseCode: String?
    let width: Int
    let height: Int

    /// `jpg`, `jpeg` or `png`.
    let fileExtension: String
}

/// Somebody's opinion on what it is.
struct IdentificationRecord: Sendable {
    let id: Int
    let person: Int
    let taxonID: Int
    let createdAt: Moment
    let body: String?
    let isCurrent: Bool
}

/// Something that somebody said.
struct CommentRecord: Sendable {
    let id: Int
    let person: Int
    let createdAt: Moment
    let body: String
}

/// An observation's place in a traditional project.
struct ProjectRecord: Sendable {
    let id: Int
    let projectID: Int

    /// Whether the project's curators may see hidden coordinates of this observation.
    let allowsCoordinateAccess: Bool
}
