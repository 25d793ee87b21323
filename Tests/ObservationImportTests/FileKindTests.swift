import Foundation
import INaturalist
import Testing

@testable import ObservationImport

@Suite("What a file is")
struct FileKindTests {
    @Test(
        "is told in one sentence where it cannot be read",
        arguments: [
            ([], "is empty."),
            (Array(" \n\n ".utf8), "is empty."),
            ([0xEF, 0xBB, 0xBF], "is empty."),
            ([0x1F, 0x8B, 8, 0, 0, 0], "is packed (gzip). Unpack it, then open the file that was in it."),
            ([0x50, 0x4B, 3, 4, 20, 0], "is packed (ZIP). Unpack it, then open the file that was in it."),
            ([0xFF, 0xFE, 0x69, 0, 0x64, 0], "is text in UTF-16. Save it as UTF-8, then open it again."),
            ([0xFE, 0xFF, 0, 0x69, 0, 0x64], "is text in UTF-16. Save it as UTF-8, then open it again."),
            ([0x69, 0, 0x64, 0, 0x2C, 0], "is text in UTF-16. Save it as UTF-8, then open it again."),
            ([0, 0x69, 0, 0x64, 0, 0x2C], "is text in UTF-16. Save it as UTF-8, then open it again."),
            (
                Array("SQLite format 3\u{0}".utf8),
                "is not text. inatty opens the website's CSV export, its own exports and saved API replies."
            ),
        ] as [([UInt8], String)]
    )
    func unreadable(bytes: [UInt8], ending: String) throws {
        let file = try MadeFile(bytes)
        let error = #expect(throws: ImportError.self) { try file.reader() }
        #expect(error?.description == "“\(file.path)” \(ending)")
    }

    @Test(
        "is told where it is text of another kind",
        arguments: ["<!DOCTYPE html>\n<html>a,b</html>", "Dear all,\nplease", "nothing"]
    )
    func otherText(text: String) throws {
        let file = try MadeFile(text)
        let error = #expect(throws: ImportError.self) { try file.reader() }
        #expect(error?.description.contains("saved API replies") == true || text.hasPrefix("Dear"))
    }

    @Test("is told with its columns where none is known")
    func noKnownColumns() throws {
        let file = try MadeFile("Name;Ort;\u{1B}[2J\nA;B;C\n")
        let error = #expect(throws: ImportError.self) { try file.reader() }
        #expect(error == .noKnownColumns(name: file.path, columns: ["Name", "Ort", "\u{1B}[2J"]))
        #expect(error?.description.contains("“Name”, “Ort”, “\u{FFFD}[2J”") == true)
    }

    @Test("is told where there is none, or a folder")
    func missing() {
        #expect(throws: ImportError.cannotOpen(name: "/nonexistent/a", reason: "No such file or directory")) {
            try ObservationFileReader(.path("/nonexistent/a"), site: "")
        }
        #expect(throws: ImportError.folder(name: "/tmp")) {
            try ObservationFileReader(.path("/tmp"), site: "")
        }
    }

    @Test("is seen by its content alone")
    func kinds() throws {
        let kinds: [(String, FileKind)] = [
            ("id\n1\n", .table(separator: ",")),
            ("id;latitude\n", .table(separator: ";")),
            ("\u{FEFF}id\tlatitude\n", .table(separator: "\t")),
            ("{\"results\":[{\"id\":1}]}", .reply),
            ("{\n \"page\": 1,\n \"results\": [\n {\"id\": 1}]}", .reply),
            ("{\"observations\":[{\"id\":1}]}", .report),
            ("[{\"id\":1}]", .list),
            ("{\n \"id\": 1\n}", .list),
            ("{\"id\":1}", .lines),
            ("{\"id\":1}\n{\"id\":2}\n", .lines),
        ]
        for (text, kind) in kinds {
            let (_, report) = try MadeFile(text).read()
            #expect(report.kind == kind, "\(text)")
            #expect(report.refused == 0, "\(text)")
        }
    }
}
