import Coordinates
import INaturalist
import Testing

/// Which zone and band a point is in, by the definitions of NGA.STND.0037: zones of 6° from 180° W, bands of 8° from
/// 80° S, a line belonging to what is east or north of it, and the exceptions of Norway and Svalbard.
@Suite struct GridZoneTests {
    /// Norway: 32V begins at 3° E. Svalbard: 31X, 33X, 35X and 37X alone, with edges at 9°, 21° and 33° E.
    @Test(
        arguments: [
            (60, 2.9999999, "31V"), (60, 3, "32V"), (60, 11.9999999, "32V"), (60, 12, "33V"),
            (56, 3, "32V"), (55.9999999, 3, "31U"), (63.9999999, 3, "32V"), (64, 3, "31W"),
            (75, 0, "31X"), (75, -0.0000001, "30X"), (75, 8.9999999, "31X"), (75, 9, "33X"),
            (75, 20.9999999, "33X"), (75, 21, "35X"), (75, 32.9999999, "35X"), (75, 33, "37X"),
            (75, 41.9999999, "37X"), (75, 42, "38X"),
            (72, 9, "33X"), (71.9999999, 9, "32W"), (71.9999999, 21, "34W"), (71.9999999, 33, "36W"),
            (83.9999999, 21, "35X"),
        ] as [(Double, Double, String)]
    ) func `the wide zones of Norway and Svalbard`(latitude: Double, longitude: Double, zone: String) {
        expect(latitude, longitude, in: zone)
    }

    @Test(arguments: 1...60) func `a zone begins at its western edge`(zone: Int) {
        let edge = Double(zone) * 6 - 186
        let text = zone < 10 ? "0\(zone)" : "\(zone)"
        expect(10, edge, in: text + "P")
        expect(10, edge + 5.9999999, in: text + "P")
    }

    @Test(
        arguments: zip(Array("CDEFGHJKLMNPQRSTUVWX"), 0..<20)
    ) func `a band begins at its southern edge`(band: Character, place: Int) {
        let edge = Double(place) * 8 - 80
        expect(edge, -93, in: "15\(band)")
        // The last band is 12° high.
        expect(edge + (band == "X" ? 11.9999999 : 7.9999999), -93, in: "15\(band)")
    }

    @Test(
        arguments: [
            (84, 0.0000001, "Z"), (84, -0.0000001, "Y"), (84, 179, "Z"), (84, -179, "Y"), (90, -90, "Z"),
            (-80.0000001, 0.0000001, "B"), (-80.0000001, -0.0000001, "A"), (-85, 179, "B"), (-85, -179, "A"),
            (-90, 90, "B"), (-80, 0.0000001, "31C"), (83.9999999, 0.0000001, "31X"),
        ] as [(Double, Double, String)]
    ) func `beyond 84° N and 80° S are the halves of the polar sheets`(
        latitude: Double,
        longitude: Double,
        zone: String
    ) {
        expect(latitude, longitude, in: zone)
    }

    private func expect(
        _ latitude: Double,
        _ longitude: Double,
        in zone: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        let utm = CoordinateFormat.utm.text(of: point, precision: .table)
        let mgrs = CoordinateFormat.mgrs.text(of: point, precision: .table)
        #expect(utm.prefix { $0 != " " } == zone, sourceLocation: sourceLocation)
        // Two letters of the square follow the zone.
        #expect(mgrs.prefix { $0 != " " }.dropLast(2) == zone, sourceLocation: sourceLocation)
    }
}
