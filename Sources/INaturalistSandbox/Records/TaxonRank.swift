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

    /// The level of a rank's name, or nil for ranks that no taxon here has.
    static func level(named name: String) -> Int? {
        TaxonRank(rawValue: name)?.level
    }
}
