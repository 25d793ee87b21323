/// Every taxon of the sandbox: the table of higher taxa, a genus for each species, and the species.
struct TaxonTree: Sendable {
    /// Parents before children.
    let taxa: [Taxon]

    /// Species by what their status asks for; those without a status are under nil.
    let speciesByGeoprivacy: [Geoprivacy?: [Taxon]]

    private let indexByID: [Int: Int]

    /// The taxa under which the website files everything, and their names.
    private static let iconicNames: Set<String> = [
        "Animalia", "Plantae", "Fungi", "Protozoa", "Aves", "Mammalia", "Reptilia", "Amphibia",
        "Actinopterygii",
        "Insecta", "Arachnida", "Mollusca",
    ]

    /// Ids of genera begin here; all of them are made up.
    private static let firstGenusID = 900_001

    static let shared = TaxonTree()

    private init() {
        var taxa: [Taxon] = []
        var byName: [String: Taxon] = [:]
        func add(_ taxon: Taxon) {
            taxa.append(taxon)
            byName[taxon.name] = taxon
        }
        for row in HigherTaxa.rows {
            add(
                Self.child(
                    of: row.parent.flatMap { byName[$0] },
                    id: row.id,
                    row.name,
                    row.commonName,
                    row.rank
                )
            )
        }
        for row in SpeciesTable.rows {
            let genus = String(row.name.prefix { $0 != " " })
            if byName[genus] == nil {
                add(
                    Self.child(of: byName[row.family], id: Self.firstGenusID + taxa.count, genus, nil, .genus)
                )
            }
            add(Self.child(of: byName[genus], id: row.id, row.name, row.commonName, .species, as: row))
        }
        self.taxa = taxa
        indexByID = Dictionary(taxa.enumerated().map { ($1.id, $0) }) { first, _ in first }
        speciesByGeoprivacy = Dictionary(grouping: taxa.filter { $0.rank == .species }, by: \.geoprivacy)
    }

    /// Which taxa are at or below some, by their place in ``taxa``.
    func descendants(of ids: [Int]) -> [Bool] {
        let wanted = Set(ids)
        return taxa.map { taxon in taxon.ancestorIDs.contains { wanted.contains($0) } }
    }

    /// Where a taxon stands in ``taxa``.
    func index(of id: Int) -> Int? {
        indexByID[id]
    }

    /// The taxon of an id.
    subscript(id: Int) -> Taxon? {
        indexByID[id].map { taxa[$0] }
    }

    private static func child(
        of parent: Taxon?,
        id: Int,
        _ name: String,
        _ commonName: String?,
        _ rank: TaxonRank,
        as row: SpeciesTable.Row? = nil
    ) -> Taxon {
        let isIconic = iconicNames.contains(name)
        return Taxon(
            id: id,
            name: name,
            commonName: commonName,
            rank: rank,
            ancestorIDs: (parent?.ancestorIDs ?? []) + [id],
            iconicTaxonID: isIconic ? id : parent?.iconicTaxonID,
            iconicTaxonName: isIconic ? name : parent?.iconicTaxonName,
            status: row?.status,
            geoprivacy: row?.geoprivacy,
            regions: row?.regions ?? []
        )
    }
}
