extension SearchParser {
    /// How coordinates are hidden, by the observer and by the taxon's status.
    mutating func addPrivacy() {
        for (name, value) in [
            ("geoprivacy", { @Sendable (key: RecordKey) in key.geoprivacy }),
            ("taxon_geoprivacy", { @Sendable (key: RecordKey) in key.taxonGeoprivacy }),
        ] {
            let wanted = Self.levels(query.list(name))
            if !wanted.isEmpty { require { wanted.contains(value($0) ?? .open) } }
        }
        let obscuration = Set(query.list("obscuration"))
        guard !obscuration.isEmpty else { return }
        let wanted = Self.levels(obscuration.intersection(["obscured", "private"]).sorted())
        let includesNone = obscuration.contains("none")
        guard includesNone || !wanted.isEmpty else { return }
        require { key in
            let (own, status) = (key.geoprivacy ?? .open, key.taxonGeoprivacy ?? .open)
            return own.hides && wanted.contains(own) || status.hides && wanted.contains(status)
                || includesNone && !own.hides && !status.hides
        }
    }

    /// `open` also means that nothing is said, and unknown words are ignored.
    private static func levels(_ names: [String]) -> Set<Geoprivacy> {
        Set(
            names.flatMap {
                $0 == "obscured_private"
                    ? [.obscured, .private] : Geoprivacy(rawValue: $0).map { [$0] } ?? []
            }
        )
    }

    /// Parameters that take `true` and `false`, quality and licenses.
    mutating func addSwitches() {
        for (name, value) in Self.switches {
            if let wanted = query.flag(name) { require { value($0) == wanted } }
        }
        let grades = Set(query.list("quality_grade"))
        if !grades.isEmpty, grades != ["any"] { require { grades.contains($0.quality.rawValue) } }
        for (name, value) in [
            ("license", { @Sendable (key: RecordKey) in [key.license] }),
            ("photo_license", { @Sendable (key: RecordKey) in key.photoLicenseCodes }),
        ] {
            let wanted = Set(query.list(name).map { $0.lowercased() })
            if !wanted.isEmpty, wanted != ["any"] {
                require { value($0).contains { $0.map(wanted.contains) ?? false } }
            }
        }
        let applications = Set(query.list("oauth_application_id").compactMap { Int($0) })
        if !applications.isEmpty {
            search.recordConditions.append { $0.applicationID.map(applications.contains) ?? false }
        }
    }

    private static let switches: [(String, ObservationSearch.Condition)] = [
        ("geo", { $0.traits.contains(.publicPoint) }),
        ("mappable", { $0.traits.contains(.mappable) }),
        ("captive", { $0.traits.contains(.captive) }),
        ("photos", { $0.traits.contains(.photos) }),
        ("sounds", { $0.traits.contains(.sound) }),
        // Whether it has a taxon at all, whoever named it.
        ("identified", { $0.taxonPosition != nil }),
        ("verifiable", { !$0.traits.contains(.casual) }),
        ("threatened", { $0.taxon?.isThreatened ?? false }),
        ("native", { $0.taxonPosition != nil }),
        ("introduced", { _ in false }),
        ("endemic", { _ in false }),
        ("licensed", { $0.license != nil }),
        ("photo_licensed", { $0.photoLicenseCodes.contains { $0 != nil } }),
        ("popular", { $0.faves > 0 }),
        ("acc", { $0.accuracy != RecordKey.unknown }),
        ("spam", { _ in false }),
    ]
}
