/// What searches look at of an observation, in few bytes, so that a million stand side by side.
///
/// Times are in seconds since 1970, days since 1970-01-01; what is unknown is ``unknown``.
struct RecordKey: Sendable {
    /// Stands for a number that is not known.
    static let unknown = Int32.min

    let id: Int32
    let createdAt: Int32
    let updatedAt: Int32

    /// The day on which it was observed.
    let observedOn: Int32

    /// The second of that day.
    let observedAt: Int32

    /// Metres around the true point.
    let accuracy: Int32

    /// The public point; meaningful where there is ``Traits/publicPoint``.
    let latitude: Degrees
    let longitude: Degrees

    /// Index into the taxa of ``TaxonTree``, or -1.
    private let taxonIndex: Int16
    let site: Int16
    let ownerIndex: UInt8
    let regionNumber: UInt8
    private let privacy: UInt8
    private let licenseNumber: UInt8

    /// One bit for each license that a photo has.
    private let photoLicenses: UInt8
    let faves: UInt8
    var traits: Traits

    /// What is either so or not.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        static let truePoint = Traits(rawValue: 1 << 0)
        static let publicPoint = Traits(rawValue: 1 << 1)
        static let mappable = Traits(rawValue: 1 << 2)
        static let captive = Traits(rawValue: 1 << 3)
        static let photos = Traits(rawValue: 1 << 4)
        static let sound = Traits(rawValue: 1 << 5)
        static let casual = Traits(rawValue: 1 << 6)
        static let research = Traits(rawValue: 1 << 7)
        static let survey = Traits(rawValue: 1 << 8)
        static let backyards = Traits(rawValue: 1 << 9)
        /// It was deleted; its key stays, so that no other record moves.
        static let deleted = Traits(rawValue: 1 << 10)
    }

    /// The licenses by number.
    private static let licenses: [String?] = [
        nil, "cc-by-nc", "cc-by", "cc0", "cc-by-sa", "cc-by-nc-nd", "cc-by-nd", "cc-by-nc-sa",
    ]
    private static let levels: [Geoprivacy?] = [nil, .open, .obscured, .private]

    private static func number(_ license: String?) -> UInt8 {
        UInt8(licenses.firstIndex(of: license) ?? 0)
    }

    private static func number(_ level: Geoprivacy?) -> UInt8 {
        switch level {
        case nil: 0
        case .open: 1
        case .obscured: 2
        case .private: 3
        }
    }

    init(_ record: ObservationRecord) {
        let place = record.place
        let time = record.time
        id = Int32(record.id)
        createdAt = Int32(time.createdAt.seconds)
        updatedAt = Int32(time.updatedAt.seconds)
        observedOn = time.observedOn.map { Int32($0.days) } ?? Self.unknown
        observedAt = time.observedAt.map(Int32.init) ?? Self.unknown
        accuracy = place.accuracy.map(Int32.init) ?? Self.unknown
        latitude = place.publicPoint?.latitude ?? Degrees(units: 0)
        longitude = place.publicPoint?.longitude ?? Degrees(units: 0)
        taxonIndex = Int16(record.taxonID.flatMap { TaxonTree.shared.index(of: $0) } ?? -1)
        site = Int16(place.site)
        ownerIndex = UInt8(record.owner)
        regionNumber = UInt8(place.region.rawValue)
        privacy = Self.number(place.geoprivacy) | Self.number(place.taxonGeoprivacy) << 4
        licenseNumber = Self.number(record.licenseCode)
        photoLicenses = record.photos.reduce(0) { $0 | 1 << Self.number($1.licenseCode) }
        faves = UInt8(record.faves.count)
        var traits: Traits = []
        if place.truePoint != nil { traits.insert(.truePoint) }
        if place.publicPoint != nil { traits.insert(.publicPoint) }
        if record.isMappable { traits.insert(.mappable) }
        if record.isCaptive { traits.insert(.captive) }
        if !record.photos.isEmpty { traits.insert(.photos) }
        if record.hasSound { traits.insert(.sound) }
        if record.qualityGrade == .casual { traits.insert(.casual) }
        if record.qualityGrade == .research { traits.insert(.research) }
        for project in record.projects {
            traits.insert(project.projectID == Project.wetlandSurvey.id ? .survey : .backyards)
        }
        self.traits = traits
    }

    /// Index into ``Person/everybody``.
    var owner: Int { Int(ownerIndex) }

    var geoprivacy: Geoprivacy? { Self.levels[Int(privacy & 15)] }
    var taxonGeoprivacy: Geoprivacy? { Self.levels[Int(privacy >> 4)] }

    /// The stricter of the observer's choice and the taxon's status, or nil when neither hides anything.
    var hiding: Geoprivacy? {
        let strictest = max(geoprivacy ?? .open, taxonGeoprivacy ?? .open)
        return strictest.hides ? strictest : nil
    }

    /// Where its taxon stands in ``TaxonTree/taxa``, if it is known.
    var taxonPosition: Int? {
        taxonIndex < 0 ? nil : Int(taxonIndex)
    }

    /// The taxon, if it is known.
    var taxon: Taxon? {
        taxonPosition.map { TaxonTree.shared.taxa[$0] }
    }

    var observedDate: CivilDate? {
        observedOn == Self.unknown ? nil : CivilDate(days: Int(observedOn))
    }

    var quality: ObservationRecord.QualityGrade {
        traits.contains(.research) ? .research : traits.contains(.casual) ? .casual : .needsID
    }

    var license: String? { Self.licenses[Int(licenseNumber)] }

    /// The licenses of its photos.
    var photoLicenseCodes: [String?] {
        Self.licenses.indices.filter { photoLicenses & 1 << UInt8($0) != 0 }.map { Self.licenses[$0] }
    }

    var region: Region {
        RegionTable.region(Region.Key(rawValue: Int(regionNumber)) ?? .iowa)
    }

    /// Ids of the places that the public knows, as in a record.
    var publicPlaceIDs: [Int] {
        guard traits.contains(.truePoint) else { return [] }
        return switch hiding {
        case nil, .open: region.placeIDs(site: Int(site))
        case .obscured: region.placeIDs
        case .private: []
        }
    }

    /// Ids of the places around the true point.
    var privatePlaceIDs: [Int] {
        traits.contains(.truePoint) ? region.placeIDs(site: Int(site)) : []
    }
}
