import TestBrowser
import Testing

@testable import INaturalistSandbox

/// The tables hang together.
struct TableTests {
    @Test("Taxa have different ids, and each one's parent is in the tree")
    func taxa() {
        let taxa = TaxonTree.shared.taxa
        #expect(Set(taxa.map(\.id)).count == taxa.count)
        #expect(taxa.count { $0.rank == .species } >= 60)
        for taxon in taxa where taxon.name != "Life" {
            #expect(taxon.parentID.flatMap { TaxonTree.shared[$0] } != nil, "\(taxon.name)")
            #expect(taxon.ancestorIDs.first == 48_460, "\(taxon.name)")
        }
    }

    @Test("Every species has an iconic taxon and a place to live")
    func species() {
        for taxon in TaxonTree.shared.taxa where taxon.rank == .species {
            #expect(taxon.iconicTaxonName != nil, "\(taxon.name)")
            #expect(!taxon.regions.isEmpty, "\(taxon.name)")
        }
    }

    @Test("Every key has its region, and every region somebody living in it", arguments: Region.Key.allCases)
    func regions(key: Region.Key) {
        #expect(RegionTable.region(key).key == key)
        #expect(SpeciesTable.rows.contains { $0.regions.contains(key) })
    }

    @Test(
        "There is a species for every kind of status",
        arguments: [nil, Geoprivacy.open, .obscured, .private]
    )
    func statuses(geoprivacy: Geoprivacy?) {
        #expect(TaxonTree.shared.speciesByGeoprivacy[geoprivacy]?.isEmpty == false)
    }

    @Test("People have different ids, logins and UUIDs")
    func people() {
        #expect(Set(Person.everybody.map(\.id)).count == Person.everybody.count)
        #expect(Set(Person.everybody.map(\.login)).count == Person.everybody.count)
        #expect(Person.everybody.allSatisfy { UUIDText.isValid($0.uuid) && String($0.id).count == 7 })
    }
}
