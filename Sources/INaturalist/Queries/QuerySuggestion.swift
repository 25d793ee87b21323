/// What the server offers for words in a field of a query: a taxon, a place, a project or a person.
///
/// Its title and detail are other people's words, as the server sent them. The name in the reference, which
/// gets into lines and files, is without anything that a terminal would obey.
package struct QuerySuggestion: Sendable, Hashable, Identifiable {
    /// Its number.
    package let id: Int
    /// What the query takes. A person is a login, which reads better in a line and finds the same list as one
    /// that was typed; all others are a number with its name.
    package let reference: QueryReference
    /// What it is called: the name that matched, the place with what it lies in, the project's title, the
    /// login.
    package let title: String
    /// What tells it from others of that name: the scientific name and the rank, the project's type, the
    /// person's name; empty when nothing does.
    package let detail: String
    /// The names that mean exactly this, the most exact first.
    let names: [[String]]
    /// The taxa that it lies in, itself among them; empty for what is no taxon.
    let ancestorIDs: [Int]

    /// One line to show: `Ghost Orchid (Epipogium aphyllum, species)`.
    package var line: String { detail.isEmpty ? title : "\(title) (\(detail))" }
}

extension QuerySuggestion {
    /// Reads what a look-up for a field sends; nil for a row without a number or a name, and for fields that have
    /// nothing to look up. Outlines and members, which can be huge, are not touched.
    init?(_ json: JSONValue, for field: QueryField) {
        guard let id = json["id"]?.int else { return nil }
        switch field.kind {
        case .taxa: self.init(taxon: json, id)
        case .places: self.init(place: json, id)
        case .projects: self.init(project: json, id)
        case .persons: self.init(person: json, id)
        case .ids, .date, .moment, .choices, .choice, .yesOrNo, .text, .box: return nil
        }
    }

    private init?(taxon json: JSONValue, _ id: Int) {
        guard let name = json["name"]?.words else { return nil }
        let common = json["preferred_common_name"]?.words
        let matched = json["matched_term"]?.words
        self.id = id
        reference = .id(id, name: ServerMessage.shown(name, hiding: []))
        let title = matched ?? common ?? name
        self.title = title
        let known = [common, name].compactMap(\.self).filter { $0.lowercased() != title.lowercased() }
        detail = (known + [json["rank"]?.words].compactMap(\.self)).joined(separator: ", ")
        names = [[name], [matched, common].compactMap(\.self)]
        ancestorIDs = json["ancestor_ids"]?.elements.compactMap(\.int) ?? []
    }

    private init?(place json: JSONValue, _ id: Int) {
        guard let name = json["display_name"]?.words ?? json["name"]?.words else { return nil }
        self.id = id
        reference = .id(id, name: ServerMessage.shown(name, hiding: []))
        title = name
        detail = ""
        names = [[json["slug"]?.words ?? name, name], [json["name"]?.words ?? name]]
        ancestorIDs = []
    }

    private init?(project json: JSONValue, _ id: Int) {
        guard let name = json["title"]?.words else { return nil }
        self.id = id
        reference = .id(id, name: ServerMessage.shown(name, hiding: []))
        title = name
        // A traditional project has no type.
        detail = json["project_type"]?.words.map { "\($0) project" } ?? "traditional project"
        names = [[json["slug"]?.words ?? name], [name]]
        ancestorIDs = []
    }

    private init?(person json: JSONValue, _ id: Int) {
        guard let login = json["login"]?.words else { return nil }
        self.id = id
        reference = .name(login)
        title = login
        detail = json["name"]?.words ?? ""
        names = [[login]]
        ancestorIDs = []
    }
}
