extension SearchParser {
    /// Observers, identifiers and who reviewed what.
    mutating func addPeople() throws(NodeError) {
        let names = query.list("user_id") + query.list("user_login")
        if !names.isEmpty {
            let wanted = Set(try people("user_id", names))
            require { wanted.contains($0.owner) }
        }
        let excluded = Set(query.list("not_user_id").compactMap(PersonLookup.index))
        if !excluded.isEmpty { require { !excluded.contains($0.owner) } }
        try addIdentifiers()
        addReviewers()
        if query["unobserved_by_user_id"] != nil {
            try addUnobserved(people("unobserved_by_user_id", query.list("unobserved_by_user_id")))
        }
    }

    /// - Throws: ``NodeError`` for a single name that nobody has; of a list, unknown ones are left out.
    private func people(_ parameter: String, _ names: [String]) throws(NodeError) -> [Int] {
        let indices = names.compactMap(PersonLookup.index)
        if names.count == 1, indices.isEmpty { throw NodeError(422, "Unknown \(parameter) \(names[0])") }
        return indices
    }

    private mutating func addIdentifiers() throws(NodeError) {
        for (name, isWanted) in [("ident_user_id", true), ("without_ident_user_id", false)] {
            let names = query.list(name)
            if names.isEmpty { continue }
            let indices = Set(names.compactMap(PersonLookup.index))
            if indices.isEmpty {
                throw NodeError(422, "Unknown \(name): [\(names.joined(separator: ","))]")
            }
            search.recordConditions.append { record in
                record.identifications.contains { indices.contains($0.person) } == isWanted
            }
        }
    }

    private mutating func addReviewers() {
        guard let viewer = query["viewer_id"].flatMap(PersonLookup.index),
            let isReviewed = query.flag("reviewed")
        else { return }
        search.recordConditions.append { record in
            record.identifications.contains { $0.person == viewer } == isReviewed
        }
    }

    /// Taxa that some person has not seen yet.
    private mutating func addUnobserved(_ people: [Int]) {
        guard let person = people.first else { return }
        let seen = Set(
            world.keys.lazy.filter { $0.owner == person && !$0.traits.contains(.deleted) }
                .compactMap(\.taxonPosition)
        )
        require { key in !(key.taxonPosition.map(seen.contains) ?? false) }
    }
}
