/// Every taxon as documents embed it, encoded once.
final class TaxonLibrary: Sendable {
    static let shared = TaxonLibrary()

    private let taxa: [SharedJSON]
    private let taxaWithAncestors: [SharedJSON]

    private init() {
        let tree = TaxonTree.shared.taxa
        taxa = tree.map { SharedJSON(TaxonDocument.taxon($0, ancestors: false), schema: .taxon) }
        taxaWithAncestors = tree.map { SharedJSON(TaxonDocument.taxon($0, ancestors: true), schema: .taxon) }
    }

    /// A taxon as documents embed it; null for an unknown one.
    func taxon(_ id: Int?, ancestors: Bool = false) -> JSONValue {
        guard let index = id.flatMap({ TaxonTree.shared.index(of: $0) }) else { return .null }
        return .shared(ancestors ? taxaWithAncestors[index] : taxa[index])
    }
}
