extension ObservationQuery {
    /// Reads an address of the website, see ``QueryReading/init(webAddress:)``, which also says what was left
    /// out.
    ///
    /// - Throws: what is no address of observations, and which value is wrong.
    package init(webAddress: String) throws(QueryProblem) {
        self = try QueryReading(webAddress: webAddress).query
    }

    /// The website's address of the query.
    ///
    /// The website searches for verifiable observations in the person's own preferred place unless told
    /// otherwise, so that is always told. Order by what the website has no order for is left out.
    ///
    /// - Parameter site: the website's address, such as `https://www.inaturalist.org`.
    package func webAddress(site: String) -> String {
        var pairs = parameters
        if places.isEmpty { pairs.append(("place_id", "any")) }
        pairs.append(("verifiable", "any"))
        if let order, let word = WebOrder.words[order.key] {
            pairs += [("order_by", word), ("order", order.isDescending ? "desc" : "asc")]
        }
        var site = site[...]
        while site.last == "/" { site.removeLast() }
        let text = pairs.map { "\($0.name)=\(PercentEncoding.query($0.value))" }.joined(separator: "&")
        return "\(site)/observations?\(text)"
    }

    /// Takes over the parameters that a field stands for.
    mutating func take(_ parameters: inout WebParameters) throws(QueryProblem) {
        for (field, names) in Self.lists {
            for value in names.flatMap({ parameters.take($0) }) {
                try add(Self.values(value), to: field)
            }
        }
        for name in parameters.take("taxon_name") { taxa.append(.name(name)) }
        let words = parameters.take("q").joined(separator: " ")
        if !words.isEmpty { try add([words], to: .words) }
        for (field, name) in [(QueryField.geoprivacy, "geoprivacy"), (.taxonGeoprivacy, "taxon_geoprivacy")] {
            for value in parameters.take(name) {
                try add(Self.values(value.replacing("obscured_private", with: "obscured,private")), to: field)
            }
        }
        for (field, name) in [(QueryField.captive, "captive"), (.photos, "photos"), (.geo, "geo")] {
            for value in parameters.take(name) {
                try set(field, to: [value == "true" ? "yes" : value == "false" ? "no" : value])
            }
        }
        if parameters.one("verifiable") == "false", qualityGrades.isEmpty {
            _ = parameters.take("verifiable")
            qualityGrades = ["casual"]
        }
        try takeDays(&parameters)
        try takeBox(&parameters)
        takeOrder(&parameters)
    }

    private static func values(_ text: String) -> [String] {
        text.split(separator: ",").map { QueryLine.trimmed($0) }
    }

    /// Fields whose values are written the same way in the address.
    private static let lists: [(QueryField, [String])] = [
        (.observer, ["user_id", "user_login"]), (.taxon, ["taxon_id", "taxon_ids"]),
        (.withoutTaxon, ["without_taxon_id"]), (.place, ["place_id"]),
        (.project, ["project_id", "projects"]),
        (.id, ["id"]), (.obscuration, ["obscuration"]), (.quality, ["quality_grade"]),
        (.observedFrom, ["d1"]), (.observedTo, ["d2"]), (.createdFrom, ["created_d1"]),
        (.createdTo, ["created_d2"]), (.iconicTaxon, ["iconic_taxa"]), (.highestRank, ["hrank"]),
        (.lowestRank, ["lrank"]), (.searchOn, ["search_on"]), (.updatedSince, ["updated_since"]),
    ]

    /// One day, one year, or one month of one year are spans too.
    private mutating func takeDays(_ parameters: inout WebParameters) throws(QueryProblem) {
        for name in ["on", "observed_on"] where observedFrom == nil && observedTo == nil {
            guard let day = parameters.one(name) else { continue }
            _ = parameters.take(name)
            try set(.observedFrom, to: [day])
            try set(.observedTo, to: [day])
        }
        if createdFrom == nil, createdTo == nil, let day = parameters.one("created_on") {
            _ = parameters.take("created_on")
            try set(.createdFrom, to: [day])
            try set(.createdTo, to: [day])
        }
        guard observedFrom == nil, observedTo == nil, let year = parameters.one("year"), year.count == 4,
            Int(year) != nil
        else { return }
        var (first, last) = ("01", "12")
        if let month = parameters.one("month"), let number = Int(month), 1...12 ~= number {
            first = number < 10 ? "0\(number)" : "\(number)"
            last = first
            _ = parameters.take("month")
        }
        _ = parameters.take("year")
        try set(.observedFrom, to: ["\(year)-\(first)-01"])
        observedTo = ["31", "30", "29", "28"].map { "\(year)-\(last)-\($0)" }.first { CalendarDay($0) != nil }
    }

    private mutating func takeBox(_ parameters: inout WebParameters) throws(QueryProblem) {
        let names = ["swlat", "swlng", "nelat", "nelng"]
        let sides = names.compactMap { parameters.one($0) }
        // Half a box stays among what is left.
        guard sides.count == 4 else { return }
        for name in names { _ = parameters.take(name) }
        try set(.box, to: sides)
    }

    private mutating func takeOrder(_ parameters: inout WebParameters) {
        guard let word = parameters.one("order_by") else {
            _ = parameters.take("order")
            return
        }
        guard let key = WebOrder.key(word) else { return }
        order = QueryOrder(key: key, isDescending: parameters.one("order") != "asc")
        _ = parameters.take("order_by", "order")
    }
}

/// What the website calls the orders that it has.
private enum WebOrder {
    static let words: [QueryOrder.Key: String] = [
        .id: "id", .created: "created_at", .observed: "observed_on", .updated: "updated_at",
        .taxon: "species_guess",
    ]

    static func key(_ word: String) -> QueryOrder.Key? {
        word == "observations.id" ? .id : words.first { $0.value == word }?.key
    }
}
