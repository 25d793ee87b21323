/// A taxon in the sandbox's tree.
struct Taxon: Sendable {
    let id: Int
    let name: String
    let commonName: String?
    let rank: TaxonRank

    /// From the root down to the taxon itself.
    let ancestorIDs: [Int]

    /// The class or kingdom under which the website files it, such as `Aves`; nil for what is above all of them.
    let iconicTaxonID: Int?
    let iconicTaxonName: String?

    /// The status code of the conservation status, such as `EN`.
    let status: String?

    /// What the status asks for.
    let geoprivacy: Geoprivacy?

    /// Where it is observed.
    let regions: [Region.Key]

    /// The scientific name, and the common one if there is any.
    var names: [String] {
        [name] + (commonName.map { [$0] } ?? [])
    }

    /// How many observations the whole site is said to have of it.
    var observationCount: Int {
        1_000 + id % 9_000
    }

    /// The taxon right above.
    var parentID: Int? {
        ancestorIDs.dropLast().last
    }

    /// Whether a status is threatened or worse.
    var isThreatened: Bool {
        ["VU", "EN", "CR", "EW"].contains(status ?? "")
    }
}
