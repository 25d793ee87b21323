extension Account {
    /// Reads a user of either server, nil without an id. A login that is missing becomes the id, as the site
    /// shows deleted accounts.
    init?(json: JSONValue) {
        guard let id = json["id"]?.int else { return nil }
        self.init(id: id, login: json["login"]?.words ?? String(id), name: json["name"]?.words)
    }
}
