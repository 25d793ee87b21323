import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// The cursor over many rows: what is asked of the store, what stays on the screen, and where the cursor stays.
@Suite struct CursorTests {
    private static let count = 3_000

    private func browser() throws -> TestBrowser {
        try World.browser(120, 36, showing: World.many((1...Self.count).reversed()))
    }

    /// The rows that keys had looked up, and how often rows were put in order for them.
    private func asked(_ state: inout TestBrowser, _ keys: [Key]) -> (largest: Int, ids: Int, orders: Int) {
        state.asked = []
        for key in keys { state.press(key) }
        let ids = state.asked.compactMap { $0.lookedUp?.count }
        return (ids.max() ?? 0, ids.reduce(0, +), state.asked.filter { $0.arranged != nil }.count)
    }

    @Test func `a key looks up a few screens of rows at most, and no key puts rows in order`() throws {
        var state = try browser()
        let visible = state.tableLayout.visibleRows
        let keys: [Key] = [.end, .home, .pageDown, .pageUp, .end, .up, .down, .home]
        let asked = asked(&state, keys)
        #expect(asked.orders == 0)
        #expect(asked.largest <= 5 * visible)
        #expect(asked.ids <= keys.count * 5 * visible)
    }

    @Test func `a hundred steps look every row up once`() throws {
        var state = try browser()
        let steps = 300
        let asked = asked(&state, Array(repeating: .down, count: steps))
        #expect(asked.orders == 0)
        #expect(asked.ids <= steps + 4 * state.tableLayout.visibleRows)
    }

    @Test func `at the start only the first rows are looked up`() throws {
        var state = try browser()
        state.asked = []
        let rows = state.list.entriesAtHand.count
        #expect(rows < 200)
        #expect(state.list.count == Self.count)
        #expect(state.press(.down).isEmpty)
    }

    @Test func `whoever scrolls through everything does not keep everything at hand`() throws {
        var state = try browser()
        for _ in 0..<200 { state.press(.pageDown) }
        #expect(state.selectedEntry?.observation.id == 1)
        #expect(state.list.entriesAtHand.count < 2_200)
    }

    @Test func `the last frame stays up until the rows are at hand`() throws {
        var state = try browser()
        let before = state.screenText
        state.slow = [.window]
        state.press(.end)
        #expect(state.screenText == before)
        state.press(.pageUp, .pageUp)
        #expect(state.screenText == before)
        // One question is under way, however many keys were pressed.
        #expect(state.asked.filter { $0.lookedUp?.contains(1) == true }.count == 1)
        state.release()
        let selected = try #require(state.selectedEntry?.observation.id)
        #expect(state.table.shown == state.table.position)
        #expect(state.screenText.contains("Orchid \(selected)"))
        #expect(!state.screenText.contains("Orchid 3000"))
    }

    @Test func `rows that were written do not move the cursor off its observation`() throws {
        var state = try browser()
        for _ in 0..<5 { state.press(.pageDown) }
        let selected = state.selectedEntry?.observation.id
        let line = state.table.position.selected - state.table.position.top
        try state.hold(World.many((3_001...3_007).reversed()))
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(state.list.count == Self.count + 7)
        #expect(state.selectedEntry?.observation.id == selected)
        #expect(state.table.position.selected - state.table.position.top == line)
    }

    @Test func `whoever goes on while rows are taken up is not thrown back`() throws {
        var state = try browser()
        for _ in 0..<5 { state.press(.pageDown) }
        try state.hold(World.many((3_001...3_007).reversed()))
        state.slow = [.arrangement]
        state.state.isStale = true
        state.update(.woke, at: World.now)
        state.press(.pageDown, .down)
        let selected = state.selectedEntry?.observation.id
        state.release()
        #expect(state.list.count == Self.count + 7)
        #expect(state.selectedEntry?.observation.id == selected)
    }

    @Test func `at the top new rows come in above`() throws {
        var state = try browser()
        try state.hold(World.many([3_001]))
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(state.selectedEntry?.observation.id == 3_001)
    }

    @Test func `the cursor may go where the order is not known yet, and arrives there`() throws {
        var state = try World.newBrowser(120, 36)
        try state.hold(World.many((1...Self.count).reversed()))
        state.state.isUnchecked = false
        // The first rows come before the whole order.
        let effects = state.state.update(.woke, at: World.now)
        guard case .work(_, let ticket, .arrange(let request))? = effects.first else {
            Issue.record("nothing was put in order: \(effects)")
            return
        }
        var heads: [ArrangedRows] = []
        let answer = try StoreDesk(state.store).answer(to: .arrange(request)) { head, _ in heads.append(head)
        }
        let head = try #require(heads.first)
        state.update(.arranged(ticket: ticket, head, request), at: World.now)
        #expect(state.list.count == Self.count)
        #expect(state.list.order.count < 200)
        #expect(state.screenText.contains("Orchid 3000"))
        state.press(.end)
        #expect(state.screenText.contains("Orchid 3000"))
        state.update(.finished(.arrangement, ticket: ticket, try #require(answer)), at: World.now)
        #expect(state.selectedEntry?.observation.id == 1)
        #expect(state.screenText.contains("Orchid 1 "))
    }
}
