import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Names in a query: looked up while one types, and once more when the query is to be shown.
@Suite struct QueryNamesTests {
    /// The query screen with a line that lacks the last letter of a name.
    private func typing() throws -> TestBrowser {
        var state = try World.browser(120, 36)
        state.press(.character("e"))
        state.type("taxon:Platanther")
        return state
    }

    private func works(_ effects: [Effect], _ lane: Lane) -> [Work] {
        effects.compactMap { if case .work(lane, _, let work) = $0 { work } else { nil } }
    }

    private func enter(_ state: inout TestBrowser) -> [Effect] {
        let keys: [Key] = [.character("a"), .enter]
        return state.state.update(keys.map { BrowserEvent.input(.key($0)) }, at: World.now)
    }

    @Test func `the last letter and Enter in one turn look the query's names up`() throws {
        var state = try typing()
        let effects = enter(&state)
        #expect(works(effects, .resolution).count == 1)
        #expect(works(effects, .names).count == 1)
        #expect(state.pending[.resolution] != nil)
    }

    @Test func `Escape gives that up`() throws {
        var state = try typing()
        _ = enter(&state)
        #expect(state.press(.escape).contains(.cancel(.resolution)))
    }

    @Test func `who writes on after Enter is not shown what was asked for before`() throws {
        var state = try typing()
        _ = enter(&state)
        #expect(state.press(.backspace).contains(.cancel(.resolution)))
    }

    @Test func `whose JWT is not honoured asks for names as anybody, also for those of a whole query`() throws
    {
        var state = try typing()
        state.session.note(.refused(reason: "revoked."), for: .jwt)
        let effects = enter(&state)
        let viewers = (works(effects, .names) + works(effects, .resolution)).compactMap { work -> Identity? in
            switch work {
            case .lookUpNames(_, let viewer), .resolve(_, let viewer): viewer.identity
            default: nil
            }
        }
        #expect(viewers == [.anonymous, .anonymous])
    }

    @Test func `names are looked up also when the store has failed`() throws {
        var state = try typing()
        state.state.hasStoreFailed = true
        #expect(works(state.press(.character("a")), .names).count == 1)
    }
}
