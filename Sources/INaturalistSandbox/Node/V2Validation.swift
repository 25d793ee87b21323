/// What `/v2` checks of a search before it looks for anything; unknown parameters are let through (API reference 3.4).
struct V2Validation {
    let query: Query

    private static let switches = [
        "acc", "captive", "endemic", "geo", "id_please", "identified", "introduced", "mappable", "native",
        "out_of_range", "pcid", "photos", "popular", "sounds", "taxon_is_active", "threatened", "verifiable",
        "licensed", "photo_licensed", "coords_viewable_for_proj", "not_casual_excluding_captive", "reviewed",
        "expected_nearby", "only_id", "disagreements",
    ]
    private static let licenses = [
        "cc-by", "cc-by-nc", "cc-by-nd", "cc-by-sa", "cc-by-nc-nd", "cc-by-nc-sa", "cc0",
    ]
    private static let levels = ["obscured", "obscured_private", "open", "private"]

    /// Words that a parameter is limited to.
    private static let enumerations: [(String, [String])] =
        switches.map { ($0, ["true", "false"]) } + [
            ("license", licenses), ("photo_license", licenses), ("sound_license", licenses),
            ("geoprivacy", levels), ("taxon_geoprivacy", levels),
            ("obscuration", ["obscured", "private", "none"]),
            ("quality_grade", ["casual", "needs_id", "research"]),
            ("order", ["desc", "asc"]),
            (
                "order_by",
                [
                    "created_at", "geo_score", "id", "observed_on", "random", "species_guess", "updated_at",
                    "votes",
                ]
            ),
            ("search_on", ["names", "tags", "description", "place", "taxon_page_obs_photos"]),
            ("csi", ["LC", "NT", "VU", "EN", "CR", "EW", "EX"]),
            (
                "iconic_taxa",
                [
                    "Actinopterygii", "Animalia", "Amphibia", "Arachnida", "Aves", "Chromista", "Fungi",
                    "Insecta",
                    "Mammalia", "Mollusca", "Reptilia", "Plantae", "Protozoa", "unknown",
                ]
            ),
        ]

    /// Parameters that have to be whole numbers, and their limits.
    private static let integers: [(String, ClosedRange<Int>)] = [
        ("page", 0...Int.max), ("per_page", Int.min...Int.max), ("id_above", Int.min...Int.max),
        ("id_below", Int.min...Int.max), ("acc_above", Int.min...Int.max), ("acc_below", Int.min...Int.max),
        ("taxon_id", Int.min...Int.max), ("without_taxon_id", Int.min...Int.max), ("hour", 0...23),
        ("day", 1...31),
        ("month", 1...12), ("year", Int.min...Int.max), ("ttl", Int.min...Int.max),
    ]

    /// Parameters that have to be numbers, and how large they may be in either direction.
    private static let numbers: [(String, Double)] = [
        ("lat", 90), ("nelat", 90), ("swlat", 90), ("lng", 180), ("nelng", 180), ("swlng", 180),
    ]

    /// - Throws: ``NodeError`` for the first parameter that is not as declared.
    func check() throws(NodeError) {
        for (name, allowed) in Self.enumerations {
            for value in query.list(name) where !allowed.contains(value) {
                throw .invalid(
                    parameter: name,
                    message: "must be equal to one of the allowed values",
                    detail: ["allowedValues": .strings(allowed)]
                )
            }
        }
        for (name, range) in Self.integers {
            for text in query.list(name) { try check(text, of: name, in: range) }
        }
        for (name, limit) in Self.numbers {
            guard let text = query[name] else { continue }
            guard let number = Double(text) else {
                throw .invalid(parameter: name, message: "must be number", detail: ["type": "number"])
            }
            if number < -limit { throw Self.tooSmall(name, -Int(limit)) }
            if number > limit { throw Self.tooLarge(name, Int(limit)) }
        }
    }

    private func check(_ text: String, of name: String, in range: ClosedRange<Int>) throws(NodeError) {
        guard let number = Int(text) else {
            throw .invalid(parameter: name, message: "must be integer", detail: ["type": "integer"])
        }
        if number < range.lowerBound { throw Self.tooSmall(name, range.lowerBound) }
        if number > range.upperBound { throw Self.tooLarge(name, range.upperBound) }
    }

    private static func tooSmall(_ name: String, _ limit: Int) -> NodeError {
        .invalid(
            parameter: name,
            message: "must be >= \(limit)",
            detail: ["comparison": ">=", "limit": .integer(limit)]
        )
    }

    private static func tooLarge(_ name: String, _ limit: Int) -> NodeError {
        .invalid(
            parameter: name,
            message: "must be <= \(limit)",
            detail: ["comparison": "<=", "limit": .integer(limit)]
        )
    }
}
