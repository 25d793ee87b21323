internal import FoundationEssentials

extension ObservationQuery {
    /// The query as the API takes it (reference 3.3), without order, page and window of ids.
    var parameters: [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { parameters.append((name, value)) }
        }
        func add(_ name: String, _ values: [String]) { add(name, values.joined(separator: ",")) }
        func add(_ name: String, _ flag: Bool?) { add(name, flag.map { $0 ? "true" : "false" }) }
        add("user_id", observers.map(\.value))
        addTaxa(to: &parameters)
        add("without_taxon_id", excludedTaxa.map(\.value))
        add("place_id", places.map(\.value))
        add("project_id", projects.map(\.value))
        add("id", ids.filter(INaturalistClient.isPossible).map(String.init))
        add("obscuration", obscurations.sorted().map(\.rawValue))
        add("geoprivacy", words(of: .geoprivacy))
        add("taxon_geoprivacy", words(of: .taxonGeoprivacy))
        add("quality_grade", words(of: .quality))
        add("d1", observedFrom)
        add("d2", observedTo)
        add("created_d1", createdFrom)
        add("created_d2", createdTo)
        add("iconic_taxa", words(of: .iconicTaxon))
        add("hrank", highestRank)
        add("lrank", lowestRank)
        add("captive", captive)
        add("photos", photos)
        add("geo", geo)
        add("q", words)
        add("search_on", searchOn)
        if let box {
            add("swlat", String(box.south))
            add("swlng", String(box.west))
            add("nelat", String(box.north))
            add("nelng", String(box.east))
        }
        add("updated_since", updatedSince.map { $0.formatted(.iso8601) })
        return parameters
    }

    /// A name goes by itself: `taxon_name` takes one, and names that were not looked up get no further than
    /// to the website's address (``unresolved``).
    private func addTaxa(to parameters: inout [(name: String, value: String)]) {
        let ids = taxa.compactMap { if case .id(let id, _) = $0 { String(id) } else { nil } }
        if !ids.isEmpty { parameters.append(("taxon_id", ids.joined(separator: ","))) }
        for case .name(let name) in taxa { parameters.append(("taxon_name", name)) }
    }

    /// Whether anything can be found at all: nothing is asked for ids that no observation can have.
    var mayHaveRows: Bool { ids.isEmpty || ids.contains(where: INaturalistClient.isPossible) }
}
