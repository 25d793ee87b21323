/// The node server's own cache of whole replies, whose key does not name the viewer (API reference 3.5.3).
struct ResponseCache: Sendable {
    private struct Entry {
        let reply: Reply
        let expires: Moment
    }

    private var entries: [String: Entry] = [:]

    /// How long a reply is kept: 60 minutes.
    private static let lifetimeSeconds = 60 * 60

    /// Parameters that do not keep a reply out of the cache; any other one does.
    private static let genericParameters: Set<String> = [
        "place_id", "verifiable", "quality_grade", "spam", "captive", "per_page", "order", "order_by",
        "return_bounds", "locale", "no_total_hits", "preferred_place_id", "photos", "fields", "ttl", "page",
    ]

    /// The key of a search, or nil when the search is not cached.
    static func key(for call: Call, version: NodeVersion, isSignedIn: Bool) -> String? {
        let query = call.query
        guard query.names.allSatisfy(genericParameters.contains), call.body.isEmpty,
            query["page"] == nil || query["page"] == "1"
        else { return nil }
        // The one case in which the viewer counts: their own private places match as well.
        if isSignedIn, query["place_id"] != nil { return nil }
        return "\(version) \(query.canonicalText)"
    }

    func reply(for key: String, now: Moment) -> Reply? {
        guard let entry = entries[key], entry.expires > now else { return nil }
        return entry.reply
    }

    mutating func keep(_ reply: Reply, as key: String, now: Moment) {
        entries[key] = Entry(reply: reply, expires: Moment(seconds: now.seconds + Self.lifetimeSeconds))
    }
}
