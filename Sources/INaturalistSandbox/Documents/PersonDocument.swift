/// Users as the node server writes them.
enum PersonDocument {
    private static let attachments = "https://static.inaturalist.org/attachments/users/icons"

    /// A user inside another document, and in `/users/autocomplete`.
    static func embedded(_ person: Person, counts: PersonCounts) -> JSONValue {
        .object(publicFields(person, counts: counts))
    }

    /// A user by themselves, as in `/users/{id}`.
    static func complete(_ person: Person, counts: PersonCounts) -> JSONValue {
        var object = publicFields(person, counts: counts)
        object.add("description", .optional(person.description))
        object.add("monthly_supporter", false)
        return .object(object)
    }

    private static func publicFields(_ person: Person, counts: PersonCounts) -> JSONObject {
        let isSuspended = [.suspended, .banned].contains {
            Person.everybody[Person.index(of: $0)].id == person.id
        }
        var object = JSONObject(reserving: 24)
        object.add("id", .integer(person.id))
        object.add("login", .string(person.login))
        object.add("spam", false)
        object.add("suspended", .boolean(isSuspended))
        object.add("created_at", .string(person.createdAt.text(offset: 0)))
        object.add("site_id", 1)
        object.add("login_autocomplete", .string(person.login))
        object.add("login_exact", .string(person.login))
        object.add("name", .optional(person.name))
        object.add("name_autocomplete", .optional(person.name))
        object.add("orcid", .optional(person.orcid))
        object.add("icon", icon(person, size: "thumb"))
        object.add("observations_count", .integer(counts.observations))
        object.add("identifications_count", .integer(counts.identifications))
        object.add("journal_posts_count", 0)
        object.add("activity_count", .integer(counts.observations + counts.identifications))
        object.add("species_count", .integer(counts.species))
        object.add("annotated_observations_count", 0)
        object.add("universal_search_rank", .integer(counts.observations))
        object.add("roles", .strings(person.roles))
        object.add("preferences", .object(JSONObject()))
        object.add("icon_url", icon(person, size: "medium"))
        return object
    }

    private static func icon(_ person: Person, size: String) -> JSONValue {
        person.hasIcon ? .string("\(attachments)/\(person.id)/\(size).jpg?1600000000") : .null
    }

    /// The signed-in user, as `/users/me` shows them. Falsy values are null (API reference 6).
    static func privateFields(_ account: SandboxAccount, counts: PersonCounts) -> JSONValue {
        let person = Person.everybody[Person.index(of: account.role)]
        let created = person.createdAt.text(offset: 0)
        var object = JSONObject(reserving: 64)
        object.add("id", .integer(person.id))
        object.add("login", .string(person.login))
        object.add("uuid", .string(person.uuid))
        object.add("name", .optional(person.name))
        object.add("email", .string(account.email))
        object.add("unconfirmed_email", nil)
        object.add("icon", icon(person, size: "thumb"))
        object.add("icon_url", icon(person, size: "medium"))
        object.add("description", .optional(person.description))
        object.add("roles", .strings(person.roles))
        object.add("locale", "en")
        object.add("time_zone", "Central Time (US & Canada)")
        object.add("place_id", nil)
        object.add("search_place_id", nil)
        object.add("site_id", 1)
        object.add("site", site)
        object.add("confirmed_at", .string(created))
        object.add("confirmation_sent_at", .string(created))
        object.add("created_at", .string(created))
        object.add("updated_at", .string(created))
        object.add("observations_count", counts.observations == 0 ? nil : .integer(counts.observations))
        object.add("species_count", counts.species == 0 ? nil : .integer(counts.species))
        object.add(
            "identifications_count",
            counts.identifications == 0 ? nil : .integer(counts.identifications)
        )
        object.add("journal_posts_count", 3)
        object.add("privileges", ["interaction", "organizer"])
        object.add("muted_user_ids", [])
        object.add("blocked_user_ids", [])
        object.add("faved_project_ids", [])
        object.add("monthly_supporter", nil)
        object.add("orcid", .optional(person.orcid))
        object.add("taxon_name_priorities", [])
        object.add("pi_consent", true)
        object.add("data_transfer_consent", true)
        object.add("preferred_observation_license", "cc-by-nc")
        object.add("preferred_photo_license", "cc-by-nc")
        object.add("preferred_sound_license", "cc-by-nc")
        object.add("preferred_observation_fields_by", "anyone")
        object.add("preferred_project_addition_by", "any")
        object.add("prefers_common_names", true)
        object.add("prefers_community_taxa", true)
        object.add("prefers_scientific_name_first", nil)
        object.add("prefers_no_email", nil)
        object.add("prefers_no_tracking", nil)
        object.add("prefers_monthly_supporter_badge", nil)
        object.add("prefers_automatic_taxonomic_changes", true)
        return .object(object)
    }

    private static let site: JSONValue = [
        "id": 1, "name": "iNaturalist", "url": "https://www.inaturalist.org", "locale": nil, "place_id": nil,
        "site_name_short": "iNaturalist",
    ]
}
