internal import FoundationEssentials

extension ObservationQuery {
    /// What a field holds, each value as a word; empty when it says nothing.
    package func words(of field: QueryField) -> [String] {
        switch field {
        case .observer: observers.map(\.word)
        case .taxon: taxa.map(\.word)
        case .withoutTaxon: excludedTaxa.map(\.word)
        case .place: places.map(\.word)
        case .project: projects.map(\.word)
        case .id: ids.map(String.init)
        case .obscuration: obscurations.sorted().map(\.rawValue)
        case .geoprivacy: Self.inOrder(geoprivacies, field)
        case .taxonGeoprivacy: Self.inOrder(taxonGeoprivacies, field)
        case .quality: Self.inOrder(qualityGrades, field)
        case .iconicTaxon: Self.inOrder(iconicTaxa, field)
        case .observedFrom: Self.one(observedFrom)
        case .observedTo: Self.one(observedTo)
        case .createdFrom: Self.one(createdFrom)
        case .createdTo: Self.one(createdTo)
        case .highestRank: Self.one(highestRank)
        case .lowestRank: Self.one(lowestRank)
        case .captive: Self.one(captive.map(Self.word))
        case .photos: Self.one(photos.map(Self.word))
        case .geo: Self.one(geo.map(Self.word))
        case .words: Self.one(words.isEmpty ? nil : words)
        case .searchOn: Self.one(searchOn)
        case .box: box.map { [$0.south, $0.west, $0.north, $0.east].map(Self.degrees) } ?? []
        case .updatedSince: Self.one(updatedSince.map { $0.formatted(.iso8601) })
        case .order: Self.one(order?.word)
        }
    }

    /// Puts words into a field, in place of what it held.
    ///
    /// - Throws: which word it does not take, and what it takes. The query is as before then.
    package mutating func set(_ field: QueryField, to words: [String]) throws(QueryProblem) {
        if !field.takesSeveral, field != .box, words.count > 1 {
            throw QueryProblem(field, "“\(field.name)” takes one value, and these are \(words.count).")
        }
        let words = try Self.checked(words, field)
        switch field {
        case .observer: observers = try Self.references(words, field)
        case .taxon: taxa = try Self.references(words, field)
        case .withoutTaxon: excludedTaxa = try Self.references(words, field)
        case .place: places = try Self.references(words, field)
        case .project: projects = try Self.references(words, field)
        case .id: ids = try Self.ids(words)
        case .obscuration: obscurations = Set(words.compactMap(Obscuration.init(rawValue:)))
        case .geoprivacy: geoprivacies = Set(words)
        case .taxonGeoprivacy: taxonGeoprivacies = Set(words)
        case .quality: qualityGrades = Set(words)
        case .iconicTaxon: iconicTaxa = Set(words)
        case .observedFrom: observedFrom = try Self.day(words.first, field)
        case .observedTo: observedTo = try Self.day(words.first, field)
        case .createdFrom: createdFrom = try Self.day(words.first, field)
        case .createdTo: createdTo = try Self.day(words.first, field)
        case .highestRank: highestRank = words.first
        case .lowestRank: lowestRank = words.first
        case .captive: captive = words.first.map { $0 == "yes" }
        case .photos: photos = words.first.map { $0 == "yes" }
        case .geo: geo = words.first.map { $0 == "yes" }
        case .words: self.words = words.first ?? ""
        case .searchOn: searchOn = words.first
        case .box: box = try Self.box(words)
        case .updatedSince:
            updatedSince = try words.first.map { word throws(QueryProblem) in try Self.moment(word) }
        case .order: order = words.first.flatMap(QueryOrder.init(word:))
        }
    }

    // MARK: - Words of a kind

    private static func word(_ flag: Bool) -> String { flag ? "yes" : "no" }

    private static func one(_ word: String?) -> [String] { word.map { [$0] } ?? [] }

    private static func inOrder(_ words: Set<String>, _ field: QueryField) -> [String] {
        field.choices.filter(words.contains)
    }

    private static func degrees(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }

    /// The words as the field writes them; case does not matter where they are few.
    private static func checked(_ words: [String], _ field: QueryField) throws(QueryProblem) -> [String] {
        let choices = field.choices
        var checked: [String] = []
        for word in words {
            if QueryLine.trimmed(word[...]).isEmpty {
                throw QueryProblem(field, "“\(field.name):” lacks a value.")
            }
            guard !choices.isEmpty else {
                checked.append(word)
                continue
            }
            guard let choice = choices.first(where: { $0.lowercased() == word.lowercased() }) else {
                let nearest =
                    WordDistance.nearest(to: word, in: choices).map { "Did you mean “\($0)”? " } ?? ""
                throw QueryProblem(
                    field,
                    "“\(word)” is none of the words of “\(field.name)”. \(nearest)It takes "
                        + choices.joined(separator: ", ") + "."
                )
            }
            if !checked.contains(choice) { checked.append(choice) }
        }
        return checked
    }

    private static func references(
        _ words: [String],
        _ field: QueryField
    ) throws(QueryProblem) -> [QueryReference] {
        var references: [QueryReference] = []
        for word in words {
            let reference = QueryReference(word: word)
            let isPossible =
                switch reference {
                case .id(let id, _): INaturalistClient.isPossible(id)
                // A number with more digits than an integer has.
                case .name(let name): !name.allSatisfy { $0.isASCII && $0.isNumber }
                }
            guard isPossible else { throw .impossibleID(word, field) }
            if !references.contains(reference) { references.append(reference) }
        }
        return references
    }

    private static func ids(_ words: [String]) throws(QueryProblem) -> [Int] {
        var ids: [Int] = []
        var seen: Set<Int> = []
        for word in words {
            guard let id = Int(word), INaturalistClient.isPossible(id) else {
                throw QueryProblem(
                    .id,
                    "“\(word)” is no observation id: a whole number from 1 to 2147483647 is."
                )
            }
            if seen.insert(id).inserted { ids.append(id) }
        }
        return ids
    }

    /// A day that the calendar has: what the server cannot read it ignores without a word (reference 3.3).
    private static func day(_ word: String?, _ field: QueryField) throws(QueryProblem) -> String? {
        guard let word else { return nil }
        guard CalendarDay(word) != nil else {
            throw QueryProblem(field, "“\(word)” is no day: write year, month and day, such as 2026-11-24.")
        }
        return word
    }

    private static func moment(_ word: String) throws(QueryProblem) -> Date {
        let text = CalendarDay(word) == nil ? word : word + "T00:00:00Z"
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw QueryProblem(
                .updatedSince,
                "“\(word)” is no time: write a day such as 2026-11-24, or a time such as "
                    + "2026-11-24T06:00:00Z."
            )
        }
        return date
    }

    private static func box(_ words: [String]) throws(QueryProblem) -> CoordinateBox? {
        if words.isEmpty { return nil }
        let numbers = words.compactMap(Double.init).filter(\.isFinite)
        guard words.count == 4, numbers.count == 4 else {
            throw QueryProblem(.box, "A box is four numbers of degrees: south,west,north,east.")
        }
        return CoordinateBox(south: numbers[0], west: numbers[1], north: numbers[2], east: numbers[3])
    }
}
