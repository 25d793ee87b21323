import TerminalUI
import Testing

@testable import Browser

/// Lists to pick from, columns, marks, messages and photos, as text and roles at four sizes.
@Suite struct PickSnapshotTests {
    static let sizes = screenSizes

    @Test(arguments: sizes) func `help that was searched`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("?"))
        state.type("sort")
        expectBrowser(state, "help-searched")
    }

    @Test(arguments: sizes) func `the commands`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character(":"))
        state.type("mark")
        expectBrowser(state, "commands")
    }

    @Test(arguments: sizes) func `nothing matches`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character(":"))
        state.type("xyzzy")
        expectBrowser(state, "commands-none")
    }

    @Test(arguments: sizes) func `what to copy`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("y"))
        expectBrowser(state, "copy")
    }

    @Test(arguments: sizes) func `what to open`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("O"))
        expectBrowser(state, "open")
    }

    @Test(arguments: sizes) func columns(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("C"), .down, .enter, .down, .character("+"))
        expectBrowser(state, "columns")
    }

    @Test(arguments: sizes) func `columns that are scrolled, and marks`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.right, .right, .character(" "), .down, .character(" "))
        expectBrowser(state, "scrolled")
    }

    @Test(arguments: sizes) func `MGRS and feet`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("uuuM")
        state.press(.down, .up)
        expectBrowser(state, "grid")
    }

    @Test(arguments: sizes) func `the comparison hidden`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("--")
        state.press(.down)
        expectBrowser(state, "no-pane")
    }

    @Test(arguments: sizes) func messages(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.type("uUM!")
        expectBrowser(state, "messages")
    }

    @Test(arguments: sizes) func `going to an id`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("#"))
        state.type("turtle")
        state.press(.enter)
        expectBrowser(state, "go-to")
    }

    @Test(arguments: sizes) func `a photo that comes`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        _ = state.state.push(.photos(PhotoScreen(id: 9_104, photos: World.photos)))
        expectBrowser(state, "photo-coming")
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
        expectBrowser(state, "photo-failed")
    }
}
