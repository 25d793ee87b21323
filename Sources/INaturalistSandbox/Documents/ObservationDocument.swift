/// An observation as the node server writes it, for one viewer.
struct ObservationDocument {
    let record: ObservationRecord
    let world: World
    let viewpoint: Viewpoint

    /// Where the sandbox listens; pages of observations are there.
    let baseURL: String

    /// Whether it is one of a few asked for by id, which show a little more than search results do.
    let isDetail: Bool

    /// Whether any row of the page has a sound; otherwise `observation_sounds` is left out (API reference 10.5).
    let pageHasSounds: Bool

    let now: Moment

    /// What is asked for; costly parts that are not asked for are not made.
    var fields = FieldSelection.all

    /// The document, in the form of `/v1`, with at least the fields that are asked for.
    func value() -> JSONValue {
        var object = JSONObject(reserving: 100)
        object.add("id", .integer(record.id))
        object.add("uuid", .string(record.uuid))
        if fields == .required { return .object(object) }
        addBasics(to: &object)
        addTimes(to: &object)
        addPlace(to: &object)
        addTaxon(to: &object)
        if fields.wantsAny(of: Self.mediaFields) { addMedia(to: &object) }
        if fields.wantsAny(of: Self.identificationFields) { addIdentifications(to: &object) }
        if fields.wantsAny(of: Self.projectFields) { addProjects(to: &object) }
        if fields.wantsAny(of: Self.socialFields) { addSocial(to: &object) }
        return .object(object)
    }

    private static let projectFields = [
        "project_ids", "project_ids_with_curator_id", "project_ids_without_curator_id",
        "project_observations",
        "non_traditional_projects",
    ]

    private func addBasics(to object: inout JSONObject) {
        object.add("uri", .string("\(baseURL)/observations/\(record.id)"))
        object.add("quality_grade", .string(record.qualityGrade.rawValue))
        object.add("species_guess", .optional(record.speciesGuess))
        object.add("description", .optional(record.description))
        object.add("tags", .strings(record.tags))
        object.add("license_code", .optional(record.licenseCode))
        object.add("captive", .boolean(record.isCaptive))
        object.add("site_id", 1)
        object.add("oauth_application_id", .optional(record.applicationID))
        object.add("map_scale", record.id.isMultiple(of: 3) ? nil : 15)
        object.add("spam", false)
        object.add("flags", [])
        object.add("annotations", [])
        object.add("quality_metrics", [])
        object.add("ofvs", [])
        object.add("outlinks", outlinks)
        object.add("preferences", ["prefers_community_taxon": nil])
        object.add("out_of_range", nil)
        object.add("user", .shared(world.people[record.owner]))
        if viewpoint.viewer != nil {
            object.add("viewer_trusted_by_observer", .boolean(viewpoint.isTrusted(by: record.owner)))
        }
        if isDetail, record.applicationID != nil {
            let application = SandboxApplication.working
            object.add(
                "application",
                ["id": .integer(application.id), "name": .string(application.name), "url": "", "icon": nil]
            )
        }
    }

    private var outlinks: JSONValue {
        guard record.qualityGrade == .research, record.licenseCode != nil, record.id.isMultiple(of: 4) else {
            return []
        }
        return [["source": "GBIF", "url": .string("http://www.gbif.org/occurrence/9\(record.id)")]]
    }

    private func addTimes(to object: inout JSONObject) {
        let region = RegionTable.region(record.place.region)
        let time = record.time
        let entryOffset = region.offset(on: time.createdAt.local(offset: region.standardOffset).date)
        object.add("created_at", .string(time.createdAt.text(offset: entryOffset)))
        object.add("created_at_details", time.createdAt.details(offset: entryOffset))
        object.add("updated_at", .string(time.updatedAt.text(offset: entryOffset)))
        object.add("created_time_zone", .string(region.timeZone))
        object.add("observed_time_zone", .string(region.timeZone))
        object.add("time_zone_offset", .string(Moment.offsetText(region.standardOffset)))
        object.add("observed_on", .optional(time.observedOn?.text))
        guard let date = time.observedOn else {
            for key in ["observed_on_string", "observed_on_details", "time_observed_at"] {
                object.add(key, nil)
            }
            return
        }
        object.add("observed_on_details", Moment.details(date: date, hour: (time.observedAt ?? 0) / 3_600))
        if let second = time.observedAt {
            let offset = region.offset(on: date)
            let moment = Moment(date, secondsOfDay: second, offset: offset)
            object.add("time_observed_at", .string(moment.text(offset: offset)))
            object.add("observed_on_string", .string("\(date.text) \(Moment.clock(second))"))
        } else {
            object.add("time_observed_at", nil)
            object.add("observed_on_string", .string(date.text))
        }
    }

    private func addTaxon(to object: inout JSONObject) {
        let taxon = record.taxonID.flatMap { TaxonTree.shared[$0] }
        object.add("taxon", world.taxon(record.taxonID))
        object.add("community_taxon_id", record.identifications.count > 1 ? .optional(record.taxonID) : nil)
        object.add("ident_taxon_ids", .integers(taxon?.ancestorIDs ?? []))
        if isDetail {
            object.add(
                "community_taxon",
                record.identifications.count > 1 ? world.taxon(record.taxonID) : nil
            )
        }
    }

    private func addProjects(to object: inout JSONObject) {
        let memberships = record.projects.compactMap { membership in
            Project.all.first { $0.id == membership.projectID }.map { (membership, $0) }
        }
        object.add("project_ids", .integers(memberships.map(\.1.id)))
        object.add("project_ids_with_curator_id", [])
        object.add("project_ids_without_curator_id", .integers(memberships.map(\.1.id)))
        object.add(
            "project_observations",
            .array(
                memberships.map {
                    ProjectDocument.membership($0, of: $1, owner: record.owner, world: world, now: now)
                }
            )
        )
        if viewpoint.includesCollections {
            let collections = Project.collections.filter { $0.contains(record) }
            object.add(
                "non_traditional_projects",
                .array(
                    collections.map {
                        ProjectDocument.collection(
                            $0,
                            owner: record.owner,
                            viewer: viewpoint.viewer,
                            world: world,
                            now: now
                        )
                    }
                )
            )
        }
    }
}
