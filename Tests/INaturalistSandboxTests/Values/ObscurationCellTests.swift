import TestBrowser
import Testing

@testable import INaturalistSandbox

/// The maths of API reference 5, with its own numbers.
struct ObscurationCellTests {
    @Test(
        "The diagonal of a cell is the website's number",
        arguments: [
            (0.05, 0.05, 31_451), (37.85, -122.26, 28_329), (41.6532861424, -93.6965336266, 27_754),
            (-33.87, 151.25, 28_902), (51.5, -0.12, 26_196), (60.15, 24.95, 24_849), (78.25, 15.65, 22_692),
            (89.95, 0.1, 22_239),
        ]
    )
    func diagonal(latitude: Double, longitude: Double, metres: Int) {
        #expect(ObscurationCell(containing: Point(latitude, longitude)).diagonalMetres == metres)
    }

    @Test(
        "The diagonal is the same north and south of the equator",
        arguments: [0.05, 12.34, 41.7, 66.5, 89.9]
    )
    func symmetry(latitude: Double) {
        let north = ObscurationCell(containing: Point(latitude, 10))
        let south = ObscurationCell(containing: Point(-latitude, 10))
        #expect(north.diagonalMetres == south.diagonalMetres)
    }

    @Test(
        "Cells are cut at multiples of 0.2 degrees, floored",
        arguments: [
            (0.1, 0.0), (-0.1, -0.2), (0.2, 0.2), (-0.2, -0.2), (-0.0000000001, -0.2), (41.6, 41.6),
            (0.6, 0.6),
            (-122.2, -122.2), (179.9999, 179.8), (180.0, 180.0), (-180.0, -180.0),
        ]
    )
    func corners(degrees: Double, corner: Double) {
        let cell = ObscurationCell(containing: Point(0.1, degrees))
        #expect(cell.southWest.longitude == Degrees(corner))
    }

    @Test("A random point stays in its cell and has at most ten decimals")
    func randomPoints() {
        var generator = SplitMix64(seed: 7)
        let cell = ObscurationCell(containing: Point(-33.87, 151.25))
        for _ in 0..<1_000 {
            let point = cell.randomPoint(using: &generator)
            #expect(cell.contains(point))
        }
    }

    @Test(
        "Degrees are written exactly",
        arguments: [
            (41.65104, "41.65104"), (-93.71288, "-93.71288"), (50.0, "50.0"), (0.0, "0.0"),
            (-0.00001, "-0.00001"),
            (180.0, "180.0"),
        ]
    )
    func texts(degrees: Double, text: String) {
        #expect(Degrees(degrees).text() == text)
    }
}
