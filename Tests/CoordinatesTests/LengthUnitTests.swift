import Coordinates
import Testing

/// A foot is 0.3048 m and a mile 1,609.344 m exactly (international yard and pound agreement, 1959).
@Suite struct LengthUnitTests {
    @Test(
        arguments: [
            (0, "0 m", "0 ft"), (12, "12 m", "39 ft"), (0.4, "0 m", "1 ft"), (330, "330 m", "1,083 ft"),
            (1_609.344, "1,609 m", "5,280 ft"), (27_754, "27,754 m", "91,056 ft"),
            (-330, "-330 m", "-1,083 ft"), (.nan, "—", "—"), (.infinity, "—", "—"), (-.infinity, "—", "—"),
            (1e300, "—", "—"),
        ] as [(Double, String, String)]
    ) func `a whole length never changes its unit`(metres: Double, inMetres: String, inFeet: String) {
        #expect(LengthUnit.metres.whole(metres) == inMetres)
        #expect(LengthUnit.feet.whole(metres) == inFeet)
    }

    @Test(
        arguments: [
            (0, "0 m"), (0.05, "0.1 m"), (2.5, "2.5 m"), (9.94, "9.9 m"), (9.95, "10 m"), (12, "12 m"),
            (330, "330 m"), (999.4, "999 m"), (999.5, "1.0 km"), (1_204, "1.2 km"), (9_949, "9.9 km"),
            (9_949.999, "9.9 km"), (9_950, "10 km"), (27_754, "28 km"), (1_234_567, "1,235 km"),
            (.nan, "—"), (.infinity, "—"),
        ] as [(Double, String)]
    ) func `a length in metres is short`(metres: Double, text: String) {
        #expect(LengthUnit.metres.length(metres) == text)
    }

    @Test(
        arguments: [
            (0, "0 ft"), (2.5, "8.2 ft"), (3, "9.8 ft"), (3.03, "9.9 ft"), (3.05, "10 ft"), (12, "39 ft"),
            (330, "1,083 ft"), (1_609, "5,279 ft"), (1_609.19, "5,279 ft"), (1_609.2, "1.0 mi"),
            (1_609.344, "1.0 mi"), (10_000, "6.2 mi"), (16_010, "9.9 mi"), (16_013, "10 mi"),
            (27_754, "17 mi"), (1_987_000, "1,235 mi"), (.nan, "—"), (.infinity, "—"),
        ] as [(Double, String)]
    ) func `a length in feet is short`(metres: Double, text: String) {
        #expect(LengthUnit.feet.length(metres) == text)
    }

    @Test(
        arguments: [
            (0, "0 m", "0 ft"), (2.5, "3 m", "8 ft"), (412, "412 m", "1,352 ft"),
            (999.5, "1.0 km", "3,279 ft"), (1_609.344, "1.6 km", "1.0 mi"), (10_000, "10.0 km", "6.2 mi"),
            (16_093.44, "16.1 km", "10.0 mi"), (99_949, "99.9 km", "62.1 mi"), (99_950, "100 km", "62.1 mi"),
            (160_850, "161 km", "99.9 mi"), (160_860, "161 km", "100 mi"), (.nan, "—", "—"),
        ] as [(Double, String, String)]
    ) func `a distance keeps a decimal as long as it says something`(
        metres: Double,
        inMetres: String,
        inFeet: String
    ) {
        #expect(LengthUnit.metres.distance(metres) == inMetres)
        #expect(LengthUnit.feet.distance(metres) == inFeet)
    }

    @Test func `the key goes from one unit to the other and back`() {
        #expect(LengthUnit.allCases.map(\.rawValue) == ["metres", "feet"])
        #expect(LengthUnit.allCases.map(\.next) == [.feet, .metres])
        #expect(LengthUnit.allCases.map(\.title) == ["metres", "feet"])
    }
}
