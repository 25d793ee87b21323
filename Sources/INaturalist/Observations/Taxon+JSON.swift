extension Taxon {
    /// Reads a taxon of the API, nil without an id or a name.
    init?(json: JSONValue) {
        guard let id = json["id"]?.int, let name = json["name"]?.words else { return nil }
        self.init(
            id: id,
            name: name,
            commonName: json["preferred_common_name"]?.words,
            rank: json["rank"]?.words,
            iconicName: json["iconic_taxon_name"]?.words
        )
    }
}
