/// A made-up place: a realm of ten regions, a region, or a reserve in one.
struct Place: Sendable {
    /// How large it is.
    enum Kind: Sendable, Hashable {
        case realm
        case region
        case reserve
    }

    let id: Int
    let kind: Kind
    let name: String

    /// The name with what it lies in, such as `Iowa, US`.
    let displayName: String

    /// Ids from the largest place that it lies in down to itself.
    let ancestorIDs: [Int]

    /// Degrees north and east.
    let latitudes: ClosedRange<Double>
    let longitudes: ClosedRange<Double>

    /// 0 for a country, 10 for a state, 100 for protected land, and nil for what people drew themselves.
    var adminLevel: Int? {
        switch kind {
        case .realm: 0
        case .region: 10
        case .reserve: id.isMultiple(of: 2) ? 100 : nil
        }
    }

    /// The number of its type: country, state or open space.
    var placeType: Int? {
        switch kind {
        case .realm: 12
        case .region: 8
        case .reserve: id.isMultiple(of: 2) ? 100 : nil
        }
    }

    /// The name as it stands in addresses.
    var slug: String {
        let words = Words.list(name).joined(separator: "-")
        return kind == .reserve || words.isEmpty ? "\(words)-\(id)" : words
    }

    var uuid: String {
        var generator = SplitMix64(seed: UInt64(id))
        return UUIDText.random(using: &generator)
    }

    /// Square degrees of the box around it.
    var boxArea: Double {
        (latitudes.upperBound - latitudes.lowerBound) * (longitudes.upperBound - longitudes.lowerBound)
    }

    /// How many corners its outline has. Real ones of countries have many thousand.
    var cornerCount: Int {
        switch kind {
        case .realm: 4_000
        case .region: 1_500
        case .reserve: 40
        }
    }

    private static let realmNames = [
        "Realm of Meadows", "Realm of Rivers", "Realm of Fjords", "Realm of Forests", "Realm of Monsoons",
        "Realm of Islands", "Realm of Ice",
    ]

    /// Every place, by rising id.
    static let all: [Place] = realms + Region.Key.allCases.map(place) + Region.Key.allCases.flatMap(reserves)

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    private static let byName = Dictionary(
        all.flatMap { [($0.slug, $0), ($0.uuid, $0)] },
        uniquingKeysWith: { first, _ in first }
    )

    /// The place of an id, a slug or a UUID.
    static func named(_ name: String) -> Place? {
        Int(name).map { byID[$0] } ?? byName[name.lowercased()]
    }

    private static let realms = realmNames.enumerated().map { number, name in
        let regions = Region.Key.allCases.filter { $0.rawValue / 10 == number }.map(RegionTable.region)
        return Place(
            id: 6_000 + number,
            kind: .realm,
            name: name,
            displayName: name,
            ancestorIDs: [6_000 + number],
            latitudes: (regions.map(\.latitudes.lowerBound).min() ?? 0)...(regions.map(\.latitudes.upperBound)
                .max() ?? 1),
            longitudes: (regions.map(\.longitudes.lowerBound).min() ?? 0)...(regions.map(
                \.longitudes.upperBound
            ).max() ?? 1)
        )
    }

    private static func place(_ key: Region.Key) -> Place {
        let region = RegionTable.region(key)
        return Place(
            id: 7_000 + key.rawValue,
            kind: .region,
            name: region.publicName.split(separator: ",").first.map(String.init) ?? region.publicName,
            displayName: region.publicName,
            ancestorIDs: region.placeIDs,
            latitudes: region.latitudes,
            longitudes: region.longitudes
        )
    }

    /// A hundred reserves of a region, in ten rows of ten.
    private static func reserves(_ key: Region.Key) -> [Place] {
        let region = RegionTable.region(key)
        let height = (region.latitudes.upperBound - region.latitudes.lowerBound) / 10
        let width = (region.longitudes.upperBound - region.longitudes.lowerBound) / 10
        return (0..<100).map { number in
            let south = region.latitudes.lowerBound + height * Double(number / 10)
            let west = region.longitudes.lowerBound + width * Double(number % 10)
            let name = "\(SiteNames.name(number * 7)) Reserve"
            return Place(
                id: 80_000 + key.rawValue * 100 + number,
                kind: .reserve,
                name: name,
                displayName: "\(name), \(region.publicName)",
                ancestorIDs: region.placeIDs(site: number),
                latitudes: south...(south + height),
                longitudes: west...(west + width)
            )
        }
    }
}
