extension NodeServer {
    /// `/v1/observations` and `/v2/observations`.
    static let observations: Endpoint = { server, call, version throws(NodeError) in
        let now = server.state.now
        if version == .v2 { try V2Validation(query: call.query).check() }
        let fields = version == .v2 ? try fields(of: call) : .all
        let account = try server.identity.viewer(of: call, version: version, now: now)
        let key = ResponseCache.key(for: call, version: version, isSignedIn: account != nil)
        if let key, let reply = server.state.cachedReply(key, now: now) { return reply }
        let viewer = account.map { Person.index(of: $0.role) }
        let world = server.world
        let search = try SearchParser(query: call.query, version: version, world: world, viewer: viewer)
            .parse()
        let found = search.rows(
            in: server.worlds,
            world,
            withBounds: call.query.flag("return_bounds") == true
        )
        let viewpoint = Viewpoint(
            viewer: viewer,
            includesCollections: call.query.flag("include_new_projects") == true,
            searchedProject: search.searchedProject,
            trust: world.trust
        )
        let results =
            call.query.flag("only_id") == true
            ? found.indices.map { onlyID($0, in: world, version: version) }
            : server.documents(
                found.indices.map { world.record(at: $0) },
                in: world,
                fields,
                from: viewpoint,
                isDetail: false,
                now: now
            )
        let reply = server.reply(
            envelope(
                version == .v1 ? results : results.map { fields.picking(from: $0, as: .observation) },
                total: total(of: found, query: call.query),
                page: search.page.number,
                perPage: search.page.size,
                bounds: found.bounds
            ),
            sizedFor: found.indices.count,
            fields,
            version: version,
            caching: NodeCaching.header(call.query, version: version, defaultSeconds: 300)
        )
        if let key { server.state.cache(reply, as: key, now: now) }
        return reply
    }

    /// `/v1/observations/{ids}`.
    static let observationsByID: Endpoint = { server, call, version throws(NodeError) in
        let now = server.state.now
        let list = call.captures["ids"] ?? ""
        guard let last = list.utf8.last, last != UInt8(ascii: ","),
            list.utf8.allSatisfy({ $0 == UInt8(ascii: ",") || (48...57).contains($0) })
        else { throw .badIDs }
        let ids = list.split(separator: ",").map(String.init)
        if ids.count > maximumIDs { throw .tooManyIDs }
        if ids.contains(where: { (Int($0) ?? .max) > Int(Int32.max) }) { throw .searchFailure }
        let account = try server.identity.viewer(of: call, version: version, now: now)
        let world = server.world
        let rows = ObservationSearch.indices(ids, in: world).map { world.record(at: $0) }
        let results = server.documents(
            rows,
            in: world,
            .all,
            from: viewpoint(account, call, world),
            isDetail: true,
            now: now
        )
        return server.reply(
            envelope(results),
            sizedFor: rows.count,
            .all,
            version: .v1,
            caching: NodeCaching.header(call.query, version: .v1, defaultSeconds: -1)
        )
    }

    /// `/v2/observations/{uuids}`: an ordinary envelope with status 404 when none is known (API reference 3.2).
    static let observationsByUUID: Endpoint = { server, call, version throws(NodeError) in
        let now = server.state.now
        let uuids = (call.captures["uuids"] ?? "").split(separator: ",").map(String.init)
        guard !uuids.isEmpty, uuids.allSatisfy({ UUIDText.isValid($0) }) else {
            throw .invalid(
                parameter: "uuid",
                message: "must match format \"uuid\"",
                detail: ["format": "uuid"]
            )
        }
        let fields = try fields(of: call)
        let account = try server.identity.viewer(of: call, version: version, now: now)
        let world = server.world
        let records = world.records(uuids: uuids.prefix(maximumIDs))
        let rows = records.sorted { String($0.id) < String($1.id) }
        let results = server.documents(
            rows,
            in: world,
            fields,
            from: viewpoint(account, call, world),
            isDetail: true,
            now: now
        )
        return server.reply(
            envelope(results.map { fields.picking(from: $0, as: .observation) }),
            sizedFor: rows.count,
            fields,
            status: rows.isEmpty ? 404 : 200,
            version: .v2,
            caching: NodeCaching.header(call.query, version: .v2, defaultSeconds: -1)
        )
    }

    private static let maximumIDs = 200

    private static func viewpoint(_ account: SandboxAccount?, _ call: Call, _ world: World) -> Viewpoint {
        Viewpoint(
            viewer: account.map { Person.index(of: $0.role) },
            includesCollections: call.query.flag("include_new_projects") == true,
            trust: world.trust
        )
    }

    /// Exact, unless the query says that it need not be.
    private static func total(of found: ObservationSearch.Rows, query: Query) -> Int {
        if query.flag("no_total_hits") == true { return found.indices.count }
        return query.flag("skip_total_hits") == true ? min(found.total, 10_000) : found.total
    }

    private static func onlyID(_ index: Int, in world: World, version: NodeVersion) -> JSONValue {
        let id = JSONValue.integer(Int(world.keys[index].id))
        return version == .v1 ? ["id": id] : ["id": id, "uuid": .string(world.record(at: index).uuid)]
    }

    private func documents(
        _ rows: [ObservationRecord],
        in world: World,
        _ fields: FieldSelection,
        from viewpoint: Viewpoint,
        isDetail: Bool,
        now: Moment
    ) -> [JSONValue] {
        let baseURL = baseURL
        let pageHasSounds = rows.contains(where: \.hasSound)
        return rows.map { record in
            ObservationDocument(
                record: record,
                world: world,
                viewpoint: viewpoint,
                baseURL: baseURL,
                isDetail: isDetail,
                pageHasSounds: pageHasSounds,
                now: now,
                fields: fields
            ).value()
        }
    }

    private func reply(
        _ value: JSONValue,
        sizedFor rows: Int,
        _ fields: FieldSelection,
        status: Int = 200,
        version: NodeVersion,
        caching: (name: String, value: String)
    ) -> Reply {
        let bytesPerRow = fields == .all ? 24_000 : 500
        var reply = Reply.json(
            value,
            status: status,
            version: version,
            headers: [caching],
            reserving: 512 + rows * bytesPerRow
        )
        reply.headers.append(("ETag", NodeCaching.entityTag(of: reply.body)))
        return reply
    }
}
