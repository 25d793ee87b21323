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
    var place: PlaceRecord

    /// When it was seen and entered.
    var time: TimeRecord

    var qualityGrade: QualityGrade
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

extension ObservationRecord {
    /// The taxon, if it is known.
    var taxon: Taxon? {
        taxonID.flatMap { TaxonTree.shared[$0] }
    }

    /// Ids of the taxon and of all above it.
    var lineage: [Int] {
        taxon?.ancestorIDs ?? []
    }
}
