extension NodeServer {
    /// `/v1/projects/autocomplete` and `/v2/projects`; the first finds nothing without words or a member.
    static let projectSearch: Endpoint = { server, call, version throws(NodeError) in
        let lookup = Lookup(call: call, version: version)
        let query = call.query
        let size = lookup.size(default: 10, maximum: 300)
        var matching = Project.all
        if let words = query["q"] {
            matching.removeAll { !(Words.begins(words, $0.title) || $0.slug == words.lowercased()) }
        } else if version == .v1, query["member_id"] == nil {
            matching = []
        }
        if let member = query["member_id"] {
            let index = PersonLookup.index(member)
            matching.removeAll { project in !(index.map { project.isMember($0) } ?? false) }
        }
        let kinds = query.list("type")
        if !kinds.isEmpty {
            matching.removeAll { !kinds.contains($0.kind == .collection ? "collection" : "") }
        }
        return try server.projectReply(
            Array(matching.prefix(size)),
            lookup,
            total: matching.count,
            size: size
        )
    }

    /// `/v1/projects/{ids or slugs}` and `/v2/projects/{ids}`; unknown ones are left out.
    static let projects: Endpoint = { server, call, version throws(NodeError) in
        let lookup = Lookup(call: call, version: version)
        let names = try lookup.names(slugs: true)
        if names.count > maximumProjects { throw .unprocessable }
        let known = Project.all.filter { project in names.contains { Project.named($0)?.id == project.id } }
        return try server.projectReply(
            known.sorted { $0.id > $1.id },
            lookup,
            total: known.count,
            size: maximumProjects
        )
    }

    private static let maximumProjects = 100

    private func projectReply(
        _ projects: [Project],
        _ lookup: Lookup,
        total: Int,
        size: Int
    ) throws(NodeError) -> Reply {
        let version = lookup.version
        let fields = version == .v2 ? try Self.fields(of: lookup.call) : .all
        let world = world
        let documents = projects.map { ProjectDocument.complete($0, world: world, now: state.now) }
        let results = version == .v1 ? documents : documents.map { fields.picking(from: $0, as: .project) }
        return .json(
            lookup.envelope(results, total: total, size: size),
            version: version,
            headers: [NodeCaching.header(lookup.call.query, version: version, defaultSeconds: 300)]
        )
    }
}
