import Foundation
import INaturalist
import Testing

@testable import ObservationImport

@Suite("A table as the website exports it")
struct TableTests {
    private static let whole = Observation(
        id: 4711,
        uuid: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        url: "http://www.example.net/observations/4711",
        taxon: Taxon(
            id: 47_000,
            name: "Platanthera leucophaea",
            commonName: "Prairie White Fringed Orchid",
            iconicName: "Plantae"
        ),
        speciesGuess: "White Orchid",
        observer: Account(id: 11, login: "wren", name: "Réne Wren"),
        observedOn: "2024-05-17",
        timeObservedAt: "2024-05-17T14:06:09-05:00",
        createdAt: "2024-05-18T00:00:00Z",
        qualityGrade: "research",
        geoprivacy: .obscured,
        taxonGeoprivacy: .private,
        publicFace: PublicFace(
            location: Location(point: Coordinate(latitude: 41.7, longitude: -93.7), accuracy: 27_754),
            place: "Iowa, US"
        ),
        disclosure: .disclosed(
            TrueFace(
                location: Location(
                    point: Coordinate(latitude: 41.6532861424, longitude: -93.6965336266),
                    accuracy: 330
                ),
                place: "Behind the old mill, Ävaton"
            )
        ),
        description: "Under a café’s sign,\n\"three\" of them.",
        updatedAt: "2024-06-01T23:59:59+12:45"
    )

    @Test(
        "is read whole, whatever separates fields and lines, with a mark of UTF-8 and without",
        arguments: [",", ";", "\t"],
        ["\n", "\r\n", "\r"]
    )
    func everyColumn(separator: String, lineEnd: String) throws {
        var table = MadeTable(columns: MadeTable.all, rows: [MadeTable.whole])
        table.separator = separator
        table.lineEnd = lineEnd
        for mark in ["", "\u{FEFF}"] {
            let (observations, report) = try MadeFile(mark + table.text).read()
            #expect(observations == [Self.whole])
            #expect(report.kind == .table(separator: Character(separator)))
            #expect(report.refused == 0)
            #expect(report.remarks.isEmpty)
            #expect(report.isComplete)
        }
    }

    @Test("is read in any order of its columns")
    func anyOrder() throws {
        let table = MadeTable(columns: MadeTable.all.reversed(), rows: [MadeTable.whole])
        #expect(try MadeFile(table.text).read().observations == [Self.whole])
    }

    @Test("is read without a line break at the end")
    func lastLine() throws {
        var text = MadeTable(columns: MadeTable.all, rows: [MadeTable.whole]).text
        text.removeLast()
        #expect(try MadeFile(text).read().observations == [Self.whole])
    }

    @Test("names the columns that it does not use, and those that nobody knows")
    func columns() throws {
        let table = MadeTable(
            columns: ["tag_list", "id", "Colour", "field:count", "id"],
            rows: [["id": "5"]]
        )
        let (observations, report) = try MadeFile(table.text).read()
        #expect(report.unusedColumns == ["tag_list", "field:count"])
        #expect(report.unknownColumns == ["Colour", "id"])
        #expect(observations.map(\.id) == [5])
        #expect(observations.first?.url == "https://www.example.org/observations/5")
    }

    @Test("with nothing but ids is a table of empty observations")
    func idsAlone() throws {
        let (observations, report) = try MadeFile("id\n1\n\n  \n2\n").read()
        #expect(observations.map(\.id) == [1, 2])
        #expect(report.rows == 2)
        #expect(report.refused == 0)
        #expect(observations.first?.taxon == nil)
        #expect(observations.first?.observer == nil)
    }

    @Test("without ids is numbered by its lines, and says so")
    func noIDs() throws {
        let (observations, report) = try MadeFile(
            "scientific_name,description\nAlba rosea,\"a\nb\"\nAlba minor,c\n"
        ).read()
        #expect(observations.map(\.id) == [2, 4])
        #expect(report.remarks.contains(.numberedByLine))
        #expect(report.remarks.contains(.hidingIsUnknown))
        #expect(report.remarks.contains(.publicAlone))
    }

    @Test("names without numbers get numbers below zero, the same for the same name")
    func madeUpNumbers() throws {
        let (observations, _) = try MadeFile(
            "id,user_login,scientific_name\n1,wren,Alba rosea\n2,wren,Alba minor\n3,lark,Alba rosea\n"
        ).read()
        let observers = observations.compactMap { $0.observer?.id }
        let taxa = observations.compactMap { $0.taxon?.id }
        #expect(observers.count == 3 && taxa.count == 3)
        #expect(observers[0] == observers[1] && observers[0] != observers[2])
        #expect(taxa[0] == taxa[2] && taxa[0] != taxa[1])
        #expect((observers + taxa).allSatisfy { $0 < 0 })
    }

    @Test(
        "dates of every form become those of the API",
        arguments: [
            ("2024-05-17 14:05:00 -0500", "2024-05-17T14:05:00-05:00"),
            ("2024-05-17 19:05:00 UTC", "2024-05-17T19:05:00Z"),
            ("2024-05-17 19:05:00 +0000", "2024-05-17T19:05:00+00:00"),
            ("2024-05-17 09:05:00 +0545", "2024-05-17T09:05:00+05:45"),
            ("2024-05-17T14:05:00-05:00", "2024-05-17T14:05:00-05:00"),
            ("2024-05-17T14:05:00Z", "2024-05-17T14:05:00Z"),
            ("2024-05-17T14:05:00.477Z", "2024-05-17T14:05:00.477Z"),
            ("2024-05-17 14:05:00", "2024-05-17T14:05:00"),
            ("2024-05-17 14:05", "2024-05-17T14:05:00"),
            ("2024/05/17 14:05:00 UTC", "2024-05-17T14:05:00Z"),
            ("2024-05-17", "2024-05-17"),
        ]
    )
    func moments(written: String, expected: String) throws {
        let table = MadeTable(columns: ["id", "created_at"], rows: [["id": "1", "created_at": written]])
        #expect(try MadeFile(table.text).read().observations.first?.createdAt == expected)
    }

    @Test("numbers with a comma are read where fields are separated by something else")
    func decimalComma() throws {
        let (observations, _) = try MadeFile(
            "id;latitude;longitude;coordinates_obscured\n1;41,5;-93,25;false\n"
        ).read()
        #expect(
            observations.first?.publicFace.location?.point == Coordinate(latitude: 41.5, longitude: -93.25)
        )
    }

    @Test("text that is no UTF-8 is shown with marks, and counted")
    func latin1() throws {
        let bytes = Array("id,place_guess\n1,Caf".utf8) + [0xE9, 0x0A] + Array("2,Café\n".utf8)
        let (observations, report) = try MadeFile(bytes).read()
        #expect(observations.map(\.publicFace.place) == ["Caf\u{FFFD}", "Café"])
        #expect(report.damagedTexts == 1)
    }

    @Test("rows that are longer than what is read at a time are whole")
    func longRows() throws {
        let words = String(repeating: "a, “b”\n\"c\" ", count: 200_000)
        let table = MadeTable(
            columns: ["description", "id"],
            rows: (1...3).map { ["id": "\($0)", "description": words] }
        )
        let (observations, report) = try MadeFile(table.text).read()
        #expect(observations.map(\.id) == [1, 2, 3])
        #expect(observations.allSatisfy { $0.description == words })
        #expect(report.refused == 0)
    }
}
