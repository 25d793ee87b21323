/// The ranks that the sandbox's taxa have.
enum TaxonRank: String, Sendable, Hashable {
    case stateOfMatter = "stateofmatter"
    case kingdom
    case phylum
    case subphylum
    case `class`
    case order
    case family
    case genus
    case species
    case hybrid
    case subspecies

    /// The number by which ranks are compared; smaller is finer.
    var level: Int {
        switch self {
        case .stateOfMatter: 100
        case .kingdom: 70
        case .phylum: 60
        case .subphylum: 57
        case .class: 50
        case .order: 40
        case .family: 30
        case .genus: 20
        case .species, .hybrid: 10
        case .subspecies: 5
        }
    }

    /// The level of a rank's name, of those as well that no taxon here has; nil for what is no rank.
    static func level(named name: String) -> Double? {
        TaxonRank(rawValue: name).map { Double($0.level) } ?? otherLevels[name]
    }

    private static let otherLevels = [
        "subkingdom": 67, "superclass": 53, "subclass": 47, "infraclass": 45, "subterclass": 44,
        "superorder": 43, "suborder": 37, "infraorder": 35, "parvorder": 34.5, "zoosection": 34,
        "zoosubsection": 33.5, "superfamily": 33, "epifamily": 32, "subfamily": 27, "supertribe": 26,
        "tribe": 25, "subtribe": 24, "genushybrid": 20, "subgenus": 15, "section": 13, "subsection": 12,
        "complex": 11, "variety": 5, "form": 5, "infrahybrid": 5,
    ]
}
