extension SearchParser {
    /// `q`: names of taxa, or every word in one of the texts. `search_on` is one word; any other means all of them.
    mutating func addWords() {
        guard let text = query["q"] else { return }
        let fields = Self.fields(query["search_on"])
        // An empty text names no taxon.
        let named = TaxonSearch(fields.contains(.names) ? text : "").matches
        let words = Words.of(text)
        let rest = fields.subtracting(.names)
        if rest.isEmpty {
            require { key in key.taxonPosition.map { named[$0] } ?? false }
            return
        }
        search.recordConditions.append { record in
            if let id = record.taxonID, let index = TaxonTree.shared.index(of: id), named[index] {
                return true
            }
            return Self.texts(of: record, in: rest).contains { Words.of($0).isSuperset(of: words) }
        }
    }

    /// Where words are looked for.
    struct WordFields: OptionSet, Sendable {
        let rawValue: Int
        static let names = WordFields(rawValue: 1)
        static let tags = WordFields(rawValue: 2)
        static let description = WordFields(rawValue: 4)
        static let place = WordFields(rawValue: 8)
        static let observer = WordFields(rawValue: 16)
    }

    private static func fields(_ word: String?) -> WordFields {
        switch word {
        case "names": .names
        case "tags": .tags
        case "description": .description
        case "place": .place
        case "taxon_page_obs_photos": [.names, .description, .observer]
        default: [.names, .tags, .description, .place]
        }
    }

    private static func texts(of record: ObservationRecord, in fields: WordFields) -> [String] {
        var texts: [String?] = []
        if fields.contains(.tags) { texts.append(record.tags.joined(separator: " ")) }
        if fields.contains(.description) { texts.append(record.description) }
        if fields.contains(.place) { texts.append(record.place.placeGuess) }
        if fields.contains(.observer) { texts.append(Person.everybody[record.owner].login) }
        return texts.compactMap(\.self)
    }
}
