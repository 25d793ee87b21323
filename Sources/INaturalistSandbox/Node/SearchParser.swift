/// Turns the parameters of a search into an ``ObservationSearch``.
struct SearchParser {
    let query: Query
    let version: NodeVersion
    let world: World

    /// The viewer's index into ``Person/everybody``.
    let viewer: Int?

    private var search = ObservationSearch()

    init(query: Query, version: NodeVersion, world: World, viewer: Int?) {
        self.query = query
        self.version = version
        self.world = world
        self.viewer = viewer
    }

    /// The search.
    /// - Throws: ``NodeError`` for the few things that `/v1` refuses, such as a single unknown user.
    consuming func parse() throws(NodeError) -> ObservationSearch {
        search.order = ObservationOrder(query)
        search.page = try PageRequest(query, version: version)
        try addIDs()
        try addPeople()
        try addTaxa()
        try addProjects()
        try addPlaces()
        addPrivacy()
        addSwitches()
        addWords()
        addDates()
        addGeography()
        if search.conditions.count == 1, !query.list("id").isEmpty, search.order.isDefault {
            search.plainIDs = query.list("id")
        }
        return search
    }

    private mutating func require(_ condition: @escaping @Sendable (ObservationRecord) -> Bool) {
        search.conditions.append(condition)
    }

    /// A number that the search engine can hold: 32 bits.
    private func identifier(_ text: String) throws(NodeError) -> Int? {
        guard let number = Int(text) else { return nil }
        if number > Int(Int32.max) { throw .searchFailure }
        return number
    }

    private mutating func addIDs() throws(NodeError) {
        if query["id"] != nil {
            var ids: Set<Int> = []
            for text in query.list("id") {
                if let number = try identifier(text) { ids.insert(number) }
                if let record = world.record(uuid: text) { ids.insert(record.id) }
            }
            require { [ids] in ids.contains($0.id) }
        }
        if query["not_id"] != nil {
            let excluded = Set(query.list("not_id"))
            require { !excluded.contains(String($0.id)) && !excluded.contains($0.uuid) }
        }
        if let above = query.number("id_above") { require { Double($0.id) > above } }
        if let below = query.number("id_below") { require { Double($0.id) < below } }
    }

    private mutating func addPeople() throws(NodeError) {
        let names = query.list("user_id") + query.list("user_login")
        guard !names.isEmpty else { return }
        let owners = names.compactMap(PersonLookup.index)
        if names.count == 1, owners.isEmpty { throw NodeError(422, "Unknown user_id \(names[0])") }
        let wanted = Set(owners)
        require { wanted.contains($0.owner) }
    }

    private mutating func addTaxa() throws(NodeError) {
        if query["taxon_id"] != nil {
            let wanted = Set(try taxonIDs("taxon_id"))
            require { record in record.lineage.contains { wanted.contains($0) } }
        }
        if query["without_taxon_id"] != nil {
            let excluded = Set(query.list("without_taxon_id").compactMap { Int($0) })
            require { record in !record.lineage.contains { excluded.contains($0) } }
        }
        if query["exact_taxon_id"] != nil, version == .v1 {
            let wanted = Set(query.list("exact_taxon_id").compactMap { Int($0) })
            require { $0.taxonID.map(wanted.contains) ?? false }
        }
        if let name = query["taxon_name"]?.lowercased() {
            let matching = TaxonTree.shared.taxa.filter {
                $0.name.lowercased().contains(name) || ($0.commonName?.lowercased().contains(name) ?? false)
            }
            let wanted = Set(matching.map(\.id))
            require { record in record.lineage.contains { wanted.contains($0) } }
        }
        addIconicTaxa()
        addRanks()
    }

    private func taxonIDs(_ name: String) throws(NodeError) -> [Int] {
        let texts = query.list(name)
        var ids: [Int] = []
        for text in texts {
            guard let id = try identifier(text) else { throw NodeError(422, "Invalid \(name): \(text)") }
            ids.append(id)
        }
        if let only = ids.first, ids.count == 1, TaxonTree.shared[only] == nil {
            throw NodeError(422, "Unknown \(name) \(only)")
        }
        return ids
    }

    private mutating func addIconicTaxa() {
        let names = Set(query.list("iconic_taxa").map { $0.lowercased() })
        guard !names.isEmpty else { return }
        require { record in
            let iconic = record.taxonID.flatMap { TaxonTree.shared[$0] }?.iconicTaxonName?.lowercased()
            return names.contains(iconic ?? "unknown")
        }
    }

    private mutating func addRanks() {
        let ranks = Set(query.list("rank"))
        if !ranks.isEmpty { require { $0.taxon.map { ranks.contains($0.rank.rawValue) } ?? false } }
        if let highest = query["hrank"].flatMap(TaxonRank.level) {
            require { ($0.taxon?.rank.level ?? .max) <= highest }
        }
        if let lowest = query["lrank"].flatMap(TaxonRank.level) {
            require { ($0.taxon?.rank.level ?? .min) >= lowest }
        }
    }

