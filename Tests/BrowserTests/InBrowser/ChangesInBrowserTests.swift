import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// What changed, former truths, and observations that are not in the list.
@Suite struct ChangesInBrowserTests {
    static let later = World.now.addingTimeInterval(3_600)

    /// The observer's rows, and then the first one withheld from the observer, and one of no list made private.
    static func browser(_ columns: Int = 120, _ rows: Int = 36) throws -> TestBrowser {
        var state = try World.browser(columns, rows)
        let key = ViewerKey.jwt(user: World.observer.id)
        var withheld = try #require(World.specimens.first)
        withheld.disclosure = .withheld
        try state.store.write([withheld], of: nil, as: key, at: later, progress: nil)
        try state.store.write(World.many([500]), of: nil, as: key, at: World.now, progress: nil)
        let hidden = World.specimen(
            500,
            "Platanthera praeclara",
            "Orchid 500",
            "2026-01-01",
            .private,
            nil,
            PublicFace(location: nil, place: nil),
            .disclosed(TrueFace(location: World.location(41.60218, -93.61240, 330), place: "Meadow 500"))
        )
        try state.store.write([hidden], of: nil, as: key, at: later, progress: nil)
        state.state.isStale = true
        state.update(.woke, at: World.now)
        return state
    }

    @Test func `a truth that is not granted any more is shown as that, with what it was`() throws {
        let state = try Self.browser()
        #expect(state.selectedEntry?.observation.id == 9_104)
        #expect(state.screenText.contains("no longer granted"))
        #expect(state.selectedEntry?.former?.face.location?.point.latitude == 41.60218)
        #expect(state.screenText.contains("41.60218"))
    }

    @Test func `it cannot be copied as if it were granted`() throws {
        var state = try Self.browser()
        #expect(state.press(.character("Y")).isEmpty)
        #expect(state.message?.text.contains("not known") == true)
    }

    @Test func `another identity sees nothing of it`() throws {
        var state = try Self.browser()
        state.press(.character("t"))
        #expect(!state.screenText.contains("41.60218"))
        #expect(!state.screenText.contains("no longer granted"))
    }

    @Test func `c shows what changed, and Enter opens the observation, also one that is in no list`() throws {
        var state = try Self.browser()
        state.press(.character("c"))
        #expect(state.context == .changes)
        #expect(state.screenText.contains("Orchid 500"))
        while case .changes(let screen) = state.screens.last, screen.selected?.observation != 500,
            screen.tableState.selected < screen.rows.count - 1
        {
            state.press(.down)
        }
        let effects = state.press(.enter)
        #expect(state.context == .detail)
        #expect(state.screenText.contains("observation 500"))
        #expect(state.screenText.contains("Orchid 500"))
        #expect(
            effects.contains {
                if case .work(.detail, _, .detail(500, let viewer)) = $0 {
                    viewer.identity == .jwt
                } else {
                    false
                }
            }
        )
        state.press(.escape)
        #expect(state.context == .changes)
        state.press(.escape)
        #expect(state.context == .table)
    }

    @Test func `an observation of no list is looked up once for each identity`() throws {
        var state = try Self.browser()
        _ = state.state.push(.detail(DetailScreen(id: 500)))
        state.asked = []
        state.update(.woke, at: World.now)
        #expect(state.screenText.contains("Meadow 500"))
        state.update(.woke, at: World.now)
        #expect(state.asked.filter { $0.lookedUp?.contains(500) == true }.count == 1)
        state.press(.character("t"))
        #expect(!state.screenText.contains("Meadow 500"))
        #expect(state.screenText.contains("Orchid 500"))
        #expect(state.list.entry(id: 500)?.lookedUpAs == .anonymous)
    }

    @Test func `an observation that the store does not have is not looked up again and again`() throws {
        var state = try Self.browser()
        _ = state.state.push(.detail(DetailScreen(id: 4_242)))
        state.asked = []
        for _ in 0..<3 { state.update(.woke, at: World.now) }
        #expect(state.asked.filter { $0.lookedUp?.contains(4_242) == true }.count == 1)
        #expect(state.screenText.contains("fetching observation 4242"))
    }

    @Test func `changes are those that this viewer was told of`() throws {
        var state = try Self.browser()
        state.press(.character("c"))
        let own = try changes(state)
        #expect(own.contains { $0.isPrivate })
        state.press(.escape, .character("t"), .character("c"))
        let open = try changes(state)
        #expect(!open.isEmpty)
        #expect(!open.contains { $0.isPrivate })
    }

    private func changes(_ state: TestBrowser) throws -> [ObservationChange] {
        try state.store.changes(
            since: nil,
            of: nil,
            as: try #require(state.state.viewerKey(state.shownIdentity)),
            limit: 100,
            before: nil
        )
    }
}
