extension SearchParser {
    /// Projects by id or slug. Of several, unknown ones are left out; when none is known, that is told.
    mutating func addProjects() throws(NodeError) {
        let wanted = try projects("project_id")
        if !wanted.isEmpty {
            if wanted.count == 1, wanted[0].kind == .collection { search.searchedProject = wanted[0] }
            require { key in wanted.contains { $0.contains(key) } }
        }
        let excluded = try projects("not_in_project")
        if !excluded.isEmpty { require { key in !excluded.contains { $0.contains(key) } } }
        let followed = try projects("members_of_project")
        if !followed.isEmpty {
            let members = Set(followed.flatMap(\.members.keys))
            require { members.contains($0.owner) }
        }
        if query.flag("coords_viewable_for_proj") == true { try addViewable(wanted) }
    }

    private func projects(_ parameter: String) throws(NodeError) -> [Project] {
        let names = query.list(parameter)
        if names.isEmpty || names[0] == "any" { return [] }
        let known = names.compactMap(Project.named)
        if known.isEmpty {
            throw NodeError(422, "Unknown \(parameter): [\(names.joined(separator: ","))]")
        }
        return known
    }

    /// What a project's curators may see: what nobody hid in any way, and what members let them see.
    private mutating func addViewable(_ projects: [Project]) throws(NodeError) {
        if projects.isEmpty {
            throw NodeError(422, "coords_viewable_for_proj requires a value for project_id")
        }
        let (viewer, trust) = (viewer, world.trust)
        require { key in
            if key.geoprivacy == nil, key.taxonGeoprivacy == nil { return true }
            if let viewer, trust.contains(World.Trust(truster: key.owner, trusted: viewer)) { return true }
            return projects.contains { project in
                switch project.members[key.owner] {
                case .any: true
                case .taxon: key.taxonGeoprivacy?.hides == true && key.geoprivacy == nil
                case .some(.none), nil: false
                }
            }
        }
    }

    /// Places by id.
    mutating func addPlaces() throws(NodeError) {
        if query["place_id"] != nil, query["place_id"] != "any" {
            let wanted = try places("place_id")
            let viewer = viewer
            require { key in
                // Signed-in viewers also find their own observations by the place that only they know.
                let known =
                    key.owner == viewer ? key.privatePlaceIDs + key.publicPlaceIDs : key.publicPlaceIDs
                return known.contains { wanted.contains($0) }
            }
        }
        if query["not_in_place"] != nil {
            let excluded = Set(query.list("not_in_place").compactMap { Place.named($0)?.id })
            require { key in !key.publicPlaceIDs.contains { excluded.contains($0) } }
        }
    }

    private func places(_ parameter: String) throws(NodeError) -> Set<Int> {
        let names = query.list(parameter)
        // A slug ends in an error that nobody catches; a UUID is taken.
        if names.contains(where: { Int($0) == nil && !UUIDText.isValid($0) }) {
            throw NodeError(500, "Error")
        }
        let known = names.compactMap { Place.named($0)?.id }
        if names.count == 1, known.isEmpty { throw NodeError(422, "Unknown \(parameter) \(names[0])") }
        return Set(known)
    }
}
