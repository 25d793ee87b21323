/// Turns the parameters of a search into an ``ObservationSearch``.
struct SearchParser {
    let query: Query
    let version: NodeVersion
    let world: World

    /// The viewer's index into ``Person/everybody``.
    let viewer: Int?

    var search = ObservationSearch()

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
        addWindow()
        if search.conditions.count == 1, search.recordConditions.isEmpty, !query.list("id").isEmpty,
            search.window == (nil, nil), search.order.isDefault
        {
            search.plainIDs = query.list("id")
        }
        search.filterKey = "\(version) \(viewer ?? -1) \(query.keeping(Self.filterNames).canonicalText)"
        return search
    }

    mutating func require(_ condition: @escaping ObservationSearch.Condition) {
        search.conditions.append(condition)
    }

    /// A number that the search engine can hold: 32 bits.
    func identifier(_ text: String) throws(NodeError) -> Int? {
        guard let number = Int(text) else { return nil }
        if number > Int(Int32.max) { throw .searchFailure }
        return number
    }

    /// Every parameter that narrows a search down, but for the window of ids. Two searches that agree in these find
    /// the same records; a test looks for ones that are missing here.
    static let filterNames: Set<String> = Set(
        """
        acc acc_above acc_below acc_below_or_unknown captive coords_viewable_for_proj created_d1 created_d2
        created_day created_month created_on created_year d1 d2 day endemic exact_taxon_id geo geoprivacy hour hrank
        iconic_taxa id ident_taxon_id ident_taxon_id_exclusive ident_user_id identified introduced lat license
        licensed lng lrank mappable members_of_project month native nelat nelng not_id not_in_place not_in_project
        not_user_id oauth_application_id obscuration observed_after observed_before observed_on on photo_license
        photo_licensed photos place_id popular project_id q quality_grade radius rank reviewed search_on sounds spam
        swlat swlng taxon_geoprivacy taxon_id taxon_ids taxon_name threatened unobserved_by_user_id updated_since
        user_after user_before user_id user_login uuid verifiable viewer_id week without_direct_taxon_id
        without_ident_user_id without_taxon_id year
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    private mutating func addIDs() throws(NodeError) {
        if query["id"] != nil {
            var ids: Set<Int32> = []
            for text in query.list("id") {
                if let number = try identifier(text) { ids.insert(Int32(number)) }
            }
            for record in world.records(uuids: query.list("id")) { ids.insert(Int32(record.id)) }
            require { [ids] in ids.contains($0.id) }
        }
        if query["uuid"] != nil {
            let ids = Set(world.records(uuids: query.list("uuid")).map { Int32($0.id) })
            require { ids.contains($0.id) }
        }
        if query["not_id"] != nil {
            let named = query.list("not_id")
            let excluded = Set(named.compactMap { Int32($0) })
                .union(world.records(uuids: named).map { Int32($0.id) })
            require { !excluded.contains($0.id) }
        }
    }

    /// Sliding through a list by id: both limits are strict (API reference 3.2).
    private mutating func addWindow() {
        search.window.above = query.number("id_above").map { Int($0.rounded(.down)) }
        search.window.below = query.number("id_below").map { Int($0.rounded(.up)) }
    }

    private mutating func addDates() {
        for condition in DateConditions(query: query).conditions { require(condition) }
    }

    private mutating func addGeography() {
        for condition in GeographyConditions(query: query).conditions { require(condition) }
        if let above = query.number("acc_above") {
            require { $0.accuracy != RecordKey.unknown && Double($0.accuracy) > above }
        }
        if let below = query.number("acc_below") {
            require { $0.accuracy != RecordKey.unknown && Double($0.accuracy) < below }
        }
        // What is unknown is below everything here, as its number happens to be.
        if let below = query.number("acc_below_or_unknown") { require { Double($0.accuracy) < below } }
    }
}
