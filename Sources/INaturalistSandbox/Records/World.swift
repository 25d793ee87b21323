/// All that is made up, complete and never changed: records, users and taxa, and their encoded parts.
final class World: Sendable {
    /// The observations by rising id, which is also the order of entry.
    let records: [ObservationRecord]

    /// Numbers of observations, identifications and species for each person of ``Person/everybody``.
    let counts: [PersonCounts]

    /// The users as other documents embed them, in the order of ``Person/everybody``.
    let people: [SharedJSON]

    private let taxa: [Int: SharedJSON]
    private let taxaWithAncestors: [Int: SharedJSON]
    private let indexByID: [Int: Int]
    private let indexByUUID: [String: Int]

    /// How much a person has done.
    struct PersonCounts: Sendable {
        var observations = 0
        var identifications = 0
        var species = 0
    }

    /// The id of an observation that existed once and was deleted, for which the website answers 410.
    static let deletedObservationID = 800_001

    init(seed: UInt64, count: Int) {
        var generator = RecordGenerator(seed: seed, count: count)
        let records = generator.records()
        let counts = Self.count(records)
        self.records = records
        self.counts = counts
        people = Person.everybody.indices.map {
            SharedJSON(PersonDocument.embedded(Person.everybody[$0], counts: counts[$0]), schema: .user)
        }
        let tree = TaxonTree.shared
        taxa = Dictionary(
            uniqueKeysWithValues: tree.taxa.map {
                ($0.id, SharedJSON(TaxonDocument.taxon($0, ancestors: false), schema: .taxon))
            }
        )
        taxaWithAncestors = Dictionary(
            uniqueKeysWithValues: tree.taxa.map {
                ($0.id, SharedJSON(TaxonDocument.taxon($0, ancestors: true), schema: .taxon))
            }
        )
        indexByID = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
        indexByUUID = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.uuid, $0) })
    }

    /// The observation of an id.
    func record(id: Int) -> ObservationRecord? {
        indexByID[id].map { records[$0] }
    }

    /// The observation of a UUID.
    func record(uuid: String) -> ObservationRecord? {
        indexByUUID[uuid.lowercased()].map { records[$0] }
    }

    /// A taxon as documents embed it; null for an unknown one.
    func taxon(_ id: Int?, ancestors: Bool = false) -> JSONValue {
        id.flatMap { (ancestors ? taxaWithAncestors : taxa)[$0] }.map { .shared($0) } ?? .null
    }

    private static func count(_ records: [ObservationRecord]) -> [PersonCounts] {
        var counts = Array(repeating: PersonCounts(), count: Person.everybody.count)
        var species = Array(repeating: Set<Int>(), count: Person.everybody.count)
        for record in records {
            counts[record.owner].observations += 1
            if let taxonID = record.taxonID { species[record.owner].insert(taxonID) }
            for identification in record.identifications where identification.person != record.owner {
                counts[identification.person].identifications += 1
            }
        }
        for index in counts.indices { counts[index].species = species[index].count }
        return counts
    }
}
