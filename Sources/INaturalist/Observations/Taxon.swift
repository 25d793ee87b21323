/// What an observation is of, as far as a table and a detail view show it.
package struct Taxon: Sendable, Hashable, Identifiable {
    /// The numeric id.
    package let id: Int
    /// The scientific name.
    package let name: String
    /// The common name in the language that the server chose, when there is one.
    package let commonName: String?
    /// `species`, `genus`, …
    package let rank: String?
    /// The group whose icon the site shows: `Aves`, `Plantae`, …
    package let iconicName: String?

    /// Puts a taxon together.
    package init(
        id: Int,
        name: String,
        commonName: String? = nil,
        rank: String? = nil,
        iconicName: String? = nil
    ) {
        self.id = id
        self.name = name
        self.commonName = commonName
        self.rank = rank
        self.iconicName = iconicName
    }
}
