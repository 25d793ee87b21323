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

    /// `/v1/users/{id or login}`.
    static let user: Endpoint = { server, call, version throws(NodeError) in
        _ = try server.identity.viewer(of: call, version: version, now: server.state.now)
        guard let index = PersonLookup.index(call.captures["id"] ?? "") else { throw .unknownUser }
        let world = server.world
        return .json(
            envelope([PersonDocument.complete(Person.everybody[index], counts: world.counts[index])]),
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)]
        )
    }

    /// `/v1/users/autocomplete`: an exact login comes first.
    static let userAutocomplete: Endpoint = { server, call, version throws(NodeError) in
        _ = try server.identity.viewer(of: call, version: version, now: server.state.now)
        let words = (call.query["q"] ?? "").lowercased()
        let wanted = call.query["per_page"].flatMap { Int($0) } ?? 5
        let size = min(max(wanted, 0), 100)
        let includesSuspended = call.query.flag("include_suspended") == true
        let hidden = [SandboxAccount.Role.suspended, .banned].map { Person.index(of: $0) }
        let matching = Person.everybody.indices.filter { index in
            let person = Person.everybody[index]
            return (includesSuspended || !hidden.contains(index))
                && (person.login.hasPrefix(words) || person.name?.lowercased().contains(words) == true)
        }
        let sorted = matching.sorted { Self.rank($0, words) < Self.rank($1, words) }
        let world = server.world
        return .json(
            envelope(sorted.prefix(size).map { .shared(world.people[$0]) }, total: matching.count),
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)]
        )
    }

    private static func rank(_ index: Int, _ words: String) -> Int {
        Person.everybody[index].login == words ? -1 : index
    }
}
