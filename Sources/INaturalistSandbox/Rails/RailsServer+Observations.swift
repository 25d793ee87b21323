extension RailsServer {
    /// `GET /observations/{id}.json`: the old interface, which takes OAuth tokens (API reference 4.2).
    static let legacyObservation: Endpoint = { server, call in
        let id = Int(call.captures["id"] ?? "") ?? 0
        let world = server.world
        if world.wasDeleted(id: id) {
            return .json(["error": "This observation was deleted."], status: 410)
        }
        guard let record = world.record(id: id) else { return .json(["error": "Not found"], status: 404) }
        let account = RailsIdentity(call, state: server.state, now: server.state.now).account
        let viewpoint = Viewpoint(
            viewer: account.map { Person.index(of: $0.role) },
            includesCollections: true,
            trust: world.trust
        )
        return .json(server.legacyDocument(of: record, from: viewpoint, world: world))
    }

    /// `GET /observations/{id}`: a small page, so that "open in a browser" leads somewhere.
    static let observationPage: Endpoint = { server, call in
        let name = call.captures["id"] ?? ""
        let world = server.world
        if let id = Int(name), world.wasDeleted(id: id) {
            return .html(
                "<!DOCTYPE html><html><body><h1>This observation was deleted.</h1></body></html>",
                status: 410
            )
        }
        guard let record = Int(name).flatMap({ world.record(id: $0) }) ?? world.record(uuid: name) else {
            return notFound(call)
        }
        let title = WebPage.escaped(record.taxon?.commonName ?? record.taxon?.name ?? "Unknown")
        let observer = WebPage.escaped(Person.everybody[record.owner].login)
        return .html(
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)</title></head><body>\
            <h1>\(title)</h1><p>Observation \(record.id) by \(observer), made up \
            for the sandbox.</p></body></html>
            """
        )
    }

    private func legacyDocument(
        of record: ObservationRecord,
        from viewpoint: Viewpoint,
        world: World
    ) -> JSONValue {
        let place = record.place
        let time = record.time
        let offset = RegionTable.region(place.region).standardOffset
        var object = JSONObject(reserving: 40)
        object.add("id", .integer(record.id))
        object.add("uuid", .string(record.uuid))
        object.add("user_id", .integer(Person.everybody[record.owner].id))
        object.add("user_login", .string(Person.everybody[record.owner].login))
        object.add("taxon_id", .optional(record.taxonID))
        object.add("species_guess", .optional(record.speciesGuess))
        object.add("description", .optional(record.description))
        object.add("observed_on", .optional(time.observedOn?.text))
        object.add("created_at", .string(time.createdAt.text(offset: offset)))
        object.add("updated_at", .string(time.updatedAt.text(offset: offset)))
        object.add("place_guess", .optional(place.placeGuess))
        object.add("latitude", .optional(place.publicPoint?.latitude.text()))
        object.add("longitude", .optional(place.publicPoint?.longitude.text()))
        object.add("positional_accuracy", .optional(place.accuracy))
        object.add("public_positional_accuracy", .optional(place.publicAccuracy))
        object.add("geoprivacy", .optional(place.geoprivacy?.rawValue))
        object.add("mappable", .boolean(record.isMappable))
        object.add("quality_grade", .string(record.qualityGrade.rawValue))
        object.add("license", .optional(record.licenseCode?.uppercased()))
        object.add("uri", .string("\(baseURL)/observations/\(record.id)"))
        object.add("identifications_count", .integer(record.identifications.count))
        object.add("comments_count", .integer(record.comments.count))
        // What is hidden from the reader is left out, and only then the reader is told that something is hidden.
        if record.hiding == nil || viewpoint.maySeeCoordinates(of: record) {
            let hidden = record.hiding == nil ? nil : place.truePoint
            object.add("private_latitude", .optional(hidden?.latitude.text()))
            object.add("private_longitude", .optional(hidden?.longitude.text()))
            object.add("private_place_guess", .optional(place.privatePlaceGuess))
        } else {
            object.add("coordinates_obscured", true)
        }
        return .object(object)
    }
}
