/// What a record is to be an example of, before the details are drawn.
struct Blueprint: Sendable {
    /// How well the true point is known.
    enum Accuracy: CaseIterable {
        case unknown
        case small
        case largerThanCell
    }

    /// Kinds of records that are rare, but exist on the real site (API reference 5).
    enum Oddity {
        /// Hidden before 2015-08-05 by a random offset of up to 10 km, often into another cell.
        case oldOffset
        /// The public point equals the true one, after a fault of the server.
        case publicEqualsTrue
        /// At longitude 180 exactly, where the public point falls off the map and becomes null.
        case dateLine
    }

    /// Index into ``Person/everybody``.
    let owner: Int
    let geoprivacy: Geoprivacy?
    let taxonGeoprivacy: Geoprivacy?
    let accuracy: Accuracy
    var oddity: Oddity?

    typealias Privacy = (geoprivacy: Geoprivacy?, taxonGeoprivacy: Geoprivacy?)

    private static let levels: [Geoprivacy?] = [nil, .open, .obscured, .private]

    /// Every combination of the two settings.
    private static let combinations: [Privacy] = levels.flatMap { own in levels.map { (own, $0) } }
    private static let hiddenCombinations = combinations.filter { isHidden($0) }
    private static let openCombinations = combinations.filter { !isHidden($0) }

    /// How often the combinations occur beyond the first of each.
    private static let usuallyHidden: [Privacy] =
        Array(repeating: (nil, .obscured), count: 8) + Array(repeating: (.obscured, nil), count: 5)
        + Array(repeating: (.obscured, .open), count: 3) + Array(repeating: (.obscured, .obscured), count: 2)
        + Array(repeating: (.private, nil), count: 2) + Array(repeating: (nil, .private), count: 2)
        + [(.private, .obscured), (.obscured, .private), (.private, .private)]
    private static let usuallyOpen: [Privacy] =
        Array(repeating: (nil, nil), count: 6) + Array(repeating: (nil, .open), count: 4)

    private static func isHidden(_ privacy: Privacy) -> Bool {
        privacy.geoprivacy?.hides == true || privacy.taxonGeoprivacy?.hides == true
    }

    /// So many blueprints that are all hidden or all open: first every combination with every accuracy, then the
    /// usual ones.
    static func make(
        _ count: Int,
        hidden: Bool,
        using generator: inout SplitMix64,
        owner: (inout SplitMix64) -> Int
    ) -> [Blueprint] {
        let systematic = (hidden ? hiddenCombinations : openCombinations)
            .flatMap { privacy in Accuracy.allCases.map { (privacy, $0) } }
        let usual = hidden ? usuallyHidden : usuallyOpen
        return (0..<max(0, count)).map { index in
            let (privacy, accuracy): (Privacy, Accuracy)
            if index < systematic.count {
                (privacy, accuracy) = systematic[index]
            } else {
                privacy = generator.pick(usual) ?? (nil, nil)
                accuracy = generator.oneIn(6) ? .unknown : generator.oneIn(20) ? .largerThanCell : .small
            }
            return Blueprint(
                owner: owner(&generator),
                geoprivacy: privacy.geoprivacy,
                taxonGeoprivacy: privacy.taxonGeoprivacy,
                accuracy: accuracy
            )
        }
    }
}
