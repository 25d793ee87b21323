import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Fetching, reloading, finding, opening: what the keys ask for and what the answers do.
@Suite struct ListTests {
    private func page(_ effects: [Effect]) -> (ticket: Int, idBelow: Int?)? {
        for case .work(.page, let ticket, .page(_, let idBelow, _, _)) in effects { return (ticket, idBelow) }
        return nil
    }

    private func answer(_ state: inout BrowserState, _ ticket: Int, _ ids: [Int], total: Int) -> [Effect] {
        let page = ObservationPage(total: total, observations: World.many(ids), recognition: .recognised)
        return state.update(
            .finished(.page, ticket: ticket, .page(page, .jwt, limit: BrowserState.pageLimit)),
            at: World.now
        )
    }

    /// 450 rows on the server, the first 200 fetched.
    private func browser() throws -> BrowserState {
        try World.browser(80, 24, showing: World.many((251...450).reversed()), total: 450)
    }

    @Test func `the next page is asked for before the cursor reaches the last row`() throws {
        var state = try browser()
        var asked: Int?
        while asked == nil, state.table.position.selected < 199 {
            asked = page(state.press(.down))?.idBelow
        }
        #expect(asked == 251)
        #expect(state.table.position.selected < 150)
    }

    @Test func `a page is asked for once, whatever is pressed meanwhile`() throws {
        var state = try browser()
        let asked = (0..<20).reduce(0) { count, _ in count + (page(state.press(.pageDown)) == nil ? 0 : 1) }
        #expect(asked == 1)
    }

    @Test func `End fetches the rest and goes along`() throws {
        var state = try browser()
        var effects = state.press(.end)
        var rows = 250
        while let next = page(effects) {
            let ids = Array((max(1, rows - 199)...rows).reversed())
            rows -= ids.count
            effects = answer(&state, next.ticket, ids, total: 450)
        }
        #expect(state.list.count == 450)
        #expect(state.list.isComplete)
        #expect(state.selectedEntry?.observation.id == 1)
        #expect(state.screenText.contains("of 450"))
    }

    @Test func `rows that cannot be read are told, and a page of nothing else is not asked for again`() throws
    {
        var state = try browser()
        let asked = try #require(page(state.press(.end)))
        let empty = ObservationPage(total: 250, observations: [], recognition: .unknown, unreadable: 200)
        let effects = state.update(
            .finished(.page, ticket: asked.ticket, .page(empty, .jwt, limit: BrowserState.pageLimit)),
            at: World.now
        )
        #expect(page(effects) == nil)
        #expect(state.screenText.contains("200 rows of the answer could not be read"))
    }

    @Test func `a movement stops what End began`() throws {
        var state = try browser()
        let asked = page(state.press(.end))
        state.press(.up)
        let effects = answer(&state, try #require(asked).ticket, Array((51...250).reversed()), total: 450)
        #expect(state.table.position.selected == 198)
        #expect(page(effects) == nil)
    }

    @Test func `reload keeps the cursor on its observation and the old rows up meanwhile`() throws {
        var state = try browser()
        for _ in 0..<10 { state.press(.down) }
        let selected = state.selectedEntry?.observation.id
        let effects = state.press(.character("r"))
        #expect(state.list.count == 200)
        let asked = try #require(page(effects))
        #expect(asked.idBelow == nil)
        _ = answer(&state, asked.ticket, Array((252...451).reversed()), total: 451)
        #expect(state.list.index(of: 451) == 0)
        #expect(state.selectedEntry?.observation.id == selected)
    }

    @Test func `a failure stays on the screen until the person asks again`() throws {
        var state = try browser()
        let asked = try #require(page(state.press(.end)))
        let error = INaturalistError.transport(.noConnection, host: "api.inaturalist.org")
        let after = state.update(.finished(.page, ticket: asked.ticket, .failed(error)), at: World.now)
        #expect(after.isEmpty)
        state.press(.up)
        #expect(state.screenText.contains("cannot be reached"))
        #expect(page(state.press(.character("r"))) != nil)
        #expect(!state.screenText.contains("cannot be reached"))
    }

    @Test func `ids that are not found are named`() throws {
        var state = try browser()
        let effects =
            state.show(ListSource(.ids([9, 5, 7]), isHiddenOnly: false)) + state.update(.woke, at: World.now)
        guard case .work(.page, let ticket, .rows(let ids, _))? = effects.first(where: \.isPage) else {
            Issue.record("nothing was asked: \(effects)")
            return
        }
        #expect(ids == [9, 5, 7])
        let batch = ObservationBatch(
            observations: World.many([9, 7]),
            missing: [5],
            recognition: .recognised
        )
        _ = state.update(.finished(.page, ticket: ticket, .rows(batch, .jwt, ids: ids)), at: World.now)
        #expect(state.list.entries.map(\.observation.id) == [9, 7])
        #expect(state.screenText.contains("Not found: 5"))
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

    @Test func `what y copies has no true point, and Y has nothing else`() throws {
        var state = try World.browser(80, 24)
        guard case .copy(let open)? = state.press(.character("y")).first,
            case .copy(let hidden)? = state.press(.character("Y")).first
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
