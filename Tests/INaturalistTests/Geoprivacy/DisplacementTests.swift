import Testing

@testable import INaturalist

struct DisplacementTests {
    private static func degrees(_ degrees: Double, _ minutes: Double, _ seconds: Double) -> Double {
        degrees + minutes / 60 + seconds / 3600
    }

    @Test("Flinders Peak to Buninyong is as Geoscience Australia publishes it")
    func measuresFlindersPeakToBuninyong() {
        let flindersPeak = Coordinate(
            latitude: -Self.degrees(37, 57, 3.72030),
            longitude: Self.degrees(144, 25, 29.52440)
        )
        let buninyong = Coordinate(
            latitude: -Self.degrees(37, 39, 10.15610),
            longitude: Self.degrees(143, 55, 35.38390)
        )
        let displacement = Displacement(from: flindersPeak, to: buninyong)
        #expect(abs(displacement.distance - 54_972.271) < 0.001)
        #expect(abs(displacement.bearing - Self.degrees(306, 52, 5.37)) < 0.01 / 3600)
        #expect(displacement.compassPoint == "NW")
        let back = Displacement(from: buninyong, to: flindersPeak)
        #expect(abs(back.distance - 54_972.271) < 0.001)
        #expect(abs(back.bearing - Self.degrees(127, 10, 25.07)) < 0.01 / 3600)
    }

    @Test(
        "Lines of known length have it",
        arguments: [
            // One degree of the equator: a turn of 2πa in 360 parts.
            (0.0, 0.0, 0.0, 1.0, 111_319.4908, 90.0),
            (0.0, 0.0, 0.0, -1.0, 111_319.4908, 270.0),
            // A quarter of a meridian on WGS 84.
            (0.0, 0.0, 90.0, 0.0, 10_001_965.7293, 0.0),
            (90.0, 0.0, 0.0, 0.0, 10_001_965.7293, 180.0),
            (0.0, 179.5, 0.0, -179.5, 111_319.4908, 90.0),
        ]
    )
    func measuresKnownLines(
        latitude1: Double,
        longitude1: Double,
        latitude2: Double,
        longitude2: Double,
        metres: Double,
        bearing: Double
    ) {
        let line = Displacement(
            from: Coordinate(latitude: latitude1, longitude: longitude1),
            to: Coordinate(latitude: latitude2, longitude: longitude2)
        )
        #expect(abs(line.distance - metres) < 0.001)
        #expect(abs(line.bearing - bearing) < 1e-6)
    }

    @Test("A point has no distance from itself, by any of its names")
    func measuresNothing() {
        let point = Coordinate(latitude: 12.3, longitude: 45.6)
        #expect(Displacement(from: point, to: point).distance == 0)
        let east = Coordinate(latitude: 5, longitude: 180)
        let west = Coordinate(latitude: 5, longitude: -180)
        #expect(Displacement(from: east, to: west).distance < 1e-6)
        let pole = Coordinate(latitude: 90, longitude: 10)
        let samePole = Coordinate(latitude: 90, longitude: 120)
        #expect(Displacement(from: pole, to: samePole).distance < 1e-3)
    }

    @Test(
        "Points opposite each other still get a distance, right to half a per cent",
        arguments: [(0.0, 179.7, 0.5), (0.5, 179.5, 0.0), (0.0, 180.0, 0.0), (-90.0, 0.0, 90.0)]
    )
    func measuresAntipodes(latitude: Double, longitude: Double, other: Double) {
        let line = Displacement(
            from: Coordinate(latitude: latitude, longitude: 0),
            to: Coordinate(latitude: other, longitude: longitude)
        )
        #expect((19_900_000...20_040_000).contains(line.distance))
        #expect((0..<360).contains(line.bearing))
    }

    @Test(
        "The compass has sixteen points",
        arguments: [
            (1.0, 0.0, "N"), (1.0, 0.4142, "NNE"), (1.0, 1.0, "NE"), (0.4142, 1.0, "ENE"), (0.0, 1.0, "E"),
            (-0.4142, 1.0, "ESE"), (-1.0, 1.0, "SE"), (-1.0, 0.4142, "SSE"), (-1.0, 0.0, "S"),
            (-1.0, -0.4142, "SSW"),
            (-1.0, -1.0, "SW"), (-0.4142, -1.0, "WSW"), (0.0, -1.0, "W"), (0.4142, -1.0, "WNW"),
            (1.0, -1.0, "NW"),
            (1.0, -0.4142, "NNW"), (1.0, -0.01, "N"),
        ]
    )
    func namesDirections(north: Double, east: Double, point: String) {
        let start = Coordinate(latitude: 0, longitude: 0)
        let end = Coordinate(latitude: north / 100, longitude: east / 100)
        #expect(Displacement(from: start, to: end).compassPoint == point)
    }

    @Test("It says whether both points lie in one cell")
    func comparesCells() {
        let start = Coordinate(latitude: 41.65, longitude: -93.69)
        #expect(Displacement(from: start, to: Coordinate(latitude: 41.79, longitude: -93.61)).isSameCell)
        #expect(!Displacement(from: start, to: Coordinate(latitude: 41.81, longitude: -93.69)).isSameCell)
    }
}
