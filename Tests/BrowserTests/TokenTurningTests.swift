import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// `t`: the same rows asked for again as somebody else, in place.
@Suite struct TokenTurningTests {
    /// A browser with 1,000 rows, its cursor at row 500.
    private func browser() throws -> TestBrowser {
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
        try state.answerRows(state.update(.woke, at: World.now))
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
        guard case .work(.rows, _, .rows(let ids, let viewer, let key))? = effects.first(where: \.isRows)
        else {
            Issue.record("no rows were asked for: \(effects)")
            return
        }
        #expect(viewer.identity == .anonymous)
        #expect(key == .anonymous)
        #expect(ids.count == BrowserState.pageLimit)
        #expect(Set(ids).isSuperset(of: state.list.ids(in: state.visibleRows)))
        #expect(effects.filter(\.isRows).count == 1)
    }

    @Test func `the answer turns the true points to withheld, and back without asking again`() throws {
        var state = try browser()
        try state.answerRows(state.press(.character("t")))
        #expect(state.screenText.contains("withheld"))
        try state.answerRows(state.press(.character("t")))
        #expect(
            state.screenText.contains(
                "OAuth token: the API ignores it and answers as to anyone. Use the JWT."
            )
        )
        #expect(state.screenText.contains("withheld"))
        for (identity, point) in [(Identity.jwt, true), (.anonymous, false), (.oauth, false)] {
            let effects = state.press(.character("t"))
            #expect(state.session.identity == identity)
            #expect(!effects.contains { $0.isRows }, "\(identity) was answered before")
            #expect(state.screenText.contains("41.60218") == point)
            #expect(state.screenText.contains("withheld") == !point)
        }
    }

    @Test func `what the server does not have is asked for once, also when rows are taken up meanwhile`()
        throws
    {
        var state = try browser()
        let gone = try #require(state.selectedEntry?.observation.id)
        let after = try state.answerRows(state.press(.character("t")), missing: [gone])
        #expect(!after.contains { $0.isRows })
        state.state.isStale = true
        #expect(!state.update(.woke, at: World.now).contains { $0.isRows })
        #expect(!state.press(.down).contains { $0.isRows })
        #expect(state.list.entry(id: gone)?.answers(.anonymous) == true)
    }

    @Test func `answers from before the turn are asked for again where they are seen, once`() throws {
        var state = try browser()
        let gone = try #require(state.selectedEntry?.observation.id)
        let later = World.now.addingTimeInterval(60)
        var effects: [Effect] = []
        for _ in 0..<3 { effects = state.update(.input(.key(.character("t"))), at: later) }
        #expect(state.session.identity == .jwt)
        guard case .work(_, _, .rows(let ids, _, _))? = effects.first(where: \.isRows) else {
            Issue.record("no rows were asked for: \(effects)")
            return
        }
        #expect(Set(ids).isSuperset(of: state.list.ids(in: state.visibleRows)))
        // What is written there has the date of before: by a clock that is wrong, or because it could not be had.
        let after = try state.answerRows(effects, missing: [gone])
        #expect(!after.contains { $0.isRows })
        state.state.isStale = true
        #expect(!state.update(.woke, at: later).contains { $0.isRows })
        #expect(!state.press(.down).contains { $0.isRows })
    }

    @Test func `an answer to the identity of before is dropped`() throws {
        var state = try browser()
        let first = state.press(.character("t"))
        guard case .work(.rows, let late, .rows(let ids, _, _))? = first.first(where: \.isRows) else {
            Issue.record("no rows were asked for: \(first)")
            return
        }
        state.press(.character("t"))
        let batch = ObservationBatch(
            observations: World.many(ids, for: .anonymous),
            missing: [],
            recognition: .notRecognised
        )
        state.update(.finished(.rows, ticket: late, .rows(batch, .anonymous, ids: ids)), at: World.now)
        #expect(state.list.entriesAtHand.allSatisfy { !$0.answers(.anonymous) })
        #expect(state.list.entry(id: ids[0])?.lookedUpAs == .oauth)
    }

    @Test func `words of a hidden place find nothing for an identity that was not told it`() throws {
        var state = try browser()
        state.press(.home, .character("/"))
        state.type("meadow 77")
        state.press(.enter)
        #expect(state.selectedEntry?.observation.id == 779)
        state.press(.character("t"))
        #expect(state.table.found == nil)
        state.press(.character("n"))
        #expect(state.selectedEntry?.observation.id == 779)
        #expect(state.message?.text.contains("None of the 1,000 rows") == true)
    }

    @Test func `rows that stand where the hidden truth put them are others for another identity`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("b"))
        state.type("41, -94, 42, -93")
        state.press(.enter)
        #expect(state.list.ids(in: 0..<9) == [9_104])
        state.press(.character("t"))
        #expect(state.list.count == 0)
        #expect(!state.screenText.contains("Western Prairie"))
        state.press(.character("t"), .character("t"))
        #expect(state.list.ids(in: 0..<9) == [9_104])
    }
}
