import Coordinates
import INaturalist
import Testing

/// A second is 1/3,600 of a degree, so that every expectation is a multiplication.
@Suite struct DegreesMinutesSecondsTests {
    /// Latitude with the text of a table and the full one.
    @Test(
        arguments: [
            (41.65104, "41°39′03.7″N", "41°39′03.744″N"),
            (0, "0°00′00.0″N", "0°00′00.000″N"),
            (-0.0, "0°00′00.0″N", "0°00′00.000″N"),
            (33.5, "33°30′00.0″N", "33°30′00.000″N"),
            (-33.25, "33°15′00.0″S", "33°15′00.000″S"),
            (90, "90°00′00.0″N", "90°00′00.000″N"),
            (-90, "90°00′00.0″S", "90°00′00.000″S"),
        ] as [(Double, String, String)]
    ) func `a latitude reads in degrees, minutes and seconds`(
        latitude: Double,
        table: String,
        full: String
    ) {
        #expect(text(latitude: latitude, .table) == table)
        #expect(text(latitude: latitude, .full) == full)
    }

    /// 0.0000001° is 0.36 thousandths of a second, 0.00001° is 0.036 seconds.
    @Test(
        arguments: [
            // 59.99964″
            (41.9999999, "42°00′00.0″N", "42°00′00.000″N"),
            // 59.99928″
            (41.9999998, "42°00′00.0″N", "41°59′59.999″N"),
            // 59.964″
            (41.99999, "42°00′00.0″N", "41°59′59.964″N"),
            // 59.928″
            (41.99998, "41°59′59.9″N", "41°59′59.928″N"),
            // 59.99976″ of the first minute, whose carry stops at the minutes
            (7.0166666, "7°01′00.0″N", "7°01′00.000″N"),
            // 59.9994″, just below the carry of the full text
            (7.0166665, "7°01′00.0″N", "7°00′59.999″N"),
            // 9.99996″: a carry within the seconds
            (7.0027777, "7°00′10.0″N", "7°00′10.000″N"),
            (89.9999999, "90°00′00.0″N", "90°00′00.000″N"),
            (-89.9999999, "90°00′00.0″S", "90°00′00.000″S"),
        ] as [(Double, String, String)]
    ) func `rounding carries into minutes and degrees, and sixty is never written`(
        latitude: Double,
        table: String,
        full: String
    ) {
        #expect(text(latitude: latitude, .table) == table)
        #expect(text(latitude: latitude, .full) == full)
    }

    /// Sums of powers of two, so that the number is exactly half a step: 1/64° is 56.25″, 1/256° is 14.0625″.
    @Test(
        arguments: [
            (1.0 / 64, .table, "0°00′56.3″N"), (-1.0 / 64, .table, "0°00′56.3″S"),
            (3.0 / 64, .table, "0°02′48.8″N"), (1.0 / 256, .full, "0°00′14.063″N"),
            (-(45 + 1.0 / 256), .full, "45°00′14.063″S"),
        ] as [(Double, CoordinateFormat.Precision, String)]
    ) func `half a step is rounded away from the equator`(
        latitude: Double,
        precision: CoordinateFormat.Precision,
        text: String
    ) {
        #expect(self.text(latitude: latitude, precision) == text)
    }

    @Test(
        arguments: [
            (-93.71288, "93°42′46.4″W"), (0, "0°00′00.0″E"), (180, "180°00′00.0″E"), (-180, "180°00′00.0″W"),
            (179.99999, "180°00′00.0″E"), (-179.99999, "180°00′00.0″W"), (-179.99998, "179°59′59.9″W"),
            // 0.036″ rounds to none, which has no western side; 0.072″ to a tenth, which has.
            (-0.00001, "0°00′00.0″E"), (-0.00002, "0°00′00.1″W"),
        ] as [(Double, String)]
    ) func `a longitude reads up to the antimeridian`(longitude: Double, text: String) {
        let point = Coordinate(latitude: 0, longitude: longitude)
        #expect(
            CoordinateFormat.degreesMinutesSeconds.text(of: point, precision: .table)
                == "0°00′00.0″N " + text
        )
    }

    private func text(latitude: Double, _ precision: CoordinateFormat.Precision) -> String {
        let point = Coordinate(latitude: latitude, longitude: 0)
        let text = CoordinateFormat.degreesMinutesSeconds.text(of: point, precision: precision)
        return text.split(separator: " ").first.map(String.init) ?? ""
    }
}
