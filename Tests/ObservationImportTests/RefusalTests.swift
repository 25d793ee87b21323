import Foundation
import INaturalist
import TestSupport
import Testing

@testable import ObservationImport

@Suite("Rows that cannot be read")
struct RefusalTests {
    /// A column's name and what is in it, and what is said of that.
    struct BadValue: Sendable, CustomTestStringConvertible {
        let column: String
        let text: String
        let refusal: RowRefusal

        var testDescription: String { "\(column) \(text)" }

        init(_ column: String, _ text: String, _ refusal: RowRefusal) {
            self.column = column
            self.text = text
            self.refusal = refusal
        }
    }

    @Test(
        "are counted, with their line and the reason",
        arguments: [
            BadValue("id", "", .noID),
            BadValue("id", "0", .impossibleID("0")),
            BadValue("id", "-1", .impossibleID("-1")),
            BadValue("id", "1099511627776", .impossibleID("1099511627776")),
            BadValue("id", "12a", .impossibleID("12a")),
            BadValue("id", "1.0", .impossibleID("1.0")),
            BadValue("id", "2147483648", .impossibleID("2147483648")),
            BadValue("id", "5", .repeatedID(5)),
            BadValue("latitude", "91", .outOfRange(column: "latitude", text: "91")),
            BadValue("latitude", "north", .notANumber(column: "latitude", text: "north")),
            BadValue("latitude", "nan", .notANumber(column: "latitude", text: "nan")),
            BadValue("latitude", "1e999", .notANumber(column: "latitude", text: "1e999")),
            BadValue("latitude", "", .halfAPoint(present: "longitude", missing: "latitude")),
            BadValue("longitude", "-180.1", .outOfRange(column: "longitude", text: "-180.1")),
            BadValue(
                "private_latitude",
                "1",
                .halfAPoint(present: "private_latitude", missing: "private_longitude")
            ),
            BadValue("positional_accuracy", "-3", .outOfRange(column: "positional_accuracy", text: "-3")),
            BadValue("observed_on", "17.05.2024", .notADate(column: "observed_on", text: "17.05.2024")),
            BadValue("observed_on", "2024-13-01", .notADate(column: "observed_on", text: "2024-13-01")),
            BadValue("created_at", "yesterday", .notADate(column: "created_at", text: "yesterday")),
            BadValue(
                "created_at",
                "2024-05-17 25:00:00 UTC",
                .notADate(column: "created_at", text: "2024-05-17 25:00:00 UTC")
            ),
            BadValue("user_id", "wren", .notANumber(column: "user_id", text: "wren")),
            BadValue("taxon_id", "0", .outOfRange(column: "taxon_id", text: "0")),
        ]
    )
    func values(bad: BadValue) throws {
        let good = ["id": "5", "latitude": "1", "longitude": "2", "description": "one\ntwo"]
        var wrong = good.merging(["id": "6"]) { $1 }
        wrong[bad.column] = bad.text
        let table = MadeTable(
            columns: MadeTable.all,
            rows: [good, wrong, good.merging(["id": "7"]) { $1 }]
        )
        let (observations, report) = try MadeFile(table.text).read()
        #expect(observations.map(\.id) == [5, 7])
        // The first row has a line break in its words.
        #expect(report.problems == [RowProblem(line: 4, refusal: bad.refusal)])
        #expect(report.refused == 1)
        #expect(report.rows == 2)
    }

    @Test("numbers at their ends are read exactly")
    func exactNumbers() throws {
        let numbers = ["-90", "89.99999999999999", "0.1", "41.6532861424", "1e-3", "12.300000000000000001"]
        let rows = numbers.enumerated().map {
            ["id": "\($0 + 1)", "latitude": $1, "longitude": "-179.99999999999997"]
        }
        let table = MadeTable(columns: ["id", "latitude", "longitude"], rows: rows)
        let points = try MadeFile(table.text).read().observations.compactMap(\.publicFace.location?.point)
        #expect(points.map(\.latitude) == numbers.compactMap(Double.init))
        #expect(points.allSatisfy { $0.longitude == -179.99999999999997 })
    }

