/// Draws the made-up observations, oldest first: each from its index alone, so that a million need not be held.
struct RecordGenerator: Sendable {
    /// How many observations there are, the fixed ones among them.
    let count: Int

    /// What each drawn record is an example of, in order.
    private let blueprints: [Blueprint]

    /// The numbers from which the records are drawn, two for each.
    private let numbers: SplitMix64

    /// The first and the last moment at which a drawn record is entered: mid 2009, and before the fixed ones.
    private static let firstEntry = CivilDate(2009, 6, 1).days * 86_400
    private static let lastEntry = CivilDate(2026, 4, 28).days * 86_400

    init(seed: UInt64, count: Int) {
        var generator = SplitMix64(seed: seed)
        self.count = count
        blueprints = BlueprintPlan(count: count).blueprints(using: &generator)
        numbers = generator
    }

    /// All records, by rising id and moment of entry; the fixed ones are the last.
    func records() -> [ObservationRecord] {
        (0..<count).map { record(at: $0) }
    }

    /// The record of an index; the same one on every call.
    func record(at index: Int) -> ObservationRecord {
        let id = Self.id(of: index, among: count)
        guard index < blueprints.count else {
            return FixedRecords.record(index - blueprints.count, id: id)
        }
        var numbers = numbers.skipping(2 * index)
        let createdAt = Self.createdAt(index, of: blueprints.count, using: &numbers)
        return RecordDetails(
            blueprint: blueprints[index],
            id: id,
            index: index,
            createdAt: createdAt,
            seed: numbers.next()
        ).record()
    }

    /// Ids rise slowly at first, so that they have from six to nine digits and differ in length, as real ones do.
    private static func id(of index: Int, among count: Int) -> Int {
        guard count <= 100_000 else {
            let position = Double(index) / Double(count)
            return 900_001 + index + Int(position * position * 370_000_000)
        }
        return 900_001 + index + index * index * (370_000_000 / (count * count / 1_000 + 1)) / 1_000
    }

    /// Moments of entry lie closer together in later years.
    private static func createdAt(_ index: Int, of count: Int, using numbers: inout SplitMix64) -> Moment {
        let position = (Double(index) + Double(numbers.below(1_000)) / 1_000) / Double(count)
        let elapsed = position * (2 - position) * Double(lastEntry - firstEntry)
        return Moment(seconds: firstEntry + Int(elapsed))
    }
}
