/// Projects as the node server writes them inside an observation.
enum ProjectDocument {
    /// A project by itself.
    static func project(_ project: Project, world: World, now: Moment) -> JSONValue {
        let rulesChanged = Moment(seconds: (now.seconds / 86_400 - project.daysSinceRulesChanged) * 86_400)
        var object = JSONObject(reserving: 16)
        object.add("id", .integer(project.id))
        object.add("title", .string(project.title))
        object.add("slug", .string(project.slug))
        object.add("description", "A project of the sandbox; everything in it is made up.")
        object.add("project_type", .string(project.kind == .collection ? "collection" : ""))
        object.add("prefers_user_trust", .boolean(project.prefersUserTrust))
        object.add("observation_requirements_updated_at", .string(rulesChanged.text(offset: 0)))
        object.add("icon", nil)
        object.add("place_id", nil)
        object.add("location", nil)
        object.add("user_id", .integer(Person.everybody[Person.index(of: .curator)].id))
        object.add("user_ids", .integers(project.members.keys.sorted().map { Person.everybody[$0].id }))
        return .object(object)
    }

    /// A project as it is looked up. Real ones name thousands of members (API reference 6).
    static func complete(_ project: Project, world: World, now: Moment) -> JSONValue {
        guard case .object(var object) = self.project(project, world: world, now: now) else { return nil }
        let strangers = (0..<memberCount).map { 8_000_001 + $0 * 3 }
        object.replace(
            "user_ids",
            .integers(project.members.keys.sorted().map { Person.everybody[$0].id } + strangers)
        )
        let created = Moment(CivilDate(2016, 7, 26), secondsOfDay: 57_600, offset: 0).text(offset: 0)
        object.add("created_at", .string(created))
        object.add("updated_at", .string(created))
        object.add("hide_title", false)
        object.add("banner_color", nil)
        object.add("icon_file_name", nil)
        object.add("header_image_url", nil)
        object.add("header_image_file_name", nil)
        object.add("header_image_contain", false)
        object.add("terms", nil)
        object.add("flags", [])
        object.add("site_features", [])
        object.add("is_umbrella", false)
        object.add("is_new_style_project", .boolean(project.kind == .collection))
        object.add("project_observation_fields", [])
        object.add("admins", .array(project.curators.map { admin($0, of: project, world: world) }))
        object.add("user", .shared(world.people[Person.index(of: .curator)]))
        let rules = project.taxonID.map { taxon -> [JSONValue] in
            [["field": "taxon_id", "value": [.integer(taxon)], "value_number": [.integer(taxon)]]]
        }
        object.add("search_parameters", .array(rules ?? []))
        object.add("rule_preferences", [])
        object.add(
            "project_observation_rules",
            .array(
                project.taxonID.map { taxon in
                    [
                        [
                            "id": .integer(project.id * 3), "operator": "in_taxon?", "operand_type": "Taxon",
                            "operand_id": .integer(taxon),
                        ]
                    ]
                } ?? []
            )
        )
        return .object(object)
    }

    private static let memberCount = 2_500

    private static func admin(_ person: Int, of project: Project, world: World) -> JSONValue {
        [
            "id": .integer(project.id * 10 + person), "user_id": .integer(Person.everybody[person].id),
            "project_id": .integer(project.id), "role": "manager", "user": .shared(world.people[person]),
        ]
    }

    /// An observation's place in a traditional project.
    static func membership(
        _ record: ProjectRecord,
        of project: Project,
        owner: Int,
        world: World,
        now: Moment
    ) -> JSONValue {
        var generator = SplitMix64(seed: UInt64(record.id))
        return [
            "id": .integer(record.id), "uuid": .string(UUIDText.random(using: &generator)),
            "project_id": .integer(project.id), "user_id": .integer(Person.everybody[owner].id),
            "user": .shared(world.people[owner]), "current_user_is_member": false,
            "preferences": ["allows_curator_coordinate_access": .boolean(record.allowsCoordinateAccess)],
            "project": self.project(project, world: world, now: now),
        ]
    }

    /// A collection project that an observation belongs to by rule, and what its owner lets the curators see.
    static func collection(
        _ project: Project,
        owner: Int,
        viewer: Int?,
        world: World,
        now: Moment
    ) -> JSONValue {
        let trust = project.members[owner]
        return [
            "current_user_is_member": .boolean(viewer.map { project.members[$0] != nil } ?? false),
            "project": self.project(project, world: world, now: now),
            "projectUser": trust.map {
                ["role": "member", "prefers_curator_coordinate_access_for": .string($0.rawValue)]
            } ?? .object(JSONObject()),
        ]
    }
}
