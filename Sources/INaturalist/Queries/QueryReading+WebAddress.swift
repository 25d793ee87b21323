extension QueryReading {
    /// Whether a text is an address, and so no line of words.
    package static func isWebAddress(_ text: String) -> Bool {
        let text = QueryLine.trimmed(text[...]).lowercased()
        return (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && !text.contains(where: \.isWhitespace)
    }

    /// Reads an address of the website or of the API: a search, one observation, or the page of a person, a
    /// taxon, a place or a project.
    ///
    /// Any host will do, since the sites of the network have names of their own and nothing is sent there.
    /// What only says how the page looks (`subview`, `page`, `locale`) is left out, and so is
    /// `verifiable=true`: the website adds it to every search by itself, and it would hide casual
    /// observations here. Every other parameter without a field is told in ``ignored``.
    ///
    /// - Throws: what is no address of observations, and which value is wrong.
    package init(webAddress: String) throws(QueryProblem) {
        let text = QueryLine.trimmed(webAddress[...])
        guard Self.isWebAddress(text), let scheme = text.firstRange(of: "://") else {
            throw Self.noAddress(text)
        }
        let rest = text[scheme.upperBound...].prefix { $0 != "#" }
        let path = rest.prefix { $0 != "?" }
        var parts = path.split(separator: "/").map(PercentEncoding.decoded)
        guard !parts.isEmpty else { throw Self.noAddress(text) }
        parts.removeFirst()
        if parts.first == "v1" || parts.first == "v2" { parts.removeFirst() }
        self.init()
        guard let section = parts.first, parts.count <= 2 else { throw Self.noAddress(text) }
        try take(section: section, page: parts.count == 2 ? parts[1] : nil, of: text)
        var parameters = WebParameters(rest[path.endIndex...].dropFirst())
        try query.take(&parameters)
        ignored = parameters.left
    }

    private mutating func take(section: String, page: String?, of text: String) throws(QueryProblem) {
        guard let page, !page.isEmpty else {
            guard section == "observations" else { throw Self.noAddress(text) }
            return
        }
        switch section {
        case "observations" where page.allSatisfy { $0.isASCII && $0.isNumber || $0 == "," }:
            try query.add(page, to: .id)
        case "observations" where page.count == 36 && page.count(where: { $0 == "-" }) == 4:
            throw QueryProblem(
                .id,
                "“\(page)” names an observation by its UUID. Open the page and take the number that it shows."
            )
        case "observations" where !Self.pages.contains(page): query.observers = [.name(page)]
        case "people", "users": query.observers = [QueryReference(word: page)]
        case "taxa": query.taxa = [Self.reference(page)]
        case "places": query.places = [Self.reference(page)]
        case "projects": query.projects = [QueryReference(word: page)]
        default: throw Self.noAddress(text)
        }
    }

    /// `47170-Fungi`, as the pages of taxa are called.
    private static func reference(_ page: String) -> QueryReference {
        let number = page.prefix { $0 != "-" }
        guard let id = Int(number) else { return .name(page) }
        let name = page[number.endIndex...].dropFirst().replacing("-", with: " ")
        return .id(id, name: name.isEmpty ? nil : String(name))
    }

    /// Pages below `/observations` that are no person.
    private static let pages: Set<String> = [
        "identify", "export", "upload", "new", "map", "stats", "compare", "torquemap", "import", "photo",
        "show",
    ]

    private static func noAddress(_ text: String) -> QueryProblem {
        QueryProblem(
            nil,
            "“\(text)” is no address of observations. Paste one such as "
                + "https://www.inaturalist.org/observations?taxon_id=47170"
        )
    }
}

/// The parameters of an address, taken out one after the other until the ones are left that nobody took.
struct WebParameters {
    private var pairs: [(name: String, value: String)]

    /// Reads `name=value&name=value`.
    init(_ text: Substring) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            var name = Self.decoded(parts[0])
            if name.hasSuffix("[]") { name.removeLast(2) }
            return (name, parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
        // What says nothing, and what says how the page looks.
        pairs.removeAll { name, value in
            value.isEmpty || value == "any" || Self.looks.contains(name) || name.hasPrefix("utm_")
                || (name, value) == ("verifiable", "true") || (name, value) == ("spam", "false")
        }
    }

    /// All values of a name, taken out.
    mutating func take(_ names: String...) -> [String] {
        let values = pairs.filter { names.contains($0.name) }.map(\.value)
        pairs.removeAll { names.contains($0.name) }
        return values
    }

    /// The value of a name that stands once, without taking it out.
    func one(_ name: String) -> String? {
        let values = pairs.filter { $0.name == name }.map(\.value)
        return values.count == 1 ? values[0] : nil
    }

    /// What nobody took, as `name=value`.
    var left: [String] { pairs.map { "\($0.name)=\($0.value)" } }

    private static func decoded(_ text: Substring) -> String {
        PercentEncoding.decoded(text.replacing("+", with: " ")[...])
    }

    private static let looks: Set<String> = [
        "view", "subview", "page", "per_page", "locale", "preferred_place_id", "ttl", "utf8", "commit", "v",
        "return_bounds", "no_total_hits", "skip_total_hits", "only_id", "fields", "include_new_projects",
        "tab",
        "viewer_id",
    ]
}
