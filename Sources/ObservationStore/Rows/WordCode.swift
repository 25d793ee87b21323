internal import INaturalist

/// Short numbers for words that nearly every row has. A word that is not here is kept as it is, so nothing is lost.
///
/// The numbers are part of the file: a word may be added at an end, none may be moved.
struct WordCode: Sendable {
    private let words: [String]
    private let numbers: [String: Int64]

    private init(_ words: [String]) {
        self.words = words
        numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int64($0)) })
    }

    static let geoprivacy = WordCode(["open", "obscured", "private"])
    /// As ``ArrangementSQL/access`` has them.
    static let access = WordCode(["open", "granted", "withheld"])
    static let quality = WordCode(["casual", "needs_id", "research"])
    static let rank = WordCode([
        "stateofmatter", "kingdom", "phylum", "subphylum", "superclass", "class", "subclass", "infraclass",
        "subterclass", "superorder", "order", "suborder", "infraorder", "parvorder", "zoosection",
        "zoosubsection",
        "superfamily", "epifamily", "family", "subfamily", "supertribe", "tribe", "subtribe", "genus",
        "genushybrid",
        "subgenus", "section", "subsection", "complex", "species", "hybrid", "subspecies", "variety", "form",
        "infrahybrid",
    ])
    static let iconicTaxon = WordCode([
        "Animalia", "Amphibia", "Reptilia", "Aves", "Mammalia", "Actinopterygii", "Mollusca", "Arachnida",
        "Insecta",
        "Plantae", "Fungi", "Chromista", "Protozoa",
    ])

    func cell(_ word: String?) -> Cell {
        guard let word else { return .missing }
        return numbers[word].map(Cell.number) ?? .words(word)
    }

    func word(_ cell: Cell) -> String? {
        switch cell {
        case .number(let number): words.indices.contains(Int(number)) ? words[Int(number)] : nil
        case .words(let word): word
        default: nil
        }
    }
}
