import Accounts
import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import ObservationSync

/// The browser as a whole in the states that a store and a job of fetching bring, at four sizes.
@Suite struct BrowserSnapshotTests {
    static let sizes = screenSizes

    private func expect(
        _ browser: TestBrowser,
        _ name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectBrowser(browser, "InBrowser/\(name)", file: Self.folder, sourceLocation: sourceLocation)
    }

    /// A file beside the folder of the snapshots.
    private static let folder = String(#filePath.dropLast("InBrowser/BrowserSnapshotTests.swift".count)) + "x"

    @Test(arguments: sizes) func `a table that is narrowed`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("f"), .enter, .escape, .character("&"))
        state.type("orchid")
        state.press(.enter)
        expect(state, "narrowed")
    }

    @Test(arguments: sizes) func `nothing is left`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("&"))
        state.type("zebra")
        state.press(.enter)
        expect(state, "nothing-left")
    }

    @Test(arguments: sizes) func `the filter`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("&"))
        state.type("turt")
        expect(state, "filter")
    }

    @Test(arguments: sizes) func `the box`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("b"), .tab)
        expect(state, "box")
    }

    /// A list of 48,210 rows of which some are fetched, and a job that fetches the others.
    private func fetching(
        _ columns: Int,
        _ rows: Int,
        _ change: (inout SyncProgress) -> Void = { _ in }
    ) throws -> TestBrowser {
        var state = try World.browser(
            columns,
            rows,
            showing: World.many((9_001...9_300).reversed()),
            total: 48_210
        )
        let ticket = try #require(workTicket(state.press(.character("d")), .job))
        var tally = SyncTally()
        tally.fetched = 12_200
        tally.new = 12_200
        tally.changes = 3
        var progress = SyncProgress(
            phase: .fetching,
            done: 12_400,
            total: 48_210,
            isPaused: false,
            tally: tally
        )
        progress.rowsPerSecond = 198
        progress.secondsLeft = 181
        progress.usage = RequestUsage(
            minute: 43,
            day: 1_204,
            of: RateLimits(interval: .seconds(1), burst: 1, window: .seconds(60), perWindow: 60)
        )
        change(&progress)
        state.update(.progress(.job, ticket: ticket, progress), at: World.now)
        return state
    }

    @Test(arguments: sizes) func `a job that goes on`(_ columns: Int, _ rows: Int) throws {
        expect(try fetching(columns, rows), "job-running")
    }

    @Test(arguments: sizes) func `a job that waits`(_ columns: Int, _ rows: Int) throws {
        let state = try fetching(columns, rows) { progress in
            progress.trouble = .init(error: .throttled(retryAfter: nil), wait: 40)
        }
        expect(state, "job-waiting")
    }

    @Test(arguments: sizes) func `a job that failed`(_ columns: Int, _ rows: Int) throws {
        var state = try fetching(columns, rows)
        let ticket = try #require(state.pending[.job])
        let error = INaturalistError.transport(.noConnection, host: "api.inaturalist.org")
        state.update(.finished(.job, ticket: ticket, .failed(error)), at: World.now)
        expect(state, "job-failed")
    }

    @Test(arguments: sizes) func `a job that is done`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows, showing: World.many((251...450).reversed()), total: 450)
        let effects = state.press(.character("d"))
        try state.answerFetch(effects, with: World.many((1...250).reversed()), total: 450, isLast: true)
        expect(state, "job-done")
    }

    @Test(arguments: sizes) func `the screen of fetching`(_ columns: Int, _ rows: Int) throws {
        var state = try fetching(columns, rows)
        state.press(.character("J"))
        expect(state, "jobs")
    }

    @Test(arguments: sizes) func `sorting`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("s"), .down, .enter)
        expect(state, "sort")
    }

    @Test(arguments: sizes) func `a table that is sorted`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        let geoprivacy = try #require(SortColumn.allCases.firstIndex(of: .geoprivacy))
        state.press(.character("s"))
        for _ in 0..<geoprivacy { state.press(.down) }
        state.press(.enter, .escape)
        expect(state, "sorted")
    }

    @Test(arguments: sizes) func `counts`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("f"), .enter)
        expect(state, "counts")
    }

    @Test(arguments: sizes) func `what changed`(_ columns: Int, _ rows: Int) throws {
        var state = try ChangesInBrowserTests.browser(columns, rows)
        state.press(.character("c"))
        expect(state, "changes")
    }

    @Test(arguments: sizes) func `a truth that is not granted any more`(_ columns: Int, _ rows: Int) throws {
        expect(try ChangesInBrowserTests.browser(columns, rows), "former")
    }

    @Test(arguments: sizes) func `an observation without a network`(_ columns: Int, _ rows: Int) throws {
        var state = try offline(columns, rows)
        state.press(.enter)
        expect(state, "offline-detail")
    }

    @Test(arguments: sizes) func `held rows without a network`(_ columns: Int, _ rows: Int) throws {
        expect(try offline(columns, rows), "offline")
    }

    private func offline(_ columns: Int, _ rows: Int) throws -> TestBrowser {
        var state = try World.heldBrowser(columns, rows)
        let effects = state.settle(state.state.begin(with: .kept(login: nil)))
        let held = try #require(workTicket(effects, .held))
        state.update(.finished(.held, ticket: held, .heldAccount(World.observer)), at: World.now)
        let ticket = try #require(workTicket(effects, .signIn))
        let error = SignInError.server(.transport(.noConnection, host: "www.inaturalist.org"))
        state.update(.finished(.signIn, ticket: ticket, .notTakenUp(error)), at: World.now)
        return state
    }

    @Test(arguments: sizes) func `held rows while the tokens are proved`(_ columns: Int, _ rows: Int) throws {
        var state = try World.heldBrowser(columns, rows)
        let effects = state.settle(state.state.begin(with: .kept(login: nil)))
        let held = try #require(workTicket(effects, .held))
        state.update(.finished(.held, ticket: held, .heldAccount(World.observer)), at: World.now)
        expect(state, "held")
    }

    @Test(arguments: sizes) func `a store that refuses`(_ columns: Int, _ rows: Int) throws {
        var state = try World.browser(columns, rows)
        state.breakdown = "disk I/O error"
        state.press(.character("s"), .down, .enter, .escape)
        expect(state, "store-refuses")
    }
}
