import Coordinates
import Foundation
import INaturalist
import Testing

/// Points that other programs have written, see RandomPoints/random_points.py.
@Suite struct RandomPointTests {
    /// A point and its texts: two of decimal degrees, two of degrees, minutes and seconds, two of UTM, one of MGRS.
    private struct Line {
        let point: Coordinate
        let texts: [String]
    }

    private let lines: [Line]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "RandomPoints/random_points.tsv")
        lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            try #require(fields.count == 9)
            let point = Coordinate(
                latitude: try #require(Double(fields[0])),
                longitude: try #require(Double(fields[1]))
            )
            return Line(point: point, texts: Array(fields[2...]))
        }
        try #require(lines.count == 1_000)
    }

    @Test(
        arguments: [
            (.decimal, .table, 0), (.decimal, .full, 1),
            (.degreesMinutesSeconds, .table, 2), (.degreesMinutesSeconds, .full, 3),
            (.utm, .table, 4), (.utm, .full, 5),
            (.mgrs, .table, 6), (.mgrs, .full, 6),
        ] as [(CoordinateFormat, CoordinateFormat.Precision, Int)]
    ) func `a thousand points read as other programs write them`(
        format: CoordinateFormat,
        precision: CoordinateFormat.Precision,
        column: Int
    ) {
        for line in lines {
            #expect(format.text(of: line.point, precision: precision) == line.texts[column])
        }
    }

    @Test(arguments: CoordinateFormat.allCases)
    func `no point is wider than a table's column`(format: CoordinateFormat) {
        for line in lines {
            #expect(
                format.text(of: line.point, precision: .table).unicodeScalars.count <= format.tableColumns
            )
        }
    }
}
