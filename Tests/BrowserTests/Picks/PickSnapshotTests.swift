import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// Lists to pick from, columns, marks, messages and photos, as text and roles at four sizes.
@Suite struct PickSnapshotTests {
    static let sizes = ScreenSnapshotTests.sizes

    private func expect(_ browser: TestBrowser, _ name: String, file: String = #filePath) {
        let size = browser.state.size
        expectSnapshot(
            browser.state.drawn.snapshot,
            named: "\(name)-\(size.columns)x\(size.rows)",
            file: file
        )
    }

    @Test(arguments: sizes) func `help that was searched`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("?"))
        state.type("sort")
        expect(state, "help-searched")
    }

    @Test(arguments: sizes) func `the commands`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character(":"))
        state.type("mark")
        expect(state, "commands")
    }

    @Test(arguments: sizes) func `nothing matches`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character(":"))
        state.type("xyzzy")
        expect(state, "commands-none")
    }

    @Test(arguments: sizes) func `what to copy`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("y"))
        expect(state, "copy")
    }

    @Test(arguments: sizes) func `what to open`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("O"))
        expect(state, "open")
    }

    @Test(arguments: sizes) func columns(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("C"), .down, .enter, .down, .character("+"))
        expect(state, "columns")
    }

    @Test(arguments: sizes) func `columns that are scrolled, and marks`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.right, .right, .character(" "), .down, .character(" "))
        expect(state, "scrolled")
    }

    @Test(arguments: sizes) func `MGRS and feet`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("uuuM")
        state.press(.down, .up)
        expect(state, "grid")
    }

    @Test(arguments: sizes) func `the comparison hidden`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("--")
        state.press(.down)
        expect(state, "no-pane")
    }

    @Test(arguments: sizes) func messages(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("uUM!")
        expect(state, "messages")
    }

    @Test(arguments: sizes) func `going to an id`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("#"))
        state.type("turtle")
        state.press(.enter)
        expect(state, "go-to")
    }

    @Test(arguments: sizes) func `a photo that comes`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        _ = state.state.push(.photos(PhotoScreen(id: 9_104, photos: World.photos)))
        expect(state, "photo-coming")
    }

    @Test(arguments: sizes) func `a photo that does not`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        _ = state.state.push(.photos(PhotoScreen(id: 9_104, photos: World.photos)))
        let effects = state.update(.woke, at: World.now)
        guard case .work(.photo, let ticket, .photo(let request, _))? = effects.first else {
            Issue.record("no photo was asked for: \(effects)")
            return
        }
        let answer = PhotoAnswer(
            file: nil,
            outcome: .failed(
                "chafa is not installed: apt install chafa. o opens the photo in the web browser."
            )
        )
        state.update(.finished(.photo, ticket: ticket, .photo(answer, to: request)), at: World.now)
        expect(state, "photo-failed")
    }
}
