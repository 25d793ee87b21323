import Foundation
import INaturalist

@testable import ObservationStore

/// Made-up observations.
enum Samples {
    static let wren = ViewerKey.jwt(user: 11)
    static let lark = ViewerKey.jwt(user: 12)

    static let truth = TrueFace(
        location: Location(
            point: Coordinate(latitude: 41.6532861424, longitude: -93.6965336266),
            accuracy: 330
        ),
        place: "Behind the old mill, Ävaton"
    )

    static let shown = PublicFace(
        location: Location(point: Coordinate(latitude: 41.7, longitude: -93.7), accuracy: 27_754),
        place: "Iowa, US"
    )

    static func moment(_ seconds: Int) -> Date {
        Date(timeIntervalSince1970: 1_700_000_000 + Double(seconds))
    }

    /// An observation with nothing left out.
    static func whole(_ id: Int, _ disclosure: Disclosure = .withheld) -> Observation {
        Observation(
            id: id,
            uuid: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: Taxon(
                id: 47_000,
                name: "Platanthera leucophaea",
                commonName: "Prairie White Fringed Orchid",
                rank: "species",
                iconicName: "Plantae"
            ),
            speciesGuess: "Prairie White Fringed Orchid",
            observer: Account(id: 11, login: "wren", name: "Réne Wren"),
            observedOn: "2024-05-17",
            timeObservedAt: "2024-05-17T14:06:09-05:00",
            createdAt: "2024-05-18T00:00:00+00:00",
            qualityGrade: "research",
            geoprivacy: .obscured,
            taxonGeoprivacy: .private,
            publicFace: shown,
            disclosure: disclosure,
            viewerTrustedByObserver: disclosure == .withheld ? nil : false,
            description: "Under a café’s sign.",
            updatedAt: "2024-06-01T23:59:59+12:45"
        )
    }

    /// A narrow one, with what the tests of order need.
    static func plain(
        _ id: Int,
        name: String? = nil,
        login: String? = nil,
        observedOn: String? = nil,
        createdAt: String? = nil,
        quality: String? = nil,
        geoprivacy: Geoprivacy? = nil,
        taxonGeoprivacy: Geoprivacy? = nil,
        point: Coordinate? = nil,
        accuracy: Double? = nil,
        place: String? = nil,
        description: String? = nil,
        _ disclosure: Disclosure = .withheld
    ) -> Observation {
        Observation(
            id: id,
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: name.map { Taxon(id: abs($0.hashValue % 1_000) + 1, name: $0) },
            observer: login.map { Account(id: 5, login: $0) },
            observedOn: observedOn,
            createdAt: createdAt,
            qualityGrade: quality,
            geoprivacy: geoprivacy,
            taxonGeoprivacy: taxonGeoprivacy,
            publicFace: PublicFace(
                location: point.map { Location(point: $0, accuracy: accuracy) },
                place: place
            ),
            disclosure: disclosure,
            description: description
        )
    }

    static func disclosed(_ latitude: Double, _ longitude: Double, place: String? = nil) -> Disclosure {
        .disclosed(
            TrueFace(
                location: Location(
                    point: Coordinate(latitude: latitude, longitude: longitude),
                    accuracy: nil
                ),
                place: place
            )
        )
    }
}
