/// A part of the world in which records lie: what the public may know of it, and what only the observer says.
struct Region: Sendable {
    /// Which region it is.
    let key: Key

    /// What a hidden observation's public `place_guess` says, such as `Iowa, US`.
    let publicName: String

    /// What follows a site's name in a place guess, such as `Polk, Iowa`.
    let locality: String

    /// Degrees north, the southern and the northern limit.
    let latitudes: ClosedRange<Double>

    /// Degrees east, the western and the eastern limit.
    let longitudes: ClosedRange<Double>

    /// The time zone's name.
    let timeZone: String

    /// Minutes ahead of UTC, without summer time.
    let standardOffset: Int

    /// When clocks go one hour ahead.
    let summerTime: SummerTime

    /// When clocks are one hour ahead; months are exact enough for records that are made up.
    enum SummerTime: Sendable {
        case never
        /// April to October.
        case northern
        /// October to March.
        case southern
    }

    init(
        _ key: Key,
        _ publicName: String,
        _ locality: String,
        _ latitudes: ClosedRange<Double>,
        _ longitudes: ClosedRange<Double>,
        _ timeZone: String,
        _ standardOffset: Int,
        _ summerTime: SummerTime = .never
    ) {
        self.key = key
        self.publicName = publicName
        self.locality = locality
        self.latitudes = latitudes
        self.longitudes = longitudes
        self.timeZone = timeZone
        self.standardOffset = standardOffset
        self.summerTime = summerTime
    }

    /// Minutes ahead of UTC on a day.
    func offset(on date: CivilDate) -> Int {
        let month = date.components.month
        let isSummer =
            switch summerTime {
            case .never: false
            case .northern: (4...10).contains(month)
            case .southern: month >= 10 || month <= 3
            }
        return standardOffset + (isSummer ? 60 : 0)
    }

    /// Ids of the country and of the state, both made up; a hidden observation keeps them (API reference 4.1).
    var placeIDs: [Int] {
        [6_000 + key.rawValue / 10, 7_000 + key.rawValue]
    }

    /// Ids of the places around the true point, the reserve among them.
    func placeIDs(site: Int) -> [Int] {
        placeIDs + [80_000 + key.rawValue * 100 + site % 100]
    }
}
