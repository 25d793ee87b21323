import INaturalist
import ObservationImport
import TerminalUI
import Testing

@testable import Browser

/// What a movement ends, and what is forgotten with the rows that it was about.
@Suite struct EndOfMovementTests {
    /// `End` was pressed, and the server does not honour the JWT any more.
    private func refused() throws -> TestBrowser {
        var state = try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
        let ticket = try #require(workTicket(state.press(.end), .job))
        state.update(.finished(.job, ticket: ticket, .failed(.jwtNotHonoured)), at: World.now)
        state.press(.escape)
        #expect(state.wantsEnd)
        return state
    }

    @Test func `after a refused JWT the first movement ends what End began, and the next says nothing`()
        throws
    {
        var state = try refused()
        state.press(.up)
        #expect(state.message?.text == "Ended. What was fetched is kept; d goes on there.")
        #expect(!state.wantsEnd && !state.isJobInterrupted)
        state.press(.up)
        #expect(state.message == nil)
    }

    @Test func `x after a refused JWT leaves nothing that a movement has to end`() throws {
        var state = try refused()
        state.press(.character("x"))
        #expect(!state.wantsEnd && !state.isJobInterrupted)
        state.press(.up)
        #expect(state.message == nil)
    }

    @Test func `without a job a movement ends the wish alone`() throws {
        var state = try World.browser(120, 36)
        state.state.wantsEnd = true
        state.press(.down)
        #expect(!state.wantsEnd)
        #expect(state.message == nil)
    }

    @Test(arguments: [
        InputEvent.key(.down), .key(.end), .mouse(MouseEvent(.wheelDown, at: Position(column: 5, row: 5))),
        .mouse(MouseEvent(.press, at: Position(column: 5, row: 4))), .key(.character("n")),
    ])
    func `whoever moves the cursor is not taken elsewhere by rows that come back`(
        _ movement: InputEvent
    )
        throws
    {
        var state = try World.browser(120, 36)
        state.press(.character("/"))
        state.type("robin")
        state.press(.enter)
        state.state.returningTo = 9_098
        state.update(.input(movement), at: World.now)
        #expect(state.returningTo == nil)
    }

    @Test func `a step to what is found is forgotten with the rows that it was to go through`() throws {
        for key in [Key.character("t"), .escape] {
            var state = try World.browser(120, 36)
            state.press(.character("&"))
            state.type("o")
            state.press(.enter)
            state.state.pendingStep = true
            state.press(key)
            #expect(state.pendingStep == nil, "\(key)")
        }
        var state = try World.browser(120, 36)
        state.state.pendingStep = true
        state.state.returningTo = 9_100
        state.show(ListSource(.everyone))
        #expect(state.pendingStep == nil && state.returningTo == nil)
    }

    @Test func `another list than a file's has nothing of what was told of the file`() throws {
        var state = try World.browser(120, 36)
        let file = ListSource(.file(.path("/made-up/rows.csv")), isHiddenOnly: false)
        state.show(file)
        #expect(state.session.isOfFile)
        #expect(state.screenText.hasPrefix(" inatty file "))
        #expect(file.name(login: nil) == "/made-up/rows.csv")
        state.state.fileRemark = "3 rows cannot be read."
        state.show(ListSource(.everyone))
        #expect(!state.session.isOfFile && state.fileRemark == nil)
        #expect(!state.screenText.prefix(120).contains("file"))
    }
}
