import Testing

@testable import INaturalist

struct ObscurationCellTests {
    @Test(
        "The diagonal is the site's, metre by metre",
        arguments: [
            (0.05, 0.05, 31451.0), (37.85, -122.26, 28329), (41.6532861424, -93.6965336266, 27754),
            (-33.87, 151.25, 28902), (51.5, -0.12, 26196), (60.15, 24.95, 24849), (78.25, 15.65, 22692),
            (89.95, 0.1, 22239),
        ]
    )
    func measuresDiagonal(latitude: Double, longitude: Double, metres: Double) {
        let cell = ObscurationCell(containing: Coordinate(latitude: latitude, longitude: longitude))
        #expect(cell.diagonal == metres)
    }

    @Test("The diagonal is the same on both sides of the equator", arguments: [0.1, 12.3, 45.05, 80.7])
    func mirrors(latitude: Double) {
        let north = ObscurationCell(containing: Coordinate(latitude: latitude, longitude: 10))
        let south = ObscurationCell(containing: Coordinate(latitude: -latitude, longitude: 10))
        #expect(north.diagonal == south.diagonal)
    }

    @Test(
        "Edges belong to the cell that begins there, also on multiples that binary fractions miss",
        arguments: [
            (0.0, 0.0, 0.0, 0.0), (0.2, 0.4, 0.2, 0.4), (0.6, 1.4, 0.6, 1.4), (41.6, -93.6, 41.6, -93.6),
            (-0.2, -0.4, -0.2, -0.4), (-0.1, -0.1, -0.2, -0.2), (0.1, 0.1, 0.0, 0.0),
            (-33.87, 151.25, -34.0, 151.2), (41.5999999999, -93.6000000001, 41.4, -93.8),
            (-0.0000000001, 179.9999999999, -0.2, 179.8), (8.2, -179.9, 8.2, -180.0), (-90, -180, -90, -180),
        ]
    )
    func findsEdges(latitude: Double, longitude: Double, south: Double, west: Double) {
        let cell = ObscurationCell(containing: Coordinate(latitude: latitude, longitude: longitude))
        #expect(cell.south == south)
        #expect(cell.west == west)
        #expect(abs(cell.north - south - 0.2) < 1e-12)
        #expect(abs(cell.east - west - 0.2) < 1e-12)
    }

    @Test("Every multiple of 0.2 degrees is the edge of its own cell")
    func keepsMultiples() {
        for index in -450...450 {
            let edge = Double(index * 2) / 10
            let sum = Double(index) * 0.2
            for value in [edge, sum] {
                let cell = ObscurationCell(containing: Coordinate(latitude: value, longitude: value))
                #expect(cell.south == edge)
                #expect(cell.west == edge)
            }
        }
    }

    @Test(
        "A cell holds its southern and western edge and not the others",
        arguments: [
            (41.6, -93.8, true), (41.7, -93.7, true), (41.7999999999, -93.6000000001, true),
            (41.8, -93.7, false), (41.7, -93.6, false), (41.5999999999, -93.7, false), (41.7, 266.3, true),
        ]
    )
    func contains(latitude: Double, longitude: Double, isInside: Bool) {
        let cell = ObscurationCell(containing: Coordinate(latitude: 41.7, longitude: -93.7))
        #expect(cell.contains(Coordinate(latitude: latitude, longitude: longitude)) == isInside)
    }

    @Test("Both names of the antimeridian are one place")
    func wraps() {
        let cell = ObscurationCell(containing: Coordinate(latitude: 0.1, longitude: 180))
        #expect(cell.contains(Coordinate(latitude: 0.1, longitude: -179.9)))
        #expect(cell.contains(Coordinate(latitude: 0.1, longitude: -180)))
        #expect(!cell.contains(Coordinate(latitude: 0.1, longitude: 179.9)))
    }

    @Test(
        "The text gives the edges with their hemisphere",
        arguments: [
            (41.7, -93.7, "41.6–41.8 N, 93.8–93.6 W"), (-33.87, 151.25, "34.0–33.8 S, 151.2–151.4 E"),
            (0.1, 0.1, "0.0–0.2 N, 0.0–0.2 E"), (-0.1, -0.1, "0.2–0.0 S, 0.2–0.0 W"),
            (10, 180, "10.0–10.2 N, 180.0 E–179.8 W"), (10, -180, "10.0–10.2 N, 180.0–179.8 W"),
            (10, 179.9, "10.0–10.2 N, 179.8–180.0 E"),
        ]
    )
    func describes(latitude: Double, longitude: Double, text: String) {
        #expect(
            ObscurationCell(containing: Coordinate(latitude: latitude, longitude: longitude)).text == text
        )
    }
}
