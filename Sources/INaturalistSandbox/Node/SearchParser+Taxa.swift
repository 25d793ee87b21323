extension SearchParser {
    /// Taxa by id, by name and by rank.
    mutating func addTaxa() throws(NodeError) {
        for name in ["taxon_id", "taxon_ids"] where query[name] != nil {
            require(taxa: TaxonTree.shared.descendants(of: try taxonIDs(name)))
        }
        if query["without_taxon_id"] != nil {
            let excluded = query.list("without_taxon_id").compactMap { Int($0) }
            let below = TaxonTree.shared.descendants(of: excluded)
            require { key in !(key.taxonPosition.map { below[$0] } ?? false) }
        }
        if query["exact_taxon_id"] != nil, version == .v1 { require(taxa: exactTaxa("exact_taxon_id")) }
        if query["without_direct_taxon_id"] != nil {
            let excluded = exactTaxa("without_direct_taxon_id")
            require { key in !(key.taxonPosition.map { excluded[$0] } ?? false) }
        }
        // The ids of all taxa that anybody named, with those above them.
        if query["ident_taxon_id"] != nil {
            require(
                taxa: TaxonTree.shared.descendants(of: query.list("ident_taxon_id").compactMap { Int($0) })
            )
        }
        for id in query.list("ident_taxon_id_exclusive").compactMap({ Int($0) }) {
            require(taxa: TaxonTree.shared.descendants(of: [id]))
        }
        if let name = query["taxon_name"] {
            require(taxa: TaxonSearch(name).matches)
        }
        addIconicTaxa()
        addRanks()
    }

    /// - Parameter wanted: Which taxa are wanted, by their place in the tree.
    private mutating func require(taxa wanted: [Bool]) {
        require { key in key.taxonPosition.map { wanted[$0] } ?? false }
    }

    private func exactTaxa(_ parameter: String) -> [Bool] {
        let ids = Set(query.list(parameter).compactMap { Int($0) })
        return TaxonTree.shared.taxa.map { ids.contains($0.id) }
    }

    /// - Throws: ``NodeError`` for what is no number, and for a single number that no taxon has.
    private func taxonIDs(_ name: String) throws(NodeError) -> [Int] {
        let texts = query.list(name)
        if texts == ["any"] { return [TaxonTree.shared.taxa[0].id] }
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
        let includesUnknown = names.contains("unknown")
        let wanted = TaxonTree.shared.taxa.map { taxon in
            taxon.iconicTaxonName.map { names.contains($0.lowercased()) } ?? includesUnknown
        }
        require { key in key.taxonPosition.map { wanted[$0] } ?? includesUnknown }
    }

    /// A range of ranks leaves out what has no taxon; an unknown rank's name leaves that end open.
    private mutating func addRanks() {
        let ranks = Set(query.list("rank"))
        if !ranks.isEmpty, ranks != ["any"] {
            require(taxa: TaxonTree.shared.taxa.map { ranks.contains($0.rank.rawValue) })
        }
        guard query["hrank"] != nil || query["lrank"] != nil else { return }
        let highest = query["hrank"].flatMap(TaxonRank.level) ?? 100
        let lowest = query["lrank"].flatMap(TaxonRank.level) ?? 0
        require(
            taxa: TaxonTree.shared.taxa.map {
                Double($0.rank.level) >= lowest && Double($0.rank.level) <= highest
            }
        )
    }
}
