/// Counts what people have done, record by record.
struct PersonCounter {
    private(set) var counts = Array(repeating: PersonCounts(), count: Person.everybody.count)

    /// Which taxa each person has seen, person by person.
    private var seen = Array(
        repeating: false,
        count: Person.everybody.count * TaxonTree.shared.taxa.count
    )

    mutating func add(_ record: ObservationRecord, _ key: RecordKey) {
        counts[record.owner].observations += 1
        if let taxon = key.taxonPosition {
            let place = record.owner * TaxonTree.shared.taxa.count + taxon
            if !seen[place] { counts[record.owner].species += 1 }
            seen[place] = true
        }
        for identification in record.identifications where identification.person != record.owner {
            counts[identification.person].identifications += 1
        }
    }
}
