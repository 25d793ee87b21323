import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// Sorting, filtering, counts and boxes in front of a store.
@Suite struct NarrowingInBrowserTests {
    private func many() throws -> TestBrowser {
        try World.browser(120, 36, showing: World.many((1...3_000).reversed()))
    }

    @Test func `the filter narrows while one types, and tells the count`() throws {
        var state = try many()
        state.press(.down, .down, .character("&"))
        state.type("orch 29")
        // 29, 290 to 299 and 2900 to 2999.
        #expect(state.list.count == 111)
        #expect(state.screenText.contains("111 of 3,000"))
        #expect(state.selectedEntry?.observation.id == 2_999)
        state.press(.enter)
        #expect(state.context == .table)
        #expect(state.list.count == 111)
        #expect(state.screenText.contains("“orch 29” · 111 of 3,000"))
    }

    @Test func `Escape in the filter brings back what was shown before`() throws {
        var state = try many()
        state.press(.character("&"))
        state.type("2999")
        state.press(.enter, .character("&"), .control("u"))
        state.type("17")
        state.press(.escape)
        #expect(state.wanted.words == "2999")
        #expect(state.list.ids(in: 0..<9) == [2_999])
    }

    @Test func `while the store looks the last frame stays, and answers to earlier words are dropped`() throws
    {
        var state = try many()
        state.press(.character("&"))
        state.slow = [.arrangement]
        state.type("29")
        #expect(state.screenText.contains("Orchid 3000"))
        #expect(state.screenText.contains("counting…"))
        #expect(state.asked.compactMap(\.arranged).suffix(2).map(\.narrowing.words) == ["2", "29"])
        state.release()
        #expect(state.list.narrowing.words == "29")
        #expect(state.list.count == 111)
        #expect(state.screenText.contains("111 of 3,000"))
    }

    @Test func `an answer that is not wanted any more takes nothing with it`() throws {
        var state = try many()
        state.press(.character("&"))
        state.slow = [.arrangement]
        state.type("2")
        state.press(.backspace)
        state.release()
        #expect(state.list.count == 3_000)
        #expect(state.list.isOrdered)
        #expect(state.screenText.contains("Orchid 3000"))
    }

    @Test func `rows that were fetched while somebody typed are taken up all the same`() throws {
        var state = try many()
        try state.hold(World.many([3_001]))
        state.slow = [.arrangement]
        state.state.isStale = true
        state.update(.woke, at: World.now)
        state.press(.character("&"))
        state.type("2")
        state.press(.backspace)
        state.release()
        #expect(state.list.count == 3_001)
    }

    @Test func `nothing that has the words is said, with the way back`() throws {
        var state = try many()
        state.press(.character("&"))
        state.type("zebra")
        state.press(.enter)
        #expect(state.screenText.contains("No row is left."))
        #expect(state.screenText.contains("Esc"))
        state.press(.escape)
        #expect(state.list.count == 3_000)
    }

    @Test func `sorting shows at once, and the screen stays until it is left`() throws {
        var state = try World.browser(120, 36)
        let row = try #require(SortColumn.allCases.firstIndex(of: .taxon))
        state.press(.character("s"))
        for _ in 0..<row { state.press(.down) }
        state.press(.enter)
        #expect(state.context == .sort)
        #expect(state.wanted.sort == [SortKey(column: .taxon)])
        state.press(.escape)
        #expect(state.selectedEntry?.observation.id == 9_100)
        #expect(Set(state.list.ids(in: 0..<7)) == Set(9_098...9_104))
        #expect(state.screenText.contains("Taxon ▲"))
        state.press(.escape)
        #expect(state.list.ids(in: 0..<7) == Array((9_098...9_104).reversed()))
    }

    @Test func `counts are of the whole set, and a value narrows to its rows`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("f"))
        #expect(state.asked.contains { if case .count(.geoprivacy, _) = $0 { true } else { false } })
        for words in ["obscured", "private"] { #expect(state.screenText.contains(words)) }
        // Obscured is the most frequent.
        state.press(.enter, .escape)
        #expect(state.context == .table)
        #expect(state.list.ids(in: 0..<9) == [9_104, 9_101, 9_099, 9_098])
        #expect(state.screenText.contains("4 of 7"))
    }

    @Test func `counts that were asked for other rows are not shown as if they were of these`() throws {
        var state = try World.browser(120, 36)
        state.slow = [.facets]
        state.press(.character("f"), .escape, .character("&"))
        state.type("turtle")
        state.press(.enter, .character("f"))
        state.release()
        let counts = try #require(facets(state)?.rows)
        #expect(counts.map(\.count) == [1])
    }

    private func facets(_ state: TestBrowser) -> FacetScreen? {
        if case .facets(let screen) = state.screens.last { screen } else { nil }
    }

    @Test func `a box narrows by true coordinates`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("b"))
        state.type("41.6, -93.7, 41.7, -93.6")
        state.press(.enter)
        #expect(state.context == .table)
        #expect(state.list.ids(in: 0..<9) == [9_104])
        #expect(state.screenText.contains("in the box · 1 of 7"))
    }

    @Test func `Escape takes away one narrowing after the other, and then tells that all is shown`() throws {
        var state = try World.browser(120, 36)
        state.press(.character("s"), .down, .enter, .escape)
        state.press(.character("f"), .enter, .escape)
        state.press(.character("b"))
        state.type("-90, -180, 90, 180")
        state.press(.enter, .character("&"))
        state.type("o")
        state.press(.enter)
        #expect(state.wanted.isNarrowing)
        var left: [String] = []
        for _ in 0..<4 {
            state.press(.escape)
            let wanted = state.wanted
            #expect(state.list.narrowing == wanted)
            left.append(
                (wanted.words.isEmpty ? "" : "w") + (wanted.box == nil ? "" : "b")
                    + (wanted.facets.isEmpty ? "" : "f") + (wanted.sort.isEmpty ? "" : "s")
            )
        }
        #expect(left == ["bfs", "fs", "s", ""])
        #expect(state.list.count == 7)
        state.press(.escape)
        #expect(state.message?.text == "All rows are shown, the newest first. q leaves.")
    }

    @Test func `rows that are sorted otherwise do not make the server be asked at their end`() throws {
        var state = try World.browser(120, 36, showing: World.many((251...450).reversed()), total: 450)
        state.press(.character("&"))
        state.type("orchid")
        state.press(.enter)
        #expect(!state.press(.end).contains { $0.fetch != nil })
        #expect(state.selectedEntry?.observation.id == 251)
    }

    @Test(arguments: screenSizes) func `who is asking is told whole beside what is left out`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var state = try World.browser(columns, rows)
        state.press(.character("f"), .enter, .escape, .character("&"))
        state.type("orchid western prairie fringed")
        state.press(.enter)
        let bar = try #require(state.drawn.lines.first)
        #expect(bar.contains("observer · JWT · proved · keyring"))
        #expect(bar.contains("1 of 7"))
        // Either both are named or neither is.
        #expect(bar.contains("“orchid") == (bar.contains("obscured ·") || bar.contains("facet")))
    }
}
