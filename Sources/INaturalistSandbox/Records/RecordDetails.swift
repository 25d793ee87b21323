/// Fills one blueprint with details.
struct RecordDetails {
    private let blueprint: Blueprint
    private let id: Int
    private let index: Int
    private let createdAt: Moment
    private var generator: SplitMix64

    init(blueprint: Blueprint, id: Int, index: Int, createdAt: Moment, seed: UInt64) {
        self.blueprint = blueprint
        self.id = id
        self.index = index
        self.createdAt = createdAt
        generator = SplitMix64(seed: seed)
    }

    /// The complete record.
    consuming func record() -> ObservationRecord {
        let species = drawSpecies()
        let regionKey = blueprint.oddity == .dateLine ? .fiji : generator.pick(species.regions) ?? .iowa
        let region = RegionTable.region(regionKey)
        let awkward = index.isMultiple(of: 9) ? AwkwardTexts.all[index / 9 % AwkwardTexts.all.count] : nil
        let awkwardField = (index / 9 + index / 9 / AwkwardTexts.all.count) % 4

        var places = PlaceGenerator(blueprint: blueprint, region: region, seed: generator.next())
        let place = places.place(typed: awkwardField == 1 ? awkward : nil)
        let time = drawTime(in: region)
        let taxonID = drawTaxon(species)
        let photos = drawPhotos()
        let isCaptive = generator.oneIn(30)
        let identifications = drawIdentifications(taxonID, species: species)
        let isComplete = time.observedOn != nil && place.truePoint != nil && !photos.isEmpty && !isCaptive
        let isAgreed = identifications.count > 1 && taxonID == species.id
        return ObservationRecord(
            id: id,
            uuid: UUIDText.random(using: &generator),
            owner: blueprint.owner,
            taxonID: taxonID,
            speciesGuess: drawGuess(species, awkward: awkwardField == 2 ? awkward : nil),
            description: drawDescription(awkward: awkwardField == 0 ? awkward : nil),
            tags: drawTags(awkward: awkwardField == 3 ? awkward : nil),
            place: place,
            time: time,
            qualityGrade: !isComplete ? .casual : isAgreed ? .research : .needsID,
            licenseCode: Self.licenses[generator.below(Self.licenses.count)],
            isCaptive: isCaptive,
            photos: photos,
            hasSound: generator.oneIn(40),
            identifications: identifications,
            comments: drawComments(),
            faves: generator.oneIn(7) ? [generator.below(Person.everybody.count)] : [],
            projects: drawProjects(),
            applicationID: generator.oneIn(3) ? SandboxApplication.working.id : nil
        )
    }

    private static let licenses: [String?] = [
        "cc-by-nc", "cc-by-nc", "cc-by-nc", "cc-by", "cc0", "cc-by-sa", "cc-by-nc-nd", nil, nil,
    ]

    private static let descriptions = [
        "Growing beside the trail in full sun.", "Seen twice this week, always at dusk.",
        "Not certain about this one; compare the leaf margins.", "A single plant, about 40 cm tall.",
        "Moved off the road and photographed.", "Same individual as last year, by the scar.",
        "Heard first, then seen.", "Locals say that it has been here for decades.",
    ]

    private static let remarks = [
        "Nice find!", "Agreed, going by the markings.", "Could you add a photo of the underside?",
        "Please keep this site quiet.", "Lovely light.", "I would not be so sure: see the key, couplet 12.",
    ]

    private mutating func drawSpecies() -> Taxon {
        let pool = TaxonTree.shared.speciesByGeoprivacy[blueprint.taxonGeoprivacy] ?? []
        return generator.pick(pool) ?? TaxonTree.shared.taxa[0]
    }

    /// Mostly the species; sometimes what is known is only its genus or family, or nothing.
    private mutating func drawTaxon(_ species: Taxon) -> Int? {
        if blueprint.taxonGeoprivacy == nil, generator.oneIn(24) { return nil }
        if generator.oneIn(16) { return species.ancestorIDs.dropLast(generator.within(1, 3)).last }
        return species.id
    }

