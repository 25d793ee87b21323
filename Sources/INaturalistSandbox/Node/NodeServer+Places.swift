extension NodeServer {
    /// `/v1/places/autocomplete` and `/v2/places`: countries before states before all others.
    static let placeSearch: Endpoint = { server, call, version throws(NodeError) in
        let fields = version == .v2 ? try fields(of: call) : .all
        let lookup = Lookup(call: call, version: version)
        let size = lookup.size(default: 10, maximum: 20)
        var matching: [Place] = []
        if let words = call.query["q"] {
            matching = Place.all.filter { Words.begins(words, $0.displayName) }
            let byArea = call.query["order_by"] == "area"
            matching.sort { left, right in
                let (first, second) = (left.adminLevel ?? .max, right.adminLevel ?? .max)
                if first != second { return first < second }
                return byArea && left.boxArea != right.boxArea
                    ? left.boxArea > right.boxArea : left.id < right.id
            }
        }
        return server.placeReply(
            Array(matching.prefix(size)),
            lookup.envelope(_:total:size:),
            total: matching.count,
            size: size,
            fields,
            call,
            version
        )
    }

    /// `/v1/places/{ids or slugs}` and `/v2/places/{uuids or ids}`; unknown ones are left out.
    static let places: Endpoint = { server, call, version throws(NodeError) in
        let fields = version == .v2 ? try fields(of: call) : .all
        let lookup = Lookup(call: call, version: version)
        let names = try lookup.names(slugs: true)
        if names.count > maximumPlaces { throw .tooManyIDs }
        let known = Dictionary(names.compactMap(Place.named).map { ($0.id, $0) }) { first, _ in first }
        let places = known.values.sorted { $0.id > $1.id }
        return server.placeReply(
            places,
            lookup.envelope(_:total:size:),
            total: places.count,
            size: names.count,
            fields,
            call,
            version
        )
    }

    private static let maximumPlaces = 500

    private func placeReply(
        _ places: [Place],
        _ envelope: ([JSONValue], Int, Int) -> JSONValue,
        total: Int,
        size: Int,
        _ fields: FieldSelection,
        _ call: Call,
        _ version: NodeVersion
    ) -> Reply {
        let withOutline =
            version == .v1
            ? call.query["no_geom"] == nil
            : fields.wantsAny(of: ["geometry_geojson", "bounding_box_geojson"])
        let documents = places.map { PlaceDocument.place($0, withOutline: withOutline) }
        let results = version == .v1 ? documents : documents.map { fields.picking(from: $0, as: .place) }
        return .json(
            envelope(results, total, size),
            version: version,
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: 300)],
            reserving: withOutline ? 1 << 16 : 512
        )
    }
}
