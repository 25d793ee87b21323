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
