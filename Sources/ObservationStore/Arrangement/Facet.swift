/// What rows are counted by.
package enum Facet: String, Sendable, Hashable, CaseIterable {
    /// The observer's choice.
    case geoprivacy
    /// What the taxon's status asks for.
    case taxonGeoprivacy
    /// What this viewer has of the place: `open`, `granted`, `withheld`.
    case access
    /// `casual`, `needs_id`, `research`.
    case quality
    /// The year in which it was observed.
    case year
    /// The taxon, by its id.
    case taxon
}

/// One value of a facet.
package enum FacetValue: Sendable, Hashable {
    /// There is none.
    case missing
    /// The server's word, or that of `Access`.
    case word(String)
    /// A year, or a taxon's id.
    case number(Int)
}

/// How many rows have one value of a facet.
package struct FacetCount: Sendable, Hashable {
    /// The value.
    package let value: FacetValue
    /// The value as people know it: a taxon's name; nil when there is none.
    package let title: String?
    /// The number of rows.
    package let count: Int

    /// Puts a count together.
    package init(value: FacetValue, title: String?, count: Int) {
        self.value = value
        self.title = title
        self.count = count
    }
}

extension Facet {
    /// Whether it depends on what the viewer was told.
    var needsSight: Bool { self == .access }

    /// What is counted, in the columns of ``ArrangementSQL``.
    var expression: String {
        switch self {
        case .geoprivacy: "o.geoprivacy"
        case .taxonGeoprivacy: "o.taxon_geoprivacy"
        case .access: ArrangementSQL.access
        case .quality: "o.quality"
        case .year: "iif(typeof(o.observed_on) = 'integer', o.observed_on / 10000, NULL)"
        case .taxon: "o.taxon"
        }
    }

    /// The value as the file has it.
    func cell(_ value: FacetValue) -> Cell {
        switch (self, value) {
        case (_, .missing): .missing
        case (_, .number(let number)): .number(Int64(number))
        case (.geoprivacy, .word(let word)), (.taxonGeoprivacy, .word(let word)):
            WordCode.geoprivacy.cell(word)
        case (.quality, .word(let word)): WordCode.quality.cell(word)
        case (.access, .word(let word)): WordCode.access.cell(word)
        case (.year, .word(let word)), (.taxon, .word(let word)): .words(word)
        }
    }

    /// The value of a column of the file.
    func value(_ cell: Cell) -> FacetValue {
        let word =
            switch self {
            case .geoprivacy, .taxonGeoprivacy: WordCode.geoprivacy.word(cell)
            case .quality: WordCode.quality.word(cell)
            case .access: WordCode.access.word(cell)
            case .year, .taxon: cell.words
            }
        if let word { return .word(word) }
        return cell.number.map { .number(Int($0)) } ?? .missing
    }
}
