/// The records as they are made, never changed: all of their keys, and the rest on demand.
final class WorldBase: Sendable {
    let generator: RecordGenerator

    /// What searches look at, by rising id, which is also the order of entry.
    let keys: [RecordKey]

    /// The upper halves of the records' UUIDs.
    let identifiers: [UInt64]

    /// Numbers of observations, identifications and species for each person of ``Person/everybody``.
    let counts: [PersonCounts]

    /// The whole records of a small world; those of a large one are drawn anew each time.
    private let kept: [ObservationRecord]

    /// Up to here all records are held.
    private static let keptCount = 10_000

    /// Reports come after so many records.
    private static let reportInterval = 50_000

    init(seed: UInt64, count: Int, report: (_ made: Int) -> Void) {
        let generator = RecordGenerator(seed: seed, count: count)
        var keys: [RecordKey] = []
        var identifiers: [UInt64] = []
        var kept: [ObservationRecord] = []
        keys.reserveCapacity(count)
        identifiers.reserveCapacity(count)
        var counter = PersonCounter()
        for index in 0..<count {
            let record = generator.record(at: index)
            let key = RecordKey(record)
            keys.append(key)
            identifiers.append(UUIDText.upperHalf(of: record.uuid))
            counter.add(record, key)
            if count <= Self.keptCount { kept.append(record) }
            if (index + 1).isMultiple(of: Self.reportInterval) { report(index + 1) }
        }
        report(count)
        self.generator = generator
        self.keys = keys
        self.identifiers = identifiers
        self.kept = kept
        counts = counter.counts
    }

    /// The record of an index.
    func record(at index: Int) -> ObservationRecord {
        kept.isEmpty ? generator.record(at: index) : kept[index]
    }
}
