extension NodeServer {
    /// `/v1/taxa/autocomplete` and its twin: the taxon that is named exactly comes first.
    static let taxonAutocomplete: Endpoint = { server, call, version throws(NodeError) in
        let fields = version == .v2 ? try fields(of: call) : .all
        var size = call.query["per_page"].flatMap { Int($0) } ?? maximumTaxa
        if size < 1 || size > maximumTaxa { size = maximumTaxa }
        var matching = call.query["q"].map { TaxonSearch($0).suggestions } ?? []
        if call.query["is_active"] == "false" { matching = [] }
        let ranks = Set(call.query.list("rank"))
        if !ranks.isEmpty { matching.removeAll { !ranks.contains($0.taxon.rank.rawValue) } }
        let levels = Set(call.query.list("rank_level").compactMap { Double($0) })
        if !levels.isEmpty { matching.removeAll { !levels.contains(Double($0.taxon.rank.level)) } }
        let ancestors = Set(call.query.list("taxon_id").compactMap { Int($0) })
        if !ancestors.isEmpty { matching.removeAll { ancestors.isDisjoint(with: $0.taxon.ancestorIDs) } }
        let documents = matching.prefix(size).map { TaxonDocument.suggestion($0.taxon, matching: $0.term) }
        return .json(
            envelope(
                version == .v1 ? documents : documents.map { fields.picking(from: $0, as: .taxon) },
                total: matching.count,
                perPage: size
            ),
            version: version,
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 120)]
        )
    }

    /// `/v1/taxa/{ids}` and its twin; unknown ones are left out.
    static let taxa: Endpoint = { server, call, version throws(NodeError) in
        let fields = version == .v2 ? try fields(of: call) : .all
        let names = try Lookup(call: call, version: version).names(slugs: false)
        if names.count > maximumTaxa { throw .tooManyIDs }
        let known = Set(names.compactMap { Int($0) }).compactMap { TaxonTree.shared[$0] }
        let sorted = known.sorted { ($0.observationCount, $1.id) > ($1.observationCount, $0.id) }
        let documents = sorted.map { TaxonDocument.complete($0) }
        return .json(
            envelope(
                version == .v1 ? documents : documents.map { fields.picking(from: $0, as: .taxon) },
                perPage: maximumTaxa
            ),
            version: version,
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)]
        )
    }

    private static let maximumTaxa = 30
}
