import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// Finding among all rows, those that are not at hand among them.
@Suite struct FindInBrowserTests {
    private func many() throws -> TestBrowser {
        try World.browser(120, 36, showing: World.many((1...3_000).reversed()))
    }

    @Test func `a row far away is found and only its surroundings are looked up`() throws {
        var state = try many()
        state.asked = []
        state.press(.character("/"))
        state.type("meadow 7")
        state.press(.enter)
        #expect(state.selectedEntry?.observation.id == 799)
        #expect(state.screenText.contains("Orchid 799"))
        #expect(state.asked.compactMap { $0.lookedUp?.count }.reduce(0, +) < 400)
        state.press(.character("n"))
        #expect(state.selectedEntry?.observation.id == 798)
        state.press(.character("N"), .character("N"))
        // 7, 70 to 79, 700 to 799: the last is 7.
        #expect(state.selectedEntry?.observation.id == 7)
        #expect(state.message?.text == "Went on from the last row.")
    }

    @Test func `an id is found`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("/"))
        state.type("9101")
        state.press(.enter)
        #expect(state.selectedEntry?.observation.id == 9_101)
        #expect(state.context == .table)
    }

    @Test func `Enter before the answer is kept until it comes`() throws {
        var state = try World.browser(120, 36)
        state.slow = [.find]
        state.press(.character("/"))
        state.type("rob")
        state.press(.enter)
        #expect(state.context == .find)
        #expect(state.table.position.selected == 0)
        state.release()
        #expect(state.context == .table)
        #expect(state.selectedEntry?.observation.id == 9_100)
    }

    @Test func `what was found for fewer letters is dropped`() throws {
        var state = try World.browser(120, 36)
        state.slow = [.find]
        state.press(.character("/"))
        state.type("turtle")
        state.press(.control("u"))
        state.type("robin")
        state.release()
        #expect(state.selectedEntry?.observation.id == 9_100)
        state.press(.enter, .character("n"))
        #expect(state.selectedEntry?.observation.id == 9_100)
    }

    @Test func `n after Escape goes on with what was looked for before`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("/"))
        state.type("robin")
        state.press(.enter, .home, .character("/"))
        state.type("turtle")
        #expect(state.selectedEntry?.observation.id == 9_103)
        state.press(.escape)
        #expect(state.table.position.selected == 0)
        state.press(.character("n"))
        #expect(state.selectedEntry?.observation.id == 9_100)
    }

    @Test func `rows that are written above what was found do not lead n astray`() throws {
        var state = try World.browser(120, 36, showing: World.many((1...300).reversed()))
        state.press(.character("/"))
        state.type("meadow 20")
        state.press(.enter)
        #expect(state.selectedEntry?.observation.id == 209)
        try state.hold(World.many((301...310).reversed()))
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(state.selectedEntry?.observation.id == 209)
        state.press(.character("n"))
        #expect(state.selectedEntry?.observation.id == 208)
    }

    @Test func `rows that are written while one types do not change where Escape leads`() throws {
        var state = try World.browser(120, 36, showing: World.many((1...300).reversed()))
        for _ in 0..<50 { state.press(.down) }
        let start = state.selectedEntry?.observation.id
        state.press(.character("/"))
        state.type("meadow 10")
        #expect(state.selectedEntry?.observation.id == 109)
        try state.hold(World.many((301...310).reversed()))
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(state.selectedEntry?.observation.id == 109)
        state.press(.escape)
        #expect(state.selectedEntry?.observation.id == start)
    }

    @Test func `a store that cannot find tells so, and Enter asks again`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("/"))
        state.breakdown = "disk I/O error"
        state.type("robin")
        #expect(state.message?.text.contains("disk I/O error") == true)
        state.breakdown = nil
        state.press(.enter)
        #expect(state.context == .table)
        #expect(state.selectedEntry?.observation.id == 9_100)
    }
}
