/// Taxa as the node server writes them.
enum TaxonDocument {
    /// A taxon with or without the taxa above it. `preferred_common_name` and `conservation_status` are absent, not
    /// null, where there is none (API reference 10.5).
    static func taxon(_ taxon: Taxon, ancestors: Bool) -> JSONValue {
        var object = names(of: taxon)
        object.add("default_photo", defaultPhoto(of: taxon))
        object.add("created_at", "2008-03-12T02:20:41+00:00")
        object.add("min_species_ancestry", .string(taxon.ancestorIDs.map(String.init).joined(separator: ",")))
        object.add("min_species_taxon_id", .integer(taxon.id))
        object.add("endemic", false)
        object.add("threatened", .boolean(taxon.isThreatened))
        object.add("introduced", false)
        object.add("native", true)
        object.add("extinct", false)
        object.add("provisional", false)
        object.add("taxon_changes_count", 0)
        object.add("taxon_schemes_count", 2)
        object.add("observations_count", .integer(taxon.observationCount))
        object.add("photos_locked", false)
        object.add("universal_search_rank", .integer(taxon.observationCount))
        object.add("flag_counts", ["resolved": 0, "unresolved": 0])
        object.add("current_synonymous_taxon_ids", nil)
        object.add("atlas_id", nil)
        object.add("complete_species_count", nil)
        object.add("wikipedia_url", nil)
        object.add("wikipedia_summary", nil)
        if let status = conservationStatus(of: taxon) { object.add("conservation_status", status) }
        if ancestors {
            let above = taxon.ancestorIDs.dropFirst().dropLast().compactMap { TaxonTree.shared[$0] }
            object.add("ancestors", .array(above.map { .object(names(of: $0)) }))
        }
        return .object(object)
    }

    /// A taxon in `/taxa/autocomplete`, with the name that matched.
    static func suggestion(_ taxon: Taxon, matching term: String) -> JSONValue {
        guard case .object(var object) = self.taxon(taxon, ancestors: false) else { return nil }
        object.add("matched_term", .string(term))
        return .object(object)
    }

    /// A taxon by itself, with what is above and right below it.
    static func complete(_ taxon: Taxon) -> JSONValue {
        guard case .object(var object) = self.taxon(taxon, ancestors: true) else { return nil }
        let children = TaxonTree.shared.taxa.filter { $0.parentID == taxon.id }
        if !children.isEmpty {
            object.add("children", .array(children.map { self.taxon($0, ancestors: false) }))
        }
        return .object(object)
    }

    private static func names(of taxon: Taxon) -> JSONObject {
        var object = JSONObject(reserving: 36)
        object.add("id", .integer(taxon.id))
        object.add("rank", .string(taxon.rank.rawValue))
        object.add("rank_level", .integer(taxon.rank.level))
        object.add("iconic_taxon_id", .optional(taxon.iconicTaxonID))
        object.add("ancestor_ids", .integers(taxon.ancestorIDs))
        object.add("is_active", true)
        object.add("name", .string(taxon.name))
        object.add("parent_id", .optional(taxon.parentID))
        let ancestry = taxon.ancestorIDs.dropLast().map(String.init).joined(separator: "/")
        object.add("ancestry", ancestry.isEmpty ? nil : .string(ancestry))
        if let iconic = taxon.iconicTaxonName { object.add("iconic_taxon_name", .string(iconic)) }
        if let common = taxon.commonName { object.add("preferred_common_name", .string(common)) }
        return object
    }

    private static func defaultPhoto(of taxon: Taxon) -> JSONValue {
        guard !taxon.id.isMultiple(of: 11) else { return nil }
        let id = 5_900_000_000 + taxon.id
        let base = "https://inaturalist-open-data.s3.amazonaws.com/photos/\(id)"
        return [
            "id": .integer(id), "license_code": "cc-by",
            "attribution": "(c) Fern Gully, some rights reserved (CC BY)", "attribution_name": "Fern Gully",
            "url": .string("\(base)/square.jpg"), "square_url": .string("\(base)/square.jpg"),
            "medium_url": .string("\(base)/medium.jpg"),
            "original_dimensions": ["height": 1_365, "width": 2_048], "flags": [],
        ]
    }

    private static func conservationStatus(of taxon: Taxon) -> JSONValue? {
        guard let status = taxon.status else { return nil }
        let iucn = ["LC": 10, "NT": 20, "VU": 30, "EN": 40, "CR": 50][status] ?? 0
        return [
            "id": .integer(60_000 + taxon.id % 10_000), "taxon_id": .integer(taxon.id), "user_id": nil,
            "place_id": nil, "source_id": nil, "authority": "IUCN Red List", "status": .string(status),
            "status_name": .string(Self.statusNames[status] ?? "unknown"),
            "geoprivacy": .optional(taxon.geoprivacy?.rawValue), "iucn": .integer(iucn), "description": nil,
            "url": nil,
        ]
    }

    private static let statusNames = [
        "LC": "least concern", "NT": "near threatened", "VU": "vulnerable", "EN": "endangered",
        "CR": "critically endangered",
    ]
}
