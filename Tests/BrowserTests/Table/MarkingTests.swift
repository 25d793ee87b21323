import TerminalUI
import Testing

@testable import Browser

/// Marks as a person makes them, and what is done to all that are marked.
@Suite struct MarkingTests {
    @Test func `Space marks and goes on; the sign, the count and the word say so`() throws {
        var state = try World.browser()
        state.press(.character(" "), .character(" "))
        #expect(state.table.marks.ids == [9_103, 9_104])
        #expect(state.table.position.selected == 2)
        #expect(state.screenText.contains("2 marked"))
        #expect(state.drawn.lines[2].hasPrefix("✓"))
        #expect(!state.drawn.lines[4].hasPrefix("✓"))
    }

    @Test func `v begins a range and ends it, in either direction`() throws {
        var state = try World.browser()
        state.press(.end)
        state.type("v")
        state.press(.up, .up)
        state.type("v")
        #expect(state.table.marks.ids == [9_098, 9_099, 9_100])
        state.type("v")
        state.press(.up, .escape)
        state.type("v")
        #expect(state.table.marks.count == 4, "Escape gives a range up, and the next v begins one")
    }

    @Test func `all, none and the others`() throws {
        var state = try World.browser()
        state.type("*")
        #expect(state.table.marks.count == 7)
        state.type("U")
        #expect(state.table.marks.isEmpty)
        state.press(.character(" "))
        state.type("~")
        #expect(state.table.marks.count == 6 && !state.table.marks.contains(9_104))
    }

    @Test func `marks are those of a list`() throws {
        var state = try World.browser()
        state.type("*")
        state.show(ListSource(.everyone))
        #expect(state.table.marks.isEmpty)
    }

    @Test func `what is copied is of all that are marked, and what is not known is said`() throws {
        var state = try World.browser()
        state.type("*")
        let effects = state.press(.character("Y"))
        guard case .copy(let text, let said)? = effects.first else {
            Issue.record("nothing was copied: \(effects)")
            return
        }
        #expect(text.split(separator: "\n").count == 5, "of one the truth is withheld, one has no point")
        #expect(text.hasPrefix("41.6021800, -93.6124000\n42.3611000"))
        #expect(
            said.text.contains("TRUE point of 5 observations") && said.text.contains("Of 2 it is not known")
        )
        #expect(said.role == .warning)
    }

    @Test func `what would open too many pages is refused`() throws {
        var state = try World.browser(showing: World.many(Array((1...60).reversed())))
        state.type("*")
        #expect(state.press(.character("o")).isEmpty)
        #expect(state.message?.text.contains("60 are marked, and this is done to at most 10") == true)
    }

    @Test func `rows that are marked far away are looked up before they are copied`() throws {
        var state = try World.browser(showing: World.many(Array((1...2_000).reversed())))
        state.type("*")
        state.slow = [.action]
        state.press(.character("y"), .character("p"))
        #expect(state.pending[.action] != nil)
        let effects = state.release()
        guard case .copy(let text, _)? = effects.first else {
            Issue.record("nothing was copied: \(effects)")
            return
        }
        #expect(text.split(separator: "\n").count == 2_000)
    }
}
