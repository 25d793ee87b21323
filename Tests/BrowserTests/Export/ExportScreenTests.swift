import ObservationExport
import TerminalUI
import Testing

@testable import Browser

/// The form that asks which rows go where.
@Suite struct ExportScreenTests {
    private func screen(marked: Int = 0, shown: Int = 12_345) -> ExportScreen {
        ExportScreen(marked: marked, shown: shown, day: "2026-11-23")
    }

    private func text(_ screen: ExportScreen, _ columns: Int = 80, _ rows: Int = 22) -> String {
        var surface = Surface(size: Size(columns: columns, rows: rows))
        screen.draw(on: &surface, in: Rect(column: 0, row: 0, columns: columns, rows: rows))
        return surface.lines.joined(separator: "\n")
    }

    private func focus(_ field: ExportScreen.Field, in screen: inout ExportScreen) {
        for _ in 0..<6 where screen.form.focus != field { screen.focusNext() }
        #expect(screen.form.focus == field)
    }

    private func retype(_ text: String, in screen: inout ExportScreen) {
        focus(.path, in: &screen)
        _ = screen.handle(.key(.control("u")))
        _ = screen.handle(.paste(PastedText(text)))
    }

    @Test func `Enter writes all rows as CSV into the current folder, without the true points`() {
        var screen = screen()
        let decision = screen.accept()
        #expect(
            decision
                == ExportScreen.Decision(
                    isMarkedOnly: false,
                    choice: ExportChoice(path: "observations-2026-11-23.csv", format: .csv)
                )
        )
        #expect(decision?.choice.showsTruth == false && decision?.choice.replaces == false)
        #expect(screen.isWriting)
    }

    @Test func `marked rows are offered first, all of them can be had`() {
        var screen = screen(marked: 3)
        #expect(text(screen).contains("the 3 marked") && text(screen).contains("all 12,345 in this order"))
        focus(.rows, in: &screen)
        _ = screen.handle(.key(.right))
        #expect(screen.accept()?.isMarkedOnly == false)
        screen = self.screen(marked: 3)
        #expect(screen.accept()?.isMarkedOnly == true)
    }

    @Test func `the name's end follows the format, and a name of one's own stays`() {
        var screen = screen()
        focus(.format, in: &screen)
        _ = screen.handle(.key(.right))
        #expect(screen.form[.path]?.text == "observations-2026-11-23.geojson")
        _ = screen.handle(.key(.right))
        #expect(screen.form[.path]?.text == "observations-2026-11-23.jsonl")
        retype("mine.txt", in: &screen)
        focus(.format, in: &screen)
        _ = screen.handle(.key(.right))
        focus(.write, in: &screen)
        #expect(screen.accept()?.choice == ExportChoice(path: "mine.txt", format: .csv))
    }

    @Test func `the true points are written only where that was chosen, and then the screen warns`() {
        var screen = screen()
        #expect(text(screen).contains("What the public sees alone"))
        focus(.truth, in: &screen)
        _ = screen.handle(.key(.character(" ")))
        #expect(text(screen).contains("The file will hold the true points"))
        #expect(screen.accept()?.choice.showsTruth == true)
    }

    @Test(arguments: ["", "   ", "/tmp/", "..", ".", "a/.."])
    func `what is no file's name is told beside the field`(
        _ name: String
    ) {
        var screen = screen()
        retype(name, in: &screen)
        #expect(screen.accept() == nil)
        #expect(screen.form[.path]?.problem != nil && screen.form.focus == .path)
        #expect(screen.isAsking)
    }

    @Test func `a file that is there is replaced only once that was said, for that file alone`() {
        var screen = screen()
        _ = screen.accept()
        screen.take(ExportError.fileExists(path: "observations-2026-11-23.csv"))
        #expect(screen.isAsking && screen.form.focus == .replace)
        #expect(text(screen).contains("is there already"))
        _ = screen.handle(.key(.character(" ")))
        #expect(screen.accept()?.choice.replaces == true)
        screen.take(ExportError.cancelled)
        retype("other.csv", in: &screen)
        #expect(screen.accept()?.choice.replaces == false)
    }

    @Test(
        arguments: [
            ExportError.noFolder(path: "/nowhere"), .notAFile(path: "/tmp"),
            .folderRefuses(path: "/proc", reason: "Permission denied"),
            .cannotWrite(path: "x.csv", reason: "No space left on device"),
        ]
    ) func `what is wrong with the file is told beside its name`(_ error: ExportError) {
        var screen = screen()
        _ = screen.accept()
        screen.take(error)
        #expect(screen.form[.path]?.problem == error.description && screen.form.focus == .path)
        // Typing another name takes it away.
        _ = screen.handle(.key(.character("x")))
        #expect(screen.form[.path]?.problem == nil)
    }

    @Test func `while it is written the count is told and no key changes anything`() {
        var screen = screen()
        _ = screen.accept()
        #expect(text(screen).contains("0 of 12,345 rows"))
        screen.take(ExportProgress(rows: 5_000, total: 12_345))
        #expect(text(screen).contains("5,000 of 12,345 rows"))
        let before = text(screen)
        for key in [Key.enter, .character("x"), .right, .tab] { _ = screen.handle(.key(key)) }
        #expect(screen.accept() == nil && text(screen) == before)
    }

    @Test func `at the end it says where the rows are, and how many were gone`() {
        var screen = screen()
        _ = screen.accept()
        screen.take(written: ExportProgress(rows: 12_345, total: 12_345))
        #expect(text(screen).contains("12,345 rows are in observations-2026-11-23.csv"))
        #expect(!text(screen).contains("no longer held"))
        // A report that comes late changes nothing.
        screen.take(ExportProgress(rows: 1, total: 12_345))
        #expect(text(screen).contains("12,345 rows are in"))
        screen.take(written: ExportProgress(rows: 12_340, total: 12_345))
        #expect(text(screen).contains("5 were no longer held"))
    }

    @Test func `a name that a terminal would obey is shown harmless`() {
        var screen = screen()
        retype("a\u{202E}b\u{1B}[31m.csv", in: &screen)
        #expect(!text(screen).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test(arguments: screenSizes) func `it looks as it should while it asks`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = screen(marked: 3)
        _ = screen.accept()
        screen.take(ExportError.fileExists(path: "observations-2026-11-23.csv"))
        try expectScreen("asking", in: "Export", columns, rows) { surface in
            screen.draw(on: &surface, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `it looks as it should while it writes`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = screen()
        _ = screen.accept()
        screen.take(ExportProgress(rows: 5_000, total: 12_345))
        try expectScreen("writing", in: "Export", columns, rows) { surface in
            screen.draw(on: &surface, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `it looks as it should at the end`(_ columns: Int, _ rows: Int) throws
    {
        var screen = screen()
        _ = screen.accept()
        screen.take(written: ExportProgress(rows: 12_340, total: 12_345))
        try expectScreen("written", in: "Export", columns, rows) { surface in
            screen.draw(on: &surface, in: body(columns, rows))
        }
    }

    @Test(arguments: [(1, 1), (20, 3), (60, 4)]) func `a terminal far too small does no harm`(
        _ columns: Int,
        _ rows: Int
    ) {
        var screen = screen(marked: 2)
        _ = text(screen, columns, rows)
        _ = screen.accept()
        #expect(
            text(screen, columns, rows).split(separator: "\n", omittingEmptySubsequences: false).count == rows
        )
    }
}
