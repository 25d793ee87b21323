import Foundation
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// A store that refuses: told once, not asked for ever, and the rows on the screen stay.
@Suite struct StoreFailureTests {
    private func failing(_ state: TestBrowser) -> Int {
        state.screenText.components(separatedBy: "disk I/O error").count - 1
    }

    @Test func `an order that cannot be had is told once, the last rows stay, and nothing is asked again`()
        throws
    {
        var state = try World.browser(120, 36)
        state.breakdown = "disk I/O error"
        state.asked = []
        state.press(.character("s"), .down, .enter, .escape)
        #expect(failing(state) == 1)
        #expect(state.screenText.contains("Western Prairie"))
        for _ in 0..<5 { state.press(.down) }
        #expect(state.asked.filter { $0.arranged != nil }.count == 1)
        #expect(failing(state) == 1)
        state.breakdown = nil
        state.press(.character("r"))
        #expect(state.asked.filter { $0.arranged != nil }.count == 2)
        #expect(state.list.narrowing == state.wanted)
        #expect(failing(state) == 0)
    }

    @Test func `rows that cannot be looked up are not asked for with every key`() throws {
        var state = try World.browser(120, 36, showing: World.many((1...3_000).reversed()))
        state.breakdown = "disk I/O error"
        state.asked = []
        state.press(.end, .up, .up, .home, .end)
        #expect(state.asked.count == 1)
        #expect(failing(state) == 1)
    }

    @Test func `also under the screen of accounts it is not asked for ever`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("A"))
        state.breakdown = "disk I/O error"
        state.state.isStale = true
        state.asked = []
        state.update(.woke, at: World.now)
        state.update(.woke, at: World.now)
        #expect(state.asked.count == 1)
        state.press(.escape)
        #expect(failing(state) == 1)
    }

    @Test func `other words are tried, because somebody wants them`() throws {
        var state = try World.browser(120, 36)
        state.breakdown = "disk I/O error"
        state.press(.character("&"))
        state.type("tu")
        #expect(failing(state) == 1)
        state.breakdown = nil
        state.type("r")
        // Turtle, and Turdus.
        #expect(state.list.ids(in: 0..<9) == [9_103, 9_100])
        #expect(failing(state) == 0)
    }

    @Test func `answers that cannot be kept are not asked of the server again and again`() throws {
        var state = try World.browser(120, 36)
        let effects = state.press(.character("t"))
        let ticket = try #require(workTicket(effects, .rows))
        let reason = StoreError.full(path: "observations.sqlite").description
        let after = state.update(.finished(.rows, ticket: ticket, .failedHere(reason)), at: World.now)
        #expect(!after.contains { $0.isRows })
        #expect(!state.press(.down).contains { $0.isRows })
        #expect(state.listFailure?.text == reason)
        // What is held can be looked up all the same.
        state.press(.character("s"), .down, .enter)
        #expect(state.list.narrowing == state.wanted)
    }

    @Test func `counts and changes that fail are told on their screens and not asked for again`() throws {
        for key in ["f", "c"] as [Character] {
            var state = try World.browser(120, 36)
            state.breakdown = "disk I/O error"
            state.asked = []
            state.press(.character(key))
            state.press(.down, .up)
            #expect(state.asked.count == 1)
            #expect(failing(state) == 1)
        }
    }
}
