import INaturalist
import Testing

@testable import Browser

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_284, "1,284"), (12_345, "12,345"),
        (123_456, "123,456"), (1_000_000, "1,000,000"), (-1_284, "-1,284"),
    ]) func count(_ value: Int, _ text: String) {
        #expect(NumberText.count(value) == text)
    }

    @Test(
        arguments: [
            (41.65104, 5, "41.65104"), (-93.71288, 5, "-93.71288"), (-93.71288, 7, "-93.7128800"),
            (0, 5, "0.00000"),
            (-0.000001, 5, "0.00000"), (0.05, 1, "0.1"), (179.999999, 5, "180.00000"), (12, 0, "12"),
            (.nan, 5, "—"), (.infinity, 5, "—"),
        ] as [(Double, Int, String)]
    ) func fixed(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }

    @Test(
        arguments: [
            (0, "0 m"), (2.5, "2.5 m"), (12, "12 m"), (330, "330 m"), (999.4, "999 m"), (1_204, "1.2 km"),
            (9_949, "9.9 km"),
            (27_754, "28 km"), (1_234_567, "1,235 km"),
        ] as [(Double, String)]
    ) func length(_ metres: Double, _ text: String) {
        #expect(NumberText.length(metres) == text)
    }

    @Test(
        arguments: [
            (85_290, "23 h 41 min"), (86_399, "23 h 59 min"), (3_600, "1 h 0 min"), (240, "4 min"),
            (40, "40 s"), (0, "0 s"),
            (-5, "0 s"), (200_000, "2 d 7 h"),
        ] as [(Double, String)]
    ) func duration(_ seconds: Double, _ text: String) {
        #expect(NumberText.duration(seconds) == text)
    }

    @Test func `the displacement of the issue's orchid reads as there`() {
        let displacement = Displacement(
            from: Coordinate(latitude: 41.65104, longitude: -93.71288),
            to: Coordinate(latitude: 41.60218, longitude: -93.61240)
        )
        #expect(PlaceText.displacement(displacement) == "10.0 km ESE")
    }
}