    private mutating func drawTime(in region: Region) -> TimeRecord {
        let delay = generator.oneIn(12) ? generator.within(60, 4_000) : generator.within(0, 9)
        let entry = createdAt.local(offset: region.standardOffset)
        let date = CivilDate(days: entry.date.days - delay)
        let isUnknown = generator.oneIn(60)
        let hasTime = !generator.oneIn(8)
        // An observation entered on its own day was made before that moment.
        let second =
            delay == 0 ? generator.within(0, entry.secondsOfDay) : generator.within(5 * 3_600, 20 * 3_600)
        return TimeRecord(
            observedOn: isUnknown ? nil : date,
            observedAt: isUnknown || !hasTime ? nil : second,
            createdAt: createdAt,
            updatedAt: Moment(seconds: createdAt.seconds + generator.below(40 * 86_400))
        )
    }

    private mutating func drawGuess(_ species: Taxon, awkward: String?) -> String? {
        if let awkward { return awkward }
        if generator.oneIn(15) { return nil }
        return generator.oneIn(5) ? species.name : species.commonName
    }

    private mutating func drawDescription(awkward: String?) -> String? {
        awkward ?? (generator.oneIn(3) ? generator.pick(Self.descriptions) : nil)
    }

    private mutating func drawTags(awkward: String?) -> [String] {
        if let awkward { return [awkward, "field trip"] }
        return generator.oneIn(6) ? ["bioblitz", "wet meadow"] : []
    }

    private mutating func drawPhotos() -> [PhotoRecord] {
        guard !generator.oneIn(25) else { return [] }
        return (0..<generator.within(1, 3)).map { number in
            PhotoRecord(
                id: 5_000_000_000 + id * 4 + number,
                licenseCode: Self.licenses[generator.below(Self.licenses.count)],
                width: generator.within(800, 2_048),
                height: generator.within(600, 2_048),
                fileExtension: generator.oneIn(4) ? "jpeg" : generator.oneIn(20) ? "png" : "jpg"
            )
        }
    }

    private mutating func drawIdentifications(_ taxonID: Int?, species: Taxon) -> [IdentificationRecord] {
        guard let taxonID else { return [] }
        let number = generator.within(1, 4)
        return (0..<number).map { position in
            IdentificationRecord(
                id: id * 4 + position,
                person: position == 0 ? blueprint.owner : generator.below(Person.everybody.count),
                taxonID: position == 0 && number > 2
                    ? species.ancestorIDs.dropLast().last ?? taxonID : taxonID,
                createdAt: Moment(seconds: createdAt.seconds + position * generator.within(3_600, 86_400)),
                body: generator.oneIn(6) ? generator.pick(Self.remarks) : nil,
                isCurrent: !(position == 1 && generator.oneIn(10))
            )
        }
    }

    private mutating func drawComments() -> [CommentRecord] {
        guard generator.oneIn(5) else { return [] }
        return (0..<generator.within(1, 2)).map { position in
            CommentRecord(
                id: id * 2 + position,
                person: generator.below(Person.everybody.count),
                createdAt: Moment(seconds: createdAt.seconds + generator.within(600, 900_000)),
                body: index.isMultiple(of: 9)
                    ? AwkwardTexts.all[index / 5 % AwkwardTexts.all.count]
                    : generator.pick(Self.remarks) ?? ""
            )
        }
    }

    private mutating func drawProjects() -> [ProjectRecord] {
        var records: [ProjectRecord] = []
        if generator.oneIn(6) {
            records.append(
                ProjectRecord(
                    id: id * 2,
                    projectID: Project.wetlandSurvey.id,
                    allowsCoordinateAccess: generator.oneIn(2)
                )
            )
        }
        if generator.oneIn(9) {
            records.append(
                ProjectRecord(id: id * 2 + 1, projectID: Project.backyards.id, allowsCoordinateAccess: true)
            )
        }
        return records
    }
}
