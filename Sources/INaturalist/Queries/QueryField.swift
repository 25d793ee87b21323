/// Every field of a query, once: the text form, the filter screen, the options of the commands and Tab
/// completion are made from it. A new field is a case here, what it holds in `ObservationQuery`, and its
/// lines in `ObservationQuery+Words.swift` and `ObservationQuery+Parameters.swift`.
package enum QueryField: String, Sendable, Hashable, CaseIterable {
    case observer, taxon, place, project, obscuration, geoprivacy
    case taxonGeoprivacy = "taxon-geoprivacy"
    case quality
    case observedFrom = "observed-from"
    case observedTo = "observed-to"
    case createdFrom = "created-from"
    case createdTo = "created-to"
    case id
    case iconicTaxon = "iconic"
    case highestRank = "highest-rank"
    case lowestRank = "lowest-rank"
    case withoutTaxon = "without-taxon"
    case captive, photos, geo
    case words = "q"
    case searchOn = "search-on"
    case box
    case updatedSince = "updated-since"
    case order

    /// What a field takes.
    package enum Kind: Sendable, Hashable {
        /// Persons by login or number, several.
        case persons
        /// Taxa, places or projects by name or number, several.
        case taxa, places, projects
        /// Observation ids.
        case ids
        /// `2026-11-24`
        case date
        /// A day, or a day with a time and an offset.
        case moment
        /// Some of these words.
        case choices([String])
        /// One of these words.
        case choice([String])
        /// `yes` or `no`
        case yesOrNo
        /// Anything.
        case text
        /// South, west, north, east in degrees WGS 84.
        case box
    }

    /// Its name in a line: `taxon`.
    package var name: String { rawValue }

    /// The field of a name: its own, one that people may write besides, or the servers' own name of it, such
    /// as `user_id`.
    package init?(named name: String) {
        let name = name.lowercased().replacing("_", with: "-")
        guard let field = QueryField(rawValue: name) ?? Self.aliases[name] else { return nil }
        self = field
    }

    private static let aliases: [String: QueryField] = [
        "user": .observer, "user-id": .observer, "user-login": .observer,
        "taxa": .taxon, "taxon-id": .taxon, "taxon-name": .taxon, "without-taxon-id": .withoutTaxon,
        "place-id": .place, "project-id": .project,
        "ids": .id,
        "hidden": .obscuration,
        "quality-grade": .quality,
        "iconic-taxon": .iconicTaxon, "iconic-taxa": .iconicTaxon,
        "from": .observedFrom, "d1": .observedFrom, "to": .observedTo, "d2": .observedTo,
        "created-d1": .createdFrom, "created-d2": .createdTo,
        "hrank": .highestRank, "lrank": .lowestRank,
        "words": .words,
    ]

    /// Its label in a form.
    package var title: String {
        switch self {
        case .observer: "Observer"
        case .taxon: "Taxon"
        case .place: "Place"
        case .project: "Project"
        case .obscuration: "Hidden"
        case .geoprivacy: "Geoprivacy"
        case .taxonGeoprivacy: "Taxon geoprivacy"
        case .quality: "Quality"
        case .observedFrom: "Observed from"
        case .observedTo: "Observed to"
        case .createdFrom: "Created from"
        case .createdTo: "Created to"
        case .id: "Ids"
        case .iconicTaxon: "Iconic taxa"
        case .highestRank: "Highest rank"
        case .lowestRank: "Lowest rank"
        case .withoutTaxon: "Without taxon"
        case .captive: "Captive"
        case .photos: "Photos"
        case .geo: "Public point"
        case .words: "Words"
        case .searchOn: "Words in"
        case .box: "Public box"
        case .updatedSince: "Updated since"
        case .order: "Order"
        }
    }

    /// What it narrows to, in a sentence.
    package var help: String {
        switch self {
        case .observer: "Whose observations: logins or user ids."
        case .taxon: "Of these taxa and all below them: names or ids."
        case .place: "In these places by the public point: names or ids."
        case .project: "In these projects: slugs, names or ids. Exactly one shows a curator what it grants."
        case .obscuration: "What is hidden by either geoprivacy."
        case .geoprivacy: "The observer's own choice."
        case .taxonGeoprivacy: "What the taxon's conservation status asks for."
        case .quality: "The quality grade."
        case .observedFrom: "Observed on that day or after it."
        case .observedTo: "Observed on that day or before it."
        case .createdFrom: "Uploaded on that day or after it."
        case .createdTo: "Uploaded on that day or before it."
        case .id: "Just these observations."
        case .iconicTaxon: "The groups with an icon of their own."
        case .highestRank: "No taxon above that rank."
        case .lowestRank: "No taxon below that rank."
        case .withoutTaxon: "None of these taxa."
        case .captive: "Captive or cultivated, or not."
        case .photos: "With photos, or without."
        case .geo: "With a public point, or without one."
        case .words: "With these words, as the server finds them."
        case .searchOn: "Where the words are looked for; everywhere without."
        case .box: "The public point is inside: south,west,north,east in degrees."
        case .updatedSince: "Changed at the server since then: a day, or a time such as 2026-11-24T06:00:00Z."
        case .order: "How the rows are sorted at first; “-” before the word turns it round."
        }
    }

    /// What it takes.
    package var kind: Kind {
        switch self {
        case .observer: .persons
        case .taxon, .withoutTaxon: .taxa
        case .place: .places
        case .project: .projects
        case .id: .ids
        case .observedFrom, .observedTo, .createdFrom, .createdTo: .date
        case .updatedSince: .moment
        case .obscuration: .choices(Obscuration.allCases.map(\.rawValue))
        case .geoprivacy, .taxonGeoprivacy: .choices(["open", "obscured", "private"])
        case .quality: .choices(["research", "needs_id", "casual"])
        case .iconicTaxon: .choices(Self.iconicTaxa)
        case .highestRank, .lowestRank: .choice(Self.ranks)
        case .captive, .photos, .geo: .yesOrNo
        case .searchOn: .choice(["names", "tags", "description", "place"])
        case .order: .choice(QueryOrder.allWords)
        case .box: .box
        case .words: .text
        }
    }

    /// The words that it takes, where they are few.
    package var choices: [String] {
        switch kind {
        case .choices(let words), .choice(let words): words
        case .yesOrNo: ["yes", "no"]
        case .persons, .taxa, .places, .projects, .ids, .date, .moment, .text, .box: []
        }
    }

    /// ``help``, and the words that it takes where they are few.
    package var helpWithChoices: String {
        guard case .choices(let words) = kind else {
            return switch kind {
            case .choice(let words) where words.count < 8: "\(help) One of \(words.joined(separator: ", "))."
            case .choice(let words): "\(help) A word such as \(words[0]) or \(words[words.count / 2])."
            default: help
            }
        }
        return "\(help) Some of \(words.joined(separator: ", "))."
    }

    /// What stands for a value in the help of a command.
    package var valueName: String {
        switch kind {
        case .persons: "login"
        case .taxa: "taxon"
        case .places: "place"
        case .projects: "project"
        case .ids: "id"
        case .date: "day"
        case .moment: "time"
        case .choices, .choice: "word"
        case .yesOrNo: "yes|no"
        case .text: "words"
        case .box: "south,west,north,east"
        }
    }

    /// Whether it takes several values.
    package var takesSeveral: Bool {
        switch kind {
        case .persons, .taxa, .places, .projects, .ids, .choices: true
        case .date, .moment, .choice, .yesOrNo, .text, .box: false
        }
    }

    /// The iconic taxa of the server (reference 3.3).
    private static let iconicTaxa = [
        "Plantae", "Animalia", "Mollusca", "Reptilia", "Aves", "Amphibia", "Actinopterygii", "Mammalia",
        "Insecta", "Arachnida", "Fungi", "Protozoa", "Chromista", "unknown",
    ]

    /// The ranks that the second version of the API takes, from the highest; it refuses any other.
    private static let ranks = [
        "stateofmatter", "kingdom", "phylum", "subphylum", "superclass", "class", "subclass", "infraclass",
        "subterclass", "superorder", "order", "suborder", "infraorder", "parvorder", "zoosection",
        "zoosubsection", "superfamily", "epifamily", "family", "subfamily", "supertribe", "tribe", "subtribe",
        "genus", "genushybrid", "subgenus", "section", "subsection", "complex", "species", "hybrid",
        "subspecies", "variety", "form", "infrahybrid",
    ]
}

extension QueryField {
    /// What one of them is called in a sentence.
    package var noun: String {
        switch kind {
        case .persons: "person"
        case .taxa: "taxon"
        case .places: "place"
        case .projects: "project"
        case .ids, .date, .moment, .choices, .choice, .yesOrNo, .text, .box: "value"
        }
    }
}
