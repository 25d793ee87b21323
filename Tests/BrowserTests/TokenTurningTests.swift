import FoundationEssentials
import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// `t`: the same rows asked for again as somebody else, in place.
@Suite struct TokenTurningTests {
    /// A browser with 1,000 rows, its cursor at row 500.
    private func browser() throws -> BrowserState {
        var state = try World.browser(120, 36, showing: World.many((1...1_000).reversed()))
        for _ in 0..<500 { state.press(.down) }
        return state
    }

    @Test func `it turns through anonymous, OAuth token and JWT`() throws {
        var state = try browser()
        var turned: [Identity] = []
        for _ in 0..<3 {
            state.press(.character("t"))
            turned.append(state.session.identity)
        }
        #expect(turned == [.anonymous, .oauth, .jwt])
    }

    @Test func `it leaves out a token that is not held`() throws {
        var state = try browser()
        state.session.credentials.oauth = nil
        state.press(.character("t"))
        #expect(state.session.identity == .anonymous)
        state.press(.character("t"))
        #expect(state.session.identity == .jwt)
    }

    @Test func `without a token it says so and asks nothing`() throws {
        var state = try browser()
        state.session = Session()
        state.list.replace(
            ids: Array(1...1_000),
            with: .init(observations: [], missing: [], recognition: .unknown),
            askedAs: .anonymous
        )
        #expect(state.press(.character("t")).isEmpty)
        #expect(state.message?.text.contains("No token is held") == true)
    }

    @Test
    func `the cursor stays on its observation and nothing of the old identity is shown as the new one's`()
        throws
    {
        var state = try browser()
        let before = state.selectedEntry?.observation.id
        #expect(state.screenText.contains("41.60218"))
        state.press(.character("t"))
        #expect(state.selectedEntry?.observation.id == before)
        #expect(!state.screenText.contains("41.60218"))
        #expect(!state.screenText.contains("Meadow"))
    }

    @Test func `only the rows around the window are asked for, in one request`() throws {
        var state = try browser()
        let effects = state.press(.character("t"))
        guard case .work(.rows, _, .rows(let ids, let viewer))? = effects.first(where: \.isRows) else {
            Issue.record("no rows were asked for: \(effects)")
            return
        }
        #expect(viewer.identity == .anonymous)
        #expect(ids.count == BrowserState.pageLimit)
        let visible = state.table.position.visible(count: 1_000, rows: state.tableLayout.visibleRows)
        #expect(Set(ids).isSuperset(of: visible.map { state.list.entries[$0].observation.id }))
    }

    @Test func `the answer turns the true points to withheld, and back`() throws {
        var state = try browser()
        try answerRows(&state, to: state.press(.character("t")), as: .anonymous)
        #expect(state.screenText.contains("withheld"))
        try answerRows(&state, to: state.press(.character("t")), as: .oauth)
        #expect(
            state.screenText.contains(
                "OAuth token: the API ignores it and answers as to anyone. Use the JWT."
            )
        )
        try answerRows(&state, to: state.press(.character("t")), as: .jwt)
        #expect(state.screenText.contains("41.60218"))
        #expect(!state.screenText.contains("withheld"))
    }

    @Test func `an answer to the identity of before is dropped`() throws {
        var state = try browser()
        let first = state.press(.character("t"))
        guard case .work(.rows, let late, .rows(let ids, _))? = first.first(where: \.isRows) else {
            Issue.record("no rows were asked for: \(first)")
            return
        }
        state.press(.character("t"))
        let batch = ObservationBatch(
            observations: World.many(ids, for: .anonymous),
            missing: [],
            recognition: .notRecognised
        )
        _ = state.update(.finished(.rows, ticket: late, .rows(batch, .anonymous, ids: ids)), at: World.now)
        #expect(state.list.entries.allSatisfy { $0.askedAs == .jwt })
    }

    private func answerRows(_ state: inout BrowserState, to effects: [Effect], as identity: Identity) throws {
        for effect in effects {
            guard case .work(.rows, let ticket, .rows(let ids, let viewer)) = effect else { continue }
            #expect(viewer.identity == identity)
            let batch = ObservationBatch(
                observations: World.many(ids, for: identity),
                missing: [],
                recognition: identity == .jwt ? .recognised : .notRecognised
            )
            _ = state.update(
                .finished(.rows, ticket: ticket, .rows(batch, identity, ids: ids)),
                at: World.now
            )
        }
    }
}

extension Effect {
    /// Whether rows are asked for by their ids.
    var isRows: Bool { if case .work(.rows, _, _) = self { true } else { false } }

    /// Whether a page is asked for.
    var isPage: Bool { if case .work(.page, _, _) = self { true } else { false } }
}
