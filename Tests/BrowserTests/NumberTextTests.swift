import Coordinates
import INaturalist
import Testing

@testable import Browser

@Suite struct NumberTextTests {
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
        #expect(Notation().displacement(displacement) == "10.0 km ESE")
    }
}
