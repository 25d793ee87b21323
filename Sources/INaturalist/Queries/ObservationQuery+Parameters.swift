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

    /// Names that have to become numbers before it is asked: `INaturalistClient.resolving` does that.
    ///
    /// One observer may stay a login: the server says itself when it knows nobody of that name. Of several it
    /// leaves out those that it does not know without a word (reference 3.4), and logins beside numbers find
    /// nothing.
    var unresolved: [(field: QueryField, name: String)] {
        var names: [(field: QueryField, name: String)] = []
        for (field, references) in [
            (QueryField.observer, observers.count > 1 ? observers : []), (.taxon, taxa),
            (.withoutTaxon, excludedTaxa), (.place, places), (.project, projects),
        ] {
            for case .name(let name) in references { names.append((field, name)) }
        }
        return names
    }

    /// Whether names stand in it that have to be looked up before it is asked
    /// (`INaturalistClient.resolving`).
    package var hasNames: Bool { !unresolved.isEmpty }

    /// What keeps it from being sent; nothing when all is well.
    var obstacle: QueryProblem? {
        problems.first
            ?? unresolved.first.map { field, name in
                QueryProblem(field, "“\(name)” was not looked up yet, so the server cannot be asked for it.")
            }
    }

    /// The same for all queries that find the same: without names beside numbers, without order, and with
    /// lists sorted. Its ``text`` is what an answer that is kept goes by.
    package var canonical: ObservationQuery {
        func sorted(_ references: [QueryReference]) -> [QueryReference] {
            var seen: Set<QueryReference> = []
            return references.filter { seen.insert($0).inserted }
                .map { if case .id(let id, _) = $0 { .id(id) } else { .name($0.value.lowercased()) } }
                .sorted { ($0.isName ? 1 : 0, $0.value) < ($1.isName ? 1 : 0, $1.value) }
        }
        var query = self
        query.observers = sorted(observers)
        query.taxa = sorted(taxa)
        query.excludedTaxa = sorted(excludedTaxa)
        query.places = sorted(places)
        query.projects = sorted(projects)
        query.ids = Set(ids).sorted()
        query.order = nil
        return query
    }
}
