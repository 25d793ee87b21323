extension ObservationDocument {
    static let identificationFields = [
        "identifications", "non_owner_ids", "identifications_count", "num_identification_agreements",
        "num_identification_disagreements", "identifications_most_agree", "identifications_most_disagree",
        "identifications_some_agree", "owners_identification_from_vision", "reviewed_by",
    ]
    static let socialFields = [
        "comments", "comments_count", "faves", "faves_count", "votes", "cached_votes_total",
    ]

    /// Identifications, and the counts that follow from them.
    func addIdentifications(to object: inout JSONObject) {
        let identifications = record.identifications
        let others = identifications.filter { $0.person != record.owner }
        let agreeing = others.filter { $0.taxonID == record.taxonID }
        object.add("identifications", .array(identifications.map(identification)))
        object.add("non_owner_ids", .array(others.map(identification)))
        object.add("identifications_count", .integer(others.count))
        object.add("num_identification_agreements", .integer(agreeing.count))
        object.add("num_identification_disagreements", .integer(others.count - agreeing.count))
        object.add("identifications_most_agree", .boolean(agreeing.count > others.count / 2))
        object.add("identifications_most_disagree", .boolean(agreeing.count < others.count - agreeing.count))
        object.add("identifications_some_agree", .boolean(!agreeing.isEmpty))
        object.add("owners_identification_from_vision", .boolean(record.id.isMultiple(of: 2)))
        object.add(
            "reviewed_by",
            .integers(Set(identifications.map { Person.everybody[$0.person].id }).sorted())
        )
    }

    private func identification(_ identification: IdentificationRecord) -> JSONValue {
        var generator = SplitMix64(seed: UInt64(identification.id))
        var object = JSONObject(reserving: 24)
        object.add("id", .integer(identification.id))
        object.add("uuid", .string(UUIDText.random(using: &generator)))
        object.add("user", .shared(world.people[identification.person]))
        object.add("created_at", .string(identification.createdAt.text(offset: 0)))
        object.add("created_at_details", identification.createdAt.details(offset: 0))
        object.add("body", .optional(identification.body))
        object.add("category", identification.taxonID == record.taxonID ? "supporting" : "improving")
        object.add("current", .boolean(identification.isCurrent))
        object.add("flags", [])
        object.add("own_observation", .boolean(identification.person == record.owner))
        object.add("taxon_change", nil)
        object.add("vision", .boolean(identification.id.isMultiple(of: 5)))
        object.add("disagreement", identification.person == record.owner ? nil : false)
        object.add("previous_observation_taxon_id", nil)
        object.add("spam", false)
        object.add("taxon_id", .integer(identification.taxonID))
        object.add("hidden", false)
        object.add("moderator_actions", [])
        object.add("taxon", world.taxon(identification.taxonID, ancestors: true))
        return .object(object)
    }

    /// Comments and faves.
    func addSocial(to object: inout JSONObject) {
        let faves = JSONValue.array(record.faves.map(vote))
        object.add("comments", .array(record.comments.map(comment)))
        object.add("comments_count", .integer(record.comments.count))
        object.add("faves", faves)
        object.add("faves_count", .integer(record.faves.count))
        object.add("votes", faves)
        object.add("cached_votes_total", .integer(record.faves.count))
    }

    private func comment(_ comment: CommentRecord) -> JSONValue {
        var generator = SplitMix64(seed: UInt64(comment.id))
        return [
            "id": .integer(comment.id), "uuid": .string(UUIDText.random(using: &generator)),
            "body": .string(comment.body), "created_at": .string(comment.createdAt.text(offset: 0)),
            "created_at_details": comment.createdAt.details(offset: 0), "flags": [], "hidden": false,
            "moderator_actions": [], "user": .shared(world.people[comment.person]),
        ]
    }

    private func vote(_ person: Int) -> JSONValue {
        [
            "id": .integer(record.id + person), "user_id": .integer(Person.everybody[person].id),
            "vote_flag": true, "vote_scope": nil,
            "created_at": .string(record.time.updatedAt.text(offset: 0)),
            "user": .shared(world.people[person]),
        ]
    }
}
