/// Finds taxa by what people call them.
struct TaxonSearch {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Which taxa have a name that holds every word, by their place in the tree. The search of observations means
    /// these alone, not what is below them.
    var matches: [Bool] {
        let words = Words.of(text)
        return TaxonTree.shared.taxa.map { taxon in
            !words.isEmpty && taxon.names.contains { Words.of($0).isSuperset(of: words) }
        }
    }

    /// Taxa of which a name has a word that begins so, for each word, and the name that matched: the one that is
    /// meant exactly first, then those with more observations.
    var suggestions: [(taxon: Taxon, term: String)] {
        let found = TaxonTree.shared.taxa.compactMap { taxon in
            taxon.names.first { Words.begins(text, $0) }.map { (taxon, $0) }
        }
        let wanted = Words.list(text)
        return found.sorted { left, right in
            let (first, second) = (Words.list(left.1) == wanted, Words.list(right.1) == wanted)
            if first != second { return first }
            return (left.0.observationCount, right.0.id) > (right.0.observationCount, left.0.id)
        }
    }
}