    @Test("too many and too few fields shift what they mean")
    func fieldCounts() throws {
        let (observations, report) = try MadeFile("id,latitude,longitude\n1,2,3\n2,2\n3,4,5,6\n4,5,6\n")
            .read()
        #expect(observations.map(\.id) == [1, 4])
        #expect(
            report.problems == [
                RowProblem(line: 3, refusal: .fieldCount(2, expected: 3)),
                RowProblem(line: 4, refusal: .fieldCount(4, expected: 3)),
            ]
        )
    }

    @Test("a field behind its closing quotation mark costs its row alone")
    func looseQuotationMark() throws {
        let (observations, report) = try MadeFile("id,description\n1,\"a\"b\n2,c\"d\n3,\"e\"\n").read()
        #expect(observations.map(\.id) == [2, 3])
        #expect(observations.first?.description == "c\"d")
        #expect(report.problems == [RowProblem(line: 2, refusal: .looseQuotationMark)])
    }

    @Test("a quotation mark that is never closed costs its line, and not those behind it")
    func unclosed() throws {
        let (observations, report) = try MadeFile("id,description\n1,a\n2,\"b\n3,c\n4,d\n").read()
        #expect(observations.map(\.id) == [1, 3, 4])
        #expect(report.problems == [RowProblem(line: 3, refusal: .unclosedQuotationMark)])
    }

    @Test("so does one that closes only after more than a row can have")
    func closedTooLate() throws {
        let filler = (10..<400_000).map { "\($0),filler which is long\n" }.joined()
        let text = "id,description\n1,a\n2,\"b\n" + filler + "3,\"c\"\n"
        let (observations, report) = try MadeFile(text).read()
        #expect(report.problems == [RowProblem(line: 3, refusal: .tooLong)])
        #expect(observations.count == 2 + 399_990)
        #expect(observations.last?.description == "c")
    }

    @Test("a line without an end is one row, and is not held")
    func endlessLine() throws {
        let text = "id,description\n1,a\n2," + String(repeating: "x", count: 40 << 20) + "\n3,c\n"
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.map(\.id) == [1, 3])
        #expect(report.problems == [RowProblem(line: 3, refusal: .tooLong)])
    }

    @Test("zeros are letters of a text, and none of a number")
    func zeros() throws {
        // What has zeros at its beginning is taken for no text.
        let words = String(repeating: "a", count: 600)
        let (observations, report) = try MadeFile("id,description\n1,\(words)\n2,b\u{0}c\n3\u{0},d\n").read()
        #expect(observations.map(\.description?.utf8.count) == [600, 3])
        #expect(report.problems == [RowProblem(line: 4, refusal: .impossibleID("3\u{0}"))])
    }

    @Test("only the first are kept with their text, all are counted")
    func many() throws {
        let text = "id,latitude\n" + (1...3_000).map { "\($0),91\n" }.joined()
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.isEmpty)
        #expect(report.refused == 3_000)
        #expect(report.problems.count == FileReport.problemLimit)
        #expect(report.problems.last?.line == FileReport.problemLimit + 1)
        #expect(report.isComplete)
    }

    @Test("their text is cut, and has no control character")
    func text() {
        let hostile = "\u{1B}[2J" + String(repeating: "x", count: 5_000)
        let problem = RowProblem(line: 3, refusal: .notANumber(column: "latitude", text: hostile))
        #expect(problem.text.count < 120)
        #expect(!problem.text.unicodeScalars.contains { $0.value < 0x20 })
        #expect(problem.text.hasPrefix("line 3: latitude is "))
    }

    @Test("any bytes at all end in rows, refusals or one sentence")
    func anyBytes() throws {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("id,latitude\n\r\"\";\t1.-9{}[]:a\u{0}".utf8) + [0xFF, 0xC3, 0xEF, 0xBB, 0xBF]
        for _ in 0..<2_000 {
            let beginning = ["id,latitude\n", "{\"results\":[", "[", "{\"id\":1}\n", ""].randomElement(
                using: &generator
            )
            let bytes =
                Array((beginning ?? "").utf8)
                + (0..<Int.random(in: 0...60, using: &generator)).compactMap { _ in
                    letters.randomElement(using: &generator)
                }
            let file = try MadeFile(bytes)
            do throws(ImportError) {
                let reader = try file.reader()
                while try reader.next(10) != nil {}
                #expect(reader.report.isComplete)
            } catch {
                #expect(error.description.hasSuffix("."))
            }
        }
    }
}
