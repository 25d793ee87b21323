/// Shares out a world's records: who owns how many, and how many of them are hidden.
///
/// Two thirds are the observer's, but never more than 100,000: of a million every tenth, as one diligent person would
/// have. Of the observer's, 1,284 of each 1,600 are hidden; of the others', every second one.
struct BlueprintPlan {
    /// How many observations there are, the fixed ones among them.
    let count: Int

    private static let observer = Person.index(of: .observer)

    /// Records of which two thirds are the observer's, and 1,284 of every 2,400 the observer's hidden ones.
    private static let observerShare = (owned: 1_600, hidden: 1_284, of: 2_400)

    /// The most that the observer owns.
    static let largestCollection = 100_000

    /// How many records carry the random offset of the years before 2015.
    private static let oldOffsetCount = 5

    /// How many are the observer's.
    var owned: Int {
        min(count * Self.observerShare.owned / Self.observerShare.of, Self.largestCollection)
    }

    /// How many of the observer's are hidden.
    var hidden: Int {
        let share = Self.observerShare
        return owned < Self.largestCollection
            ? count * share.hidden / share.of : owned * share.hidden / share.owned
    }

    /// What each drawn record is an example of, in order; the fixed ones are not among them.
    func blueprints(using generator: inout SplitMix64) -> [Blueprint] {
        let drawn = count - FixedRecords.count
        let oddities: [Blueprint.Oddity] =
            Array(repeating: .oldOffset, count: Self.oldOffsetCount) + [.publicEqualsTrue, .dateLine]

        let hiddenDrawn = hidden - FixedRecords.observerCount - oddities.count
        var blueprints = Blueprint.make(hiddenDrawn, hidden: true, using: &generator) { _ in Self.observer }
        blueprints += Blueprint.make(owned - hidden, hidden: false, using: &generator) { _ in Self.observer }
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
                    owner: Self.observer,
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
}