    private mutating func addProjects() throws(NodeError) {
        if query["project_id"] != nil {
            var wanted: [Project] = []
            for name in query.list("project_id") {
                guard let project = Project.named(name) else {
                    throw NodeError(422, "Unknown project_id: [\(name)]")
                }
                wanted.append(project)
            }
            if wanted.count == 1, wanted[0].kind == .collection { search.searchedProject = wanted[0] }
            require { [wanted] record in wanted.contains { $0.contains(record) } }
        }
        if query["not_in_project"] != nil {
            let excluded = query.list("not_in_project").compactMap(Project.named)
            require { record in !excluded.contains { $0.contains(record) } }
        }
    }

    private mutating func addPlaces() throws(NodeError) {
        guard query["place_id"] != nil, query["place_id"] != "any" else { return }
        let names = query.list("place_id")
        let ids = names.compactMap { Int($0) }
        // A slug ends in an error that nobody catches.
        if ids.count < names.count { throw NodeError(500, "Error") }
        if ids.count == 1, !RegionTable.isPlace(ids[0]) { throw NodeError(422, "Unknown place_id \(ids[0])") }
        let wanted = Set(ids)
        let viewer = viewer
        require { record in
            // Signed-in viewers also find their own observations by the place that only they know.
            let known =
                record.owner == viewer && record.place.truePoint != nil
                ? RegionTable.region(record.place.region).placeIDs(site: record.place.site)
                : record.publicPlaceIDs
            return known.contains { wanted.contains($0) }
        }
    }

    private mutating func addPrivacy() {
        for (name, value) in [
            ("geoprivacy", { @Sendable (record: ObservationRecord) in record.place.geoprivacy }),
            ("taxon_geoprivacy", { @Sendable (record: ObservationRecord) in record.place.taxonGeoprivacy }),
        ] {
            let wanted = Self.levels(query.list(name))
            if !wanted.isEmpty { require { wanted.contains(value($0) ?? .open) } }
        }
        let obscuration = Set(query.list("obscuration"))
        guard !obscuration.isEmpty else { return }
        let wanted = Self.levels(obscuration.subtracting(["none"]).sorted())
        let includesNone = obscuration.contains("none")
        guard includesNone || !wanted.isEmpty else { return }
        require { record in
            let settings = [record.place.geoprivacy ?? .open, record.place.taxonGeoprivacy ?? .open]
            return settings.contains { $0.hides && wanted.contains($0) }
                || (includesNone && settings.allSatisfy { !$0.hides })
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

    private mutating func addSwitches() {
        for (name, value) in Self.switches {
            if let wanted = query.flag(name) { require { value($0) == wanted } }
        }
        let grades = Set(query.list("quality_grade"))
        if !grades.isEmpty { require { grades.contains($0.qualityGrade.rawValue) } }
        for (name, value) in [
            ("license", { @Sendable (record: ObservationRecord) in [record.licenseCode] }),
            ("photo_license", { @Sendable (record: ObservationRecord) in record.photos.map(\.licenseCode) }),
        ] {
            let wanted = Set(query.list(name).map { $0.lowercased() })
            if !wanted.isEmpty { require { value($0).contains { wanted.contains($0 ?? "none") } } }
        }
    }

    /// Parameters that take `true` and `false`.
    private static let switches: [(String, @Sendable (ObservationRecord) -> Bool)] = [
        ("geo", { $0.place.publicPoint != nil }),
        ("mappable", { $0.isMappable }),
        ("captive", { $0.isCaptive }),
        ("photos", { !$0.photos.isEmpty }),
        ("sounds", { $0.hasSound }),
        ("identified", { record in record.identifications.contains { $0.person != record.owner } }),
        ("verifiable", { $0.qualityGrade != .casual }),
        ("threatened", { $0.taxon?.isThreatened ?? false }),
        ("native", { $0.taxon != nil }),
        ("introduced", { _ in false }),
        ("endemic", { _ in false }),
        ("licensed", { $0.licenseCode != nil }),
        ("photo_licensed", { record in record.photos.contains { $0.licenseCode != nil } }),
        ("popular", { !$0.faves.isEmpty }),
        ("acc", { $0.place.accuracy != nil }),
        ("spam", { _ in false }),
    ]

    private mutating func addWords() {
        guard let words = query["q"]?.lowercased() else { return }
        let fields = Set(query.list("search_on"))
        let isWanted = { (field: String) in fields.isEmpty || fields.contains(field) }
        let (names, tags) = (isWanted("names"), isWanted("tags"))
        let (description, place) = (isWanted("description"), isWanted("place"))
        require { record in
            var texts: [String?] = []
            if names { texts += [record.taxon?.name, record.taxon?.commonName, record.speciesGuess] }
            if tags { texts += record.tags }
            if description { texts.append(record.description) }
            if place { texts.append(record.place.placeGuess) }
            return texts.contains { $0?.lowercased().contains(words) ?? false }
        }
    }

    private mutating func addDates() {
        for condition in DateConditions(query: query).conditions { require(condition) }
    }

    private mutating func addGeography() {
        for condition in GeographyConditions(query: query).conditions { require(condition) }
        if let above = query.number("acc_above") { require { Double($0.place.accuracy ?? -1) > above } }
        if let below = query.number("acc_below") {
            require { $0.place.accuracy.map { Double($0) < below } ?? false }
        }
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
