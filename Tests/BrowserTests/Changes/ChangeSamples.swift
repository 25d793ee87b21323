import FoundationEssentials
import INaturalist
import ObservationStore

/// Made-up observations and what became of them.
enum ChangeSamples {
    static let publicPoint = Coordinate(latitude: 41.65104, longitude: -93.71288)
    static let truePoint = Coordinate(latitude: 41.60218, longitude: -93.61240)
    /// 2 km from the true point.
    static let closePoint = Coordinate(latitude: 41.61, longitude: -93.634)

    static func observation(
        _ id: Int,
        _ name: String,
        geoprivacy: Geoprivacy? = .obscured,
        disclosure: Disclosure = .disclosed(
            TrueFace(location: Location(point: truePoint, accuracy: 8), place: "Bog, north end")
        )
    ) -> HeldObservation {
        HeldObservation(
            observation: Observation(
                id: id,
                url: "https://www.inaturalist.org/observations/\(id)",
                taxon: Taxon(id: id, name: name),
                geoprivacy: geoprivacy,
                publicFace: PublicFace(
                    location: Location(point: publicPoint, accuracy: 28_000),
                    place: "Iowa"
                ),
                disclosure: disclosure
            ),
            isAnswered: true,
            fetchedAt: World.now
        )
    }

    static let observations = [
        observation(9_104, "Platanthera praeclara"),
        observation(9_105, "Glyptemys insculpta", disclosure: .withheld),
        observation(9_106, "Spiranthes magnicamporum", geoprivacy: nil, disclosure: .nothingHidden),
    ]

    static func change(
        _ id: Int64,
        _ observation: Int,
        _ kind: ObservationChange.Kind,
        _ before: ObservationChange.Value?,
        _ after: ObservationChange.Value?,
        hoursAgo: Double = 1
    ) -> ObservationChange {
        let isPrivate =
            switch kind {
            case .truePoint, .trueAccuracy, .privatePlace, .access: true
            case .geoprivacy, .taxonGeoprivacy, .publicPoint, .publicAccuracy, .deletion: false
            }
        return ObservationChange(
            id: id,
            observation: observation,
            noticedAt: World.now.addingTimeInterval(-3_600 * hoursAgo),
            kind: kind,
            before: before,
            after: after,
            isPrivate: isPrivate
        )
    }

    /// One of every kind, the last noticed first.
    static let everyKind = [
        change(12, 9_104, .publicPoint, .point(publicPoint), .point(closePoint)),
        change(11, 9_105, .access, .access(.granted), .access(.withheld), hoursAgo: 2),
        change(10, 9_106, .geoprivacy, .geoprivacy(.obscured), nil, hoursAgo: 26),
        change(9, 9_106, .access, .access(.withheld), .access(.open), hoursAgo: 26),
        change(8, 9_105, .taxonGeoprivacy, nil, .geoprivacy(.obscured), hoursAgo: 50),
        change(7, 9_104, .truePoint, .point(closePoint), .point(truePoint), hoursAgo: 50),
        change(6, 9_104, .trueAccuracy, .accuracy(120), .accuracy(8), hoursAgo: 50),
        change(5, 9_104, .publicAccuracy, .accuracy(27_754), nil, hoursAgo: 75),
        change(4, 9_104, .privatePlace, .place("Bog"), .place("Bog, north end"), hoursAgo: 75),
        change(3, 9_105, .publicPoint, .point(publicPoint), nil, hoursAgo: 99),
        change(2, 9_107, .deletion, nil, .date(World.now.addingTimeInterval(-360_000)), hoursAgo: 100),
        change(1, 9_105, .access, .access(.withheld), .access(.granted), hoursAgo: 500),
    ]
}
