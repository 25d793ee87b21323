import INaturalist

/// Made-up observations: one of every state of the hidden truth, and texts that a reader may trip over.
enum Samples {
    static func observation(
        _ id: Int,
        taxon: String? = "Platanthera praeclara",
        commonName: String? = "Western Prairie Fringed Orchid",
        login: String = "observer",
        geoprivacy: Geoprivacy? = .obscured,
        publicFace: PublicFace,
        disclosure: Disclosure
    ) -> Observation {
        Observation(
            id: id,
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: taxon.map { Taxon(id: 1, name: $0, commonName: commonName) },
            observer: Account(id: 7, login: login),
            observedOn: "2026-06-21",
            qualityGrade: "research",
            geoprivacy: geoprivacy,
            publicFace: publicFace,
            disclosure: disclosure
        )
    }

    static func location(_ latitude: Double, _ longitude: Double, _ accuracy: Double? = nil) -> Location {
        Location(point: Coordinate(latitude: latitude, longitude: longitude), accuracy: accuracy)
    }

    /// Obscured, and this viewer knows where.
    static let granted = observation(
        9_104,
        publicFace: PublicFace(location: location(41.65104, -93.71288, 27_754), place: "Iowa, US"),
        disclosure: .disclosed(
            TrueFace(location: location(41.60218, -93.6124, 330), place: "Old Mill Meadow, Polk, Iowa")
        )
    )

    /// Obscured, and this viewer does not know where.
    static let withheld = observation(
        9_102,
        publicFace: PublicFace(location: location(37.91132, -122.20417, 28_306), place: "California, US"),
        disclosure: .withheld
    )

    /// Nothing is hidden from anybody.
    static let open = observation(
        9_100,
        geoprivacy: nil,
        publicFace: PublicFace(location: location(-0.0000001, 179.99999994, 0.125), place: "Fiji"),
        disclosure: .nothingHidden
    )

    /// Private, and without a point: nobody has one.
    static let pointless = observation(
        9_098,
        taxon: nil,
        geoprivacy: .private,
        publicFace: PublicFace(location: nil, place: nil),
        disclosure: .disclosed(TrueFace(location: nil, place: "a \"quoted\", place"))
    )

    static let all = [granted, withheld, open, pointless]

    /// Texts that make a reader trip, as places: separators, quotation marks, every kind of line break, controls, other
    /// scripts, and formulas.
    static let awkward = [
        "plain", "a,b;c", "\"", "a\"b\"", "line\nfeed", "carriage\rreturn", "both\r\nof them", "\ttab",
        " blanks ", "accented \"\u{301}, mark",
        "\u{2028}separators\u{2029}\u{85}", "观察, 溪边", "👨‍👩‍👧‍👦", "e\u{301}", "\u{202E}abc", "\u{FEFF}mark", "'", "",
        "=1+2", "+1", "-1", "@x", "＝1", "\r=1", "\n=1", "a=1", "=HYPERLINK(\"http://example.org\",\"x\")",
    ]

    static func awkwardRows() -> [Observation] {
        awkward.enumerated().map { index, text in
            observation(
                index + 1,
                taxon: text,
                commonName: text,
                login: text,
                publicFace: PublicFace(location: location(1, 2), place: text),
                disclosure: .disclosed(TrueFace(location: nil, place: text))
            )
        }
    }
}
