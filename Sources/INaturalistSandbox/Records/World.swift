/// All that is made up, as it is at one moment: observations, users and who trusts whom.
///
/// A value: whoever answers a request holds one, and changes that come meanwhile are seen by the next request.
struct World: Sendable {
    let base: WorldBase

    /// What searches look at, by rising id, which is also the order of entry. Deleted ones are marked.
    private(set) var keys: [RecordKey]

    /// Numbers of observations, identifications and species for each person of ``Person/everybody``.
    private(set) var counts: [PersonCounts]

    /// The users as other documents embed them, in the order of ``Person/everybody``.
    private(set) var people: [SharedJSON]

    /// Who trusts whom with hidden coordinates.
    private(set) var trust = Self.firstTrust

    /// Rises with every change.
    private(set) var version = 0

    /// How many observations were deleted.
    private(set) var deletedCount = 0

    /// Records that are no longer as they were made, and those that were added, by index.
    private var changed: [Int: ObservationRecord] = [:]

    /// That one person trusts another with hidden coordinates.
    struct Trust: Sendable, Hashable {
        let truster: Int
        let trusted: Int
    }

    /// What everybody trusts everybody else with at first.
    static let firstTrust: Set = [
        Trust(truster: Person.index(of: .observer), trusted: Person.index(of: .trusted))
    ]

    /// The id of an observation that existed once and was deleted, for which the website answers 410.
    static let deletedObservationID = 800_001

    init(_ base: WorldBase) {
        self.base = base
        keys = base.keys
        counts = base.counts
        people = Person.everybody.indices.map { Self.document(of: $0, base.counts[$0]) }
    }

    init(seed: UInt64, count: Int) {
        self.init(WorldBase(seed: seed, count: count) { _ in })
    }

    private static func document(of person: Int, _ counts: PersonCounts) -> SharedJSON {
        SharedJSON(PersonDocument.embedded(Person.everybody[person], counts: counts), schema: .user)
    }

    // MARK: - Reading

    /// All observations that are there, by rising id.
    var records: [ObservationRecord] {
        keys.indices.lazy.filter { !keys[$0].traits.contains(.deleted) }.map { record(at: $0) }
    }

    /// The observation of an index, deleted or not.
    func record(at index: Int) -> ObservationRecord {
        changed[index] ?? base.record(at: index)
    }

    /// How many keys have an id below, or not above, a limit.
    func position(of id: Int, includingEqual: Bool = false) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            let other = Int(keys[middle].id)
            if other < id || (includingEqual && other == id) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The index of an id, of a deleted observation as well.
    private func index(id: Int) -> Int? {
        let index = position(of: id)
        return index < keys.count && Int(keys[index].id) == id ? index : nil
    }

    /// The index of an observation that is there.
    func liveIndex(id: Int) -> Int? {
        index(id: id).flatMap { keys[$0].traits.contains(.deleted) ? nil : $0 }
    }

    /// The observation of an id.
    func record(id: Int) -> ObservationRecord? {
        liveIndex(id: id).map { record(at: $0) }
    }

    /// The observation of a UUID.
    func record(uuid: String) -> ObservationRecord? {
        records(uuids: [uuid]).first
    }

    /// The observations of some UUIDs, by rising id.
    func records(uuids: some Sequence<String>) -> [ObservationRecord] {
        let wanted = Set(uuids.filter { UUIDText.isValid($0) }.map { $0.lowercased() })
        let halves = Set(wanted.map { UUIDText.upperHalf(of: $0) })
        guard !wanted.isEmpty else { return [] }
        var candidates: [Int] = []
        if halves.count == 1, let half = halves.first {
            for (index, other) in base.identifiers.enumerated() where other == half {
                candidates.append(index)
            }
        } else {
            for (index, other) in base.identifiers.enumerated() where halves.contains(other) {
                candidates.append(index)
            }
        }
        candidates += keys.indices.dropFirst(base.identifiers.count)
        return candidates.filter { !keys[$0].traits.contains(.deleted) }.map { record(at: $0) }
            .filter { wanted.contains($0.uuid) }
    }

    /// Whether an observation of this id was there once.
    func wasDeleted(id: Int) -> Bool {
        id == Self.deletedObservationID
            || (index(id: id).map { keys[$0].traits.contains(.deleted) } ?? false)
    }

    /// A taxon as documents embed it; null for an unknown one.
    func taxon(_ id: Int?, ancestors: Bool = false) -> JSONValue {
        TaxonLibrary.shared.taxon(id, ancestors: ancestors)
    }

    // MARK: - Changing

    /// Puts another record in the place of one.
    mutating func replace(_ index: Int, with record: ObservationRecord) {
        version += 1
        changed[index] = record
        keys[index] = RecordKey(record)
    }

    /// Adds a record with a higher id than all others.
    mutating func append(_ record: ObservationRecord) {
        version += 1
        changed[keys.count] = record
        keys.append(RecordKey(record))
        count(record, by: 1)
    }

    /// Takes a record out.
    mutating func delete(_ index: Int) {
        version += 1
        deletedCount += 1
        keys[index].traits.insert(.deleted)
        count(record(at: index), by: -1)
    }

    /// Notes what one person trusts another with.
    mutating func setTrust(_ trust: Trust, to isTrusted: Bool) {
        version += 1
        if isTrusted { self.trust.insert(trust) } else { self.trust.remove(trust) }
    }

    /// Numbers of species stay as they are: the website counts them again only now and then.
    private mutating func count(_ record: ObservationRecord, by number: Int) {
        var touched: Set<Int> = [record.owner]
        counts[record.owner].observations += number
        for identification in record.identifications where identification.person != record.owner {
            counts[identification.person].identifications += number
            touched.insert(identification.person)
        }
        for person in touched { people[person] = Self.document(of: person, counts[person]) }
    }
}
