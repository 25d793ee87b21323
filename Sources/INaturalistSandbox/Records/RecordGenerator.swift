/// Draws the made-up observations, oldest first.
struct RecordGenerator {
    private var generator: SplitMix64
    private let count: Int
    private let observer = Person.index(of: .observer)

    /// Records of which two thirds are the observer's, and 1,284 of every 2,400 the observer's hidden ones.
    private static let observerShare = (owned: 1_600, hidden: 1_284, of: 2_400)

    /// The first and the last moment at which a drawn record is entered: mid 2009, and before the fixed ones.
    private static let firstEntry = CivilDate(2009, 6, 1).days * 86_400
    private static let lastEntry = CivilDate(2026, 4, 28).days * 86_400

    /// How many records carry the random offset of the years before 2015.
    private static let oldOffsetCount = 5

    init(seed: UInt64, count: Int) {
        generator = SplitMix64(seed: seed)
        self.count = count
    }

    /// All records, by rising id and moment of entry; the fixed ones are the last.
    mutating func records() -> [ObservationRecord] {
        let blueprints = plan()
        var records: [ObservationRecord] = []
        records.reserveCapacity(count)
        for (index, blueprint) in blueprints.enumerated() {
            let details = RecordDetails(
                blueprint: blueprint,
                id: Self.id(of: index, among: count),
                index: index,
                createdAt: createdAt(index, of: blueprints.count),
                seed: generator.next()
            )
            records.append(details.record())
        }
        for fixed in 0..<FixedRecords.count {
            records.append(
                FixedRecords.record(fixed, id: Self.id(of: blueprints.count + fixed, among: count))
            )
        }
        return records
    }

    /// What each drawn record is an example of, in order.
    private mutating func plan() -> [Blueprint] {
        let share = Self.observerShare
        let owned = count * share.owned / share.of
        let hidden = count * share.hidden / share.of
        let drawn = count - FixedRecords.count
        let observer = observer
        let oddities: [Blueprint.Oddity] =
            Array(repeating: .oldOffset, count: Self.oldOffsetCount) + [.publicEqualsTrue, .dateLine]

        let hiddenDrawn = hidden - FixedRecords.observerCount - oddities.count
        var blueprints = Blueprint.make(hiddenDrawn, hidden: true, using: &generator) { _ in observer }
        blueprints += Blueprint.make(owned - hidden, hidden: false, using: &generator) { _ in observer }
        let others = drawn - blueprints.count - oddities.count
        let otherPeople = Self.otherOwners
        blueprints += Blueprint.make(others / 2, hidden: true, using: &generator) {
            $0.pick(otherPeople) ?? 0
        }
        blueprints += Blueprint.make(others - others / 2, hidden: false, using: &generator) {
            $0.pick(otherPeople) ?? 0
        }
        generator.shuffle(&blueprints)
        for (number, oddity) in oddities.enumerated() {
            // The old offsets must be among the oldest tenth, which was entered well before 2015.
            blueprints.insert(
                Blueprint(
                    owner: observer,
                    geoprivacy: .obscured,
                    taxonGeoprivacy: nil,
                    accuracy: .small,
                    oddity: oddity
                ),
                at: count * (number + 1) / 80
            )
        }
        return blueprints
    }

    /// Who owns the records that are not the observer's; the three other accounts own more than the rest.
    private static let otherOwners: [Int] = {
        let accounts = [SandboxAccount.Role.trusted, .stranger, .curator].map { Person.index(of: $0) }
        let bystanders = Array(SandboxAccount.all.count..<Person.everybody.count)
        return accounts + accounts + accounts + bystanders
    }()

    /// Ids rise slowly at first, so that they have from six to nine digits and differ in length, as real ones do.
    private static func id(of index: Int, among count: Int) -> Int {
        900_001 + index + index * index * (370_000_000 / (count * count / 1_000 + 1)) / 1_000
    }

    /// Moments of entry lie closer together in later years.
    private mutating func createdAt(_ index: Int, of count: Int) -> Moment {
        let position = (Double(index) + Double(generator.below(1_000)) / 1_000) / Double(count)
        let elapsed = position * (2 - position) * Double(Self.lastEntry - Self.firstEntry)
        return Moment(seconds: Self.firstEntry + Int(elapsed))
    }
}
