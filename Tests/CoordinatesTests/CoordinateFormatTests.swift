import Coordinates
import INaturalist
import Testing

@Suite struct CoordinateFormatTests {
    @Test(
        arguments: [
            (41.65104, -93.71288, "41.65104, -93.71288", "41.6510400, -93.7128800"),
            (0, 0, "0.00000, 0.00000", "0.0000000, 0.0000000"),
            (-0.0, -0.0, "0.00000, 0.00000", "0.0000000, 0.0000000"),
            (-0.000001, 0.000006, "0.00000, 0.00001", "-0.0000010, 0.0000060"),
            (89.999999, -179.999999, "90.00000, -180.00000", "89.9999990, -179.9999990"),
            (-90, 180, "-90.00000, 180.00000", "-90.0000000, 180.0000000"),
        ] as [(Double, Double, String, String)]
    ) func `decimal degrees keep every decimal`(
        latitude: Double,
        longitude: Double,
        table: String,
        full: String
    ) {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        #expect(CoordinateFormat.decimal.text(of: point, precision: .table) == table)
        #expect(CoordinateFormat.decimal.text(of: point, precision: .full) == full)
    }

    @Test(
        arguments: [
            (91, 0, "91.00000, 0.00000"), (0, 180.5, "0.00000, 180.50000"),
            (-90.00001, 5, "-90.00001, 5.00000"),
            (.nan, 0, "—, 0.00000"), (0, .infinity, "0.00000, —"), (-.infinity, 1e300, "—, —"),
        ] as [(Double, Double, String)],
        CoordinateFormat.allCases
    ) func `a point that is not on the earth reads in decimal degrees`(
        sample: (latitude: Double, longitude: Double, text: String),
        format: CoordinateFormat
    ) {
        let point = Coordinate(latitude: sample.latitude, longitude: sample.longitude)
        #expect(format.text(of: point, precision: .table) == sample.text)
    }

    @Test(
        arguments: [
            (.decimal, -89.5, -179.5), (.degreesMinutesSeconds, -89.5, -179.5), (.utm, -1e-9, 3),
            (.mgrs, 45, 100),
        ] as [(CoordinateFormat, Double, Double)]
    ) func `the widest point fills a table's column`(
        format: CoordinateFormat,
        latitude: Double,
        longitude: Double
    ) {
        let text = format.text(of: Coordinate(latitude: latitude, longitude: longitude), precision: .table)
        #expect(text.unicodeScalars.count == format.tableColumns)
    }

    @Test func `the key goes round all formats`() {
        var format = CoordinateFormat.decimal
        var seen: [CoordinateFormat] = []
        repeat {
            seen.append(format)
            format = format.next
        } while format != .decimal && seen.count < 10
        #expect(seen == CoordinateFormat.allCases)
        #expect(Set(seen.map(\.title)).count == seen.count)
    }

    @Test func `a format is kept under the name that the configuration uses`() {
        #expect(CoordinateFormat.allCases.map(\.rawValue) == ["decimal", "dms", "utm", "mgrs"])
        let kept = CoordinateFormat.allCases.map(\.rawValue)
        #expect(kept.map(CoordinateFormat.init(rawValue:)) == CoordinateFormat.allCases)
        #expect(CoordinateFormat(rawValue: "degreesMinutesSeconds") == nil)
    }
}
