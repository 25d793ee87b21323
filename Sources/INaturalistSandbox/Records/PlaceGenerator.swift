#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Draws where an observation was made, and hides it as the website does (API reference 4.1 and 5).
struct PlaceGenerator {
    private let blueprint: Blueprint
    private let region: Region
    private var generator: SplitMix64

    init(blueprint: Blueprint, region: Region, seed: UInt64) {
        self.blueprint = blueprint
        self.region = region
        generator = SplitMix64(seed: seed)
    }

    /// - Parameter typed: What the observer typed as the place, or nil for an ordinary name.
    mutating func place(typed: String?) -> PlaceRecord {
        let site = generator.below(SiteNames.count)
        var place = PlaceRecord(
            region: region.key,
            geoprivacy: blueprint.geoprivacy,
            taxonGeoprivacy: blueprint.taxonGeoprivacy,
            site: site
        )
        let guess = typed ?? (generator.oneIn(25) ? nil : "\(SiteNames.name(site)), \(region.locality)")
        if blueprint.oddity != nil || !generator.oneIn(45) {
            place.truePoint = blueprint.oddity == .oldOffset ? drawPointNearCellBorder() : drawPoint()
            place.accuracy = drawAccuracy()
        }
        let hiding = max(blueprint.geoprivacy ?? .open, blueprint.taxonGeoprivacy ?? .open)
        if hiding.hides {
            hide(&place, as: hiding, guess: guess)
        } else {
            place.publicPoint = place.truePoint
            place.publicAccuracy = place.accuracy
            place.placeGuess = guess
        }
        return place
    }

    private mutating func hide(_ place: inout PlaceRecord, as hiding: Geoprivacy, guess: String?) {
        place.placeGuess = hiding == .private || generator.oneIn(25) ? nil : region.publicName
        guard let truePoint = place.truePoint else { return }
        let cell = ObscurationCell(containing: truePoint)
        place.privatePlaceGuess = guess
        place.publicAccuracy = max(place.accuracy ?? 0, cell.diagonalMetres)
        place.publicPoint = hiding == .private ? nil : publicPoint(for: truePoint, in: cell)
    }

    private mutating func publicPoint(for truePoint: Point, in cell: ObscurationCell) -> Point? {
        switch blueprint.oddity {
        case nil: cell.randomPoint(using: &generator)
        case .publicEqualsTrue: truePoint
        case .oldOffset: offset(truePoint)
        // The cell of longitude 180 lies beyond the map, and the indexer writes null for such a point.
        case .dateLine: nil
        }
    }

    /// A point up to 10 km away and south of its cell, as the website could draw one before August 2015.
    private mutating func offset(_ point: Point) -> Point {
        let metresPerDegree = 111_195.0
        let south = Double(generator.within(4_000, 7_000)) / metresPerDegree
        let east =
            Double(generator.within(-7_000, 7_000)) / metresPerDegree / cos(point.latitude.value * .pi / 180)
        return Point(point.latitude.value - south, point.longitude.value + east)
    }

    /// A point less than 4 km north of its cell's southern border.
    private mutating func drawPointNearCellBorder() -> Point {
        let point = drawPoint()
        let border = ObscurationCell(containing: point).southWest.latitude
        let above = generator.within(1, 300) * Degrees.unitsPerDegree / 10_000
        return Point(latitude: Degrees(units: border.units + above), longitude: point.longitude)
    }

    private mutating func drawPoint() -> Point {
        // Phones give five or six decimals, and people who point at a map give fewer.
        let decimals = generator.oneIn(12) ? 3 : generator.oneIn(2) ? 5 : 6
        let step = Degrees.unitsPerDegree / [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000][decimals]
        let latitude = draw(region.latitudes, step: step)
        let longitude = blueprint.oddity == .dateLine ? Degrees(180) : draw(region.longitudes, step: step)
        return Point(latitude: latitude, longitude: longitude)
    }

    private mutating func draw(_ range: ClosedRange<Double>, step: Int) -> Degrees {
        let lower = Degrees(range.lowerBound).units / step
        let upper = Degrees(range.upperBound).units / step
        return Degrees(units: generator.within(lower, upper) * step)
    }

    private mutating func drawAccuracy() -> Int? {
        switch blueprint.accuracy {
        case .unknown: nil
        case .small: generator.oneIn(5) ? generator.within(100, 5_000) : generator.within(2, 99)
        case .largerThanCell: generator.within(32_000, 250_000)
        }
    }
}
