import INaturalist
import ObservationStore
import ObservationSync
import TerminalUI
import Testing

@testable import Browser

/// Fetching, reloading, finding, opening: what the keys ask for and what the answers do.
@Suite struct ListTests {
    private func page(_ effects: [Effect]) -> (lane: Lane, ticket: Int, request: SyncRequest)? {
        effects.lazy.compactMap(\.fetch).first { $0.lane == .page }
    }

    /// 450 rows on the server, the first 200 fetched.
    private func browser() throws -> TestBrowser {
        try World.browser(80, 24, showing: World.many((251...450).reversed()), total: 450)
    }

    @Test func `the next page is asked for before the cursor reaches the last row`() throws {
        var state = try browser()
        var asked: SyncRequest?
        while asked == nil, state.table.position.selected < 199 {
            asked = page(state.press(.down))?.request
        }
        #expect(asked?.reach == .nextPage)
        #expect(asked?.isWhole == false)
        #expect(asked?.key == .jwt(user: World.observer.id))
        #expect(state.table.position.selected < 150)
    }

    @Test func `a page is asked for once, whatever is pressed meanwhile`() throws {
        var state = try browser()
        let asked = (0..<20).reduce(0) { count, _ in count + (page(state.press(.pageDown)) == nil ? 0 : 1) }
        #expect(asked == 1)
    }

    @Test func `a list that was never fetched is asked for from its start, and then held`() throws {
        var state = try World.newBrowser(80, 24)
        let effects = state.update(.woke, at: World.now)
        let asked = try #require(page(effects))
        #expect(asked.request.reach == .nextPage)
        #expect(asked.request.query.observers == [.name("observer")])
        #expect(state.screenText.contains("Fetching obscured, private · mine…"))
        let after = try state.answerFetch(effects, with: World.many([3, 2, 1]), total: 3, isLast: true)
        #expect(state.list.ids(in: 0..<9) == [3, 2, 1])
        #expect(page(after) == nil)
        #expect(page(state.press(.down)) == nil)
    }

    @Test func `rows that cannot be read are told, and a page of nothing else is not asked for again`() throws
    {
        var state = try browser()
        let effects = state.press(.character("r"))
        let after = try state.answerFetch(effects, with: [], total: 450, isLast: true, unreadable: 200)
        #expect(page(after) == nil)
        #expect(state.screenText.contains("200 rows of the answer could not be read"))
        #expect(page(state.press(.down)) == nil)
    }

    @Test func `reload keeps the cursor on its observation and the old rows up meanwhile`() throws {
        var state = try browser()
        for _ in 0..<10 { state.press(.down) }
        let selected = state.selectedEntry?.observation.id
        let line = state.table.position.selected - state.table.position.top
        let effects = state.press(.character("r"))
        #expect(state.list.count == 200)
        #expect(state.screenText.contains("Orchid 440"))
        #expect(page(effects)?.request.isWhole == true)
        try state.answerFetch(effects, with: World.many((252...451).reversed()), total: 451)
        #expect(state.list.row(of: 451) == 0)
        #expect(state.selectedEntry?.observation.id == selected)
        #expect(state.table.position.selected - state.table.position.top == line)
        #expect(state.message?.text == "Fetched again.")
    }

    @Test func `a failure stays on the screen until the person asks again`() throws {
        var state = try browser()
        let asked = try #require(page(state.press(.character("r"))))
        let error = INaturalistError.transport(.noConnection, host: "api.inaturalist.org")
        let after = state.update(.finished(.page, ticket: asked.ticket, .failed(error)), at: World.now)
        #expect(after.isEmpty)
        state.press(.down)
        #expect(state.screenText.contains("cannot be reached"))
        #expect(page(state.press(.character("r"))) != nil)
        #expect(!state.screenText.contains("cannot be reached"))
    }

    @Test func `asking that was cancelled elsewhere is told and not begun again and again`() throws {
        var state = try browser()
        let asked = try #require(page(state.press(.character("r"))))
        let after = state.update(.finished(.page, ticket: asked.ticket, .failed(.cancelled)), at: World.now)
        #expect(page(after) == nil)
        #expect(state.screenText.contains("cancelled"))
    }

    @Test func `ids that are not found are named, once`() throws {
        var state = try browser()
        let effects = state.show(ListSource(.ids([9, 5, 7]), isHiddenOnly: false))
        #expect(page(effects)?.request.query.ids == [9, 5, 7])
        try state.answerFetch(effects, with: World.many([9, 7]), total: 2, isLast: true)
        #expect(state.list.ids(in: 0..<9) == [9, 7])
        #expect(state.screenText.contains("Not found: 5"))
        state.press(.down)
        state.state.isStale = true
        state.update(.woke, at: World.now)
        #expect(!state.screenText.contains("Not found"))
    }

    @Test func `find goes to the row while one types, Escape back, n and N round the end`() throws {
        var state = try World.browser(80, 24)
        state.press(.character("/"))
        state.type("meadow")
        #expect(state.table.position.selected == 0)
        state.press(.control("u"))
        state.type("robin")
        #expect(state.table.position.selected == 4)
        state.press(.escape)
        #expect(state.table.position.selected == 0)
        state.press(.character("/"))
        state.type("OBSERVER")
        state.press(.enter)
        state.press(.character("N"))
        #expect(state.table.position.selected == 6)
        state.press(.character("n"))
        #expect(state.table.position.selected == 0)
        #expect(state.message?.text == "Went on from the first row.")
    }

    @Test func `find tells when there is nothing and leaves the cursor`() throws {
        var state = try World.browser(80, 24)
        state.press(.down)
        state.press(.character("/"))
        state.type("no such thing")
        state.press(.enter)
        #expect(state.table.position.selected == 1)
        #expect(state.screenText.contains("None of the 7 rows has that."))
    }

    @Test func `Enter opens the observation and Escape comes back to its row`() throws {
        var state = try World.browser(80, 24)
        state.press(.down)
        let effects = state.press(.enter)
        #expect(
            effects.contains {
                if case .work(.detail, _, .detail(9_103, let viewer)) = $0 {
                    viewer.identity == .jwt
                } else {
                    false
                }
            }
        )
        #expect(state.screenText.contains("Clemmys guttata"))
        state.press(.escape)
        #expect(state.context == .table)
        #expect(state.table.position.selected == 1)
    }

    @Test func `what y y copies has no true point, and Y has nothing else`() throws {
        var state = try World.browser(80, 24)
        guard case .copy(let open, _)? = state.press(.character("y"), .character("y")).first,
            case .copy(let hidden, _)? = state.press(.character("Y")).first
        else {
            Issue.record("nothing was copied")
            return
        }
        #expect(open.contains("41.6510400, -93.7128800"))
        #expect(!open.contains("41.60218"))
        #expect(hidden == "41.6021800, -93.6124000")
    }

    @Test func `Y copies nothing of a withheld point`() throws {
        var state = try World.browser(80, 24, as: .oauth)
        #expect(state.press(.character("Y")).isEmpty)
        #expect(state.message?.text.contains("not known") == true)
    }
}
