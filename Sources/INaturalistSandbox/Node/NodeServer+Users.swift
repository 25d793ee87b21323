extension NodeServer {
    /// `/v1/users/me` and `/v2/users/me`: the one place that proves who the server takes the caller for.
    static let currentUser: Endpoint = { server, call, version throws(NodeError) in
        let account = try server.identity.requiredViewer(of: call, version: version, now: server.state.now)
        let fields = version == .v2 ? try fields(of: call) : .all
        let world = server.world
        let user = PersonDocument.privateFields(account, counts: world.counts[Person.index(of: account.role)])
        let result = version == .v1 ? user : fields.picking(from: user, as: .privateUser)
        return .json(
            envelope([result]),
            version: version,
            headers: [NodeCaching.header(Query(""), version: version, defaultSeconds: -1)]
        )
    }

    /// `/v1/users/{id or login}` and its twin.
    static let user: Endpoint = { server, call, version throws(NodeError) in
        _ = try server.identity.viewer(of: call, version: version, now: server.state.now)
        let fields = version == .v2 ? try fields(of: call) : .all
        guard let index = PersonLookup.index(call.captures["id"] ?? "") else { throw .unknownUser }
        let world = server.world
        let user = PersonDocument.complete(Person.everybody[index], counts: world.counts[index])
        return .json(
            envelope([version == .v1 ? user : fields.picking(from: user, as: .user)]),
            version: version,
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)]
        )
    }

    /// `/v1/users/autocomplete` and its twin: an exact login comes first, then who does most. Without words it finds
    /// nobody.
    static let userAutocomplete: Endpoint = { server, call, version throws(NodeError) in
        _ = try server.identity.viewer(of: call, version: version, now: server.state.now)
        let fields = version == .v2 ? try fields(of: call) : .all
        let lookup = Lookup(call: call, version: version)
        let size = lookup.size(default: 5, maximum: 100)
        let world = server.world
        let matching = people(call.query, world.counts)
        let results = matching.prefix(size).map { JSONValue.shared(world.people[$0]) }
        return .json(
            envelope(
                version == .v1 ? results : results.map { fields.picking(from: $0, as: .user) },
                total: matching.count,
                perPage: min(matching.count, size)
            ),
            version: version,
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)]
        )
    }

    /// Who is meant, by index into ``Person/everybody``.
    private static func people(_ query: Query, _ counts: [PersonCounts]) -> [Int] {
        guard let words = query["q"]?.lowercased() else { return [] }
        let includesSuspended = query.flag("include_suspended") == true
        let hidden = [SandboxAccount.Role.suspended, .banned].map { Person.index(of: $0) }
        let project = query["project_id"].flatMap(Project.named)
        let matching = Person.everybody.indices.filter { index in
            let person = Person.everybody[index]
            return (includesSuspended || !hidden.contains(index)) && (project?.isMember(index) ?? true)
                && (person.login.hasPrefix(words) || Words.begins(words, person.login)
                    || person.name.map { Words.begins(words, $0) } ?? false)
        }
        func rank(_ index: Int) -> Int {
            let isExact = Person.everybody[index].login == words
            return isExact ? .max : counts[index].observations + counts[index].identifications
        }
        return matching.sorted { (rank($0), $1) > (rank($1), $0) }
    }
}
