/// The three newest records, which tests and screens name.
enum FixedRecords {
    /// How many there are.
    static let count = 3

    /// How many of them are the observer's.
    static let observerCount = 2

    /// A record by its position: 0 is the oldest of the three.
    static func record(_ position: Int, id: Int) -> ObservationRecord {
        switch position {
        case 0: falcon(id: id)
        case 1: turtle(id: id)
        default: orchid(id: id)
        }
    }

    /// Obscured by its observer.
    private static func orchid(id: Int) -> ObservationRecord {
        make(
            id: id,
            owner: .observer,
            taxonID: 164_412,
            guess: "Western Prairie Fringed Orchid",
            description: "Eleven plants in flower along the old fence line; please keep the place quiet.",
            place: PlaceRecord(
                region: .iowa,
                truePoint: Point(41.60218, -93.61240),
                publicPoint: Point(41.65104, -93.71288),
                accuracy: 330,
                publicAccuracy: 27_754,
                geoprivacy: .obscured,
                taxonGeoprivacy: .open,
                placeGuess: "Iowa, US",
                privatePlaceGuess: "Old Mill Meadow, Polk, Iowa",
                site: 0
            ),
            date: CivilDate(2026, 6, 21),
            second: 14 * 3_600 + 5 * 60,
            identifiers: [.observer, .curator],
            projects: []
        )
    }

    /// Private: the public sees no point at all. The survey's curators may see it.
    private static func turtle(id: Int) -> ObservationRecord {
        let truePoint = Point(42.36110, -71.05700)
        return make(
            id: id,
            owner: .observer,
            taxonID: 39_771,
            guess: "Spotted Turtle",
            description: "Basking on a log in the vernal pool.",
            place: PlaceRecord(
                region: .massachusetts,
                truePoint: truePoint,
                publicPoint: nil,
                accuracy: 12,
                publicAccuracy: ObscurationCell(containing: truePoint).diagonalMetres,
                geoprivacy: .private,
                taxonGeoprivacy: .open,
                placeGuess: nil,
                privatePlaceGuess: "Lantern Pond, Middlesex, Massachusetts",
                site: 43
            ),
            date: CivilDate(2026, 5, 4),
            second: 9 * 3_600 + 12 * 60,
            identifiers: [.observer, .trusted, .stranger],
            projects: [
                ProjectRecord(id: id * 2, projectID: Project.wetlandSurvey.id, allowsCoordinateAccess: true)
            ]
        )
    }

    /// Hidden by the status of its taxon, and withheld from the observer: its owner trusts nobody.
    private static func falcon(id: Int) -> ObservationRecord {
        let truePoint = Point(37.93618, -122.38207)
        return make(
            id: id,
            owner: .stranger,
            taxonID: 4_647,
            guess: "Peregrine Falcon",
            description: "Pair on the usual ledge, one chick visible.",
            place: PlaceRecord(
                region: .california,
                truePoint: truePoint,
                publicPoint: Point(37.91132, -122.20417),
                accuracy: 8,
                publicAccuracy: ObscurationCell(containing: truePoint).diagonalMetres,
                geoprivacy: nil,
                taxonGeoprivacy: .obscured,
                placeGuess: "California, US",
                privatePlaceGuess: "Kestrel Ledge, Alameda, California",
                site: 366
            ),
            date: CivilDate(2026, 4, 30),
            second: 7 * 3_600 + 48 * 60,
            identifiers: [.stranger, .observer],
            projects: []
        )
    }

    private static func make(
        id: Int,
        owner: SandboxAccount.Role,
        taxonID: Int,
        guess: String,
        description: String,
        place: PlaceRecord,
        date: CivilDate,
        second: Int,
        identifiers: [SandboxAccount.Role],
        projects: [ProjectRecord]
    ) -> ObservationRecord {
        var generator = SplitMix64(seed: UInt64(taxonID))
        let offset = RegionTable.region(place.region).offset(on: date)
        let createdAt = Moment(date, secondsOfDay: second + 5 * 3_600 + 37 * 60, offset: offset)
        return ObservationRecord(
            id: id,
            uuid: UUIDText.random(using: &generator),
            owner: Person.index(of: owner),
            taxonID: taxonID,
            speciesGuess: guess,
            description: description,
            tags: [],
            place: place,
            time: TimeRecord(
                observedOn: date,
                observedAt: second,
                createdAt: createdAt,
                updatedAt: Moment(seconds: createdAt.seconds + 90_061)
            ),
            qualityGrade: .research,
            licenseCode: "cc-by-nc",
            isCaptive: false,
            photos: (0..<2).map {
                PhotoRecord(
                    id: 5_000_000_000 + id * 4 + $0,
                    licenseCode: "cc-by-nc",
                    width: 2_048,
                    height: 1_536,
                    fileExtension: "jpg"
                )
            },
            hasSound: false,
            identifications: identifiers.enumerated().map { position, role in
                IdentificationRecord(
                    id: id * 4 + position,
                    person: Person.index(of: role),
                    taxonID: taxonID,
                    createdAt: Moment(seconds: createdAt.seconds + position * 7_200),
                    body: position == 1 ? "Agreed, a lovely one." : nil,
                    isCurrent: true
                )
            },
            comments: [],
            faves: [Person.index(of: .curator)],
            projects: projects,
            applicationID: nil
        )
    }
}
