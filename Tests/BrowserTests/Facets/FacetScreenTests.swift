import Coordinates
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct FacetScreenTests {
    private let room = body(80, 24)

    /// 48,210 rows by geoprivacy.
    static let geoprivacies = [
        FacetCount(value: .word("obscured"), title: nil, count: 41_024),
        FacetCount(value: .word("private"), title: nil, count: 4_321),
        FacetCount(value: .missing, title: nil, count: 2_865),
    ]
    static let taxa =
        [
            FacetCount(value: .number(101), title: "Western Prairie Fringed Orchid", count: 30_000),
            FacetCount(value: .number(102), title: "Wood Turtle", count: 18_000),
            FacetCount(value: .number(103), title: nil, count: 150),
        ]
        + (200..<240).map { FacetCount(value: .number($0), title: "Made-up Sedge \($0)", count: 1) }
        + [FacetCount(value: .missing, title: nil, count: 20)]

    private func screen(narrowed: [Facet: Set<FacetValue>] = [:]) -> FacetScreen {
        var screen = FacetScreen(narrowed: narrowed)
        screen.take(Self.geoprivacies, for: .geoprivacy)
        return screen
    }

    private func lines(_ screen: FacetScreen, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
        drawn(columns, rows) { screen.draw(on: &$0, in: body(columns, rows)) }.lines
    }

    private func text(_ screen: FacetScreen) -> String { lines(screen).joined(separator: "\n") }

    @Test func `counts are wanted once for each facet that is looked at`() {
        var screen = FacetScreen(narrowed: [:])
        #expect(screen.wantedCounts == .geoprivacy)
        #expect(text(screen).contains("counting…"))
        screen.take(Self.geoprivacies, for: .geoprivacy)
        #expect(screen.wantedCounts == nil)
        screen.turnFacet(by: 1)
        #expect(screen.wantedCounts == .taxonGeoprivacy)
        screen.turnFacet(by: -1)
        #expect(screen.wantedCounts == nil)
    }

    @Test func `a value has its number of rows, its share and a bar`() throws {
        let line = try #require(lines(screen()).first { $0.contains("private") })
        #expect(line.contains("4,321"))
        #expect(line.contains("9.0%"))
        #expect(line.contains("█"))
        #expect(text(screen()).contains("48,210 rows, 3 values"))
        #expect(text(screen()).contains("open (not set)"))
    }

    @Test func `Enter narrows to the value under the cursor, and the screen says so`() {
        var screen = screen()
        screen.move(by: 1, in: room)
        let decision = screen.accept()
        #expect(decision == FacetScreen.Decision(facet: .geoprivacy, values: [.word("private")]))
        #expect(text(screen).contains("Narrowed to  geoprivacy private"))
        let shown = lines(screen).filter { $0.contains("left out") }
        #expect(shown.count == 2)
        let again = screen.accept()
        #expect(again == nil)
    }

    @Test func `several values are marked with Space and narrowed to with Enter`() {
        var screen = screen()
        screen.mark(in: room)
        screen.mark(in: room)
        #expect(text(screen).contains("2 marked"))
        let decision = screen.accept()
        #expect(decision?.values == [.word("obscured"), .word("private")])
        #expect(text(screen).contains("geoprivacy obscured or private"))
        #expect(screen.marked.isEmpty)
    }

    @Test func `a mark is taken away by a second one`() {
        var screen = screen()
        screen.mark(in: room)
        screen.move(by: -1, in: room)
        screen.mark(in: room)
        #expect(screen.marked.isEmpty)
    }

    @Test func `the narrowing of the facet that is shown is taken away, those of others stay`() {
        var screen = screen(narrowed: [.geoprivacy: [.word("private")], .year: [.number(2026)]])
        let decision = screen.widen()
        #expect(decision == FacetScreen.Decision(facet: .geoprivacy, values: []))
        #expect(screen.narrowed == [.year: [.number(2026)]])
        let again = screen.widen()
        #expect(again == nil)
    }

    @Test func `narrowing makes the other facets count anew, and the last good counts stay up meanwhile`() {
        var screen = screen()
        screen.turnFacet(by: -1)
        screen.take(Self.taxa, for: .taxon)
        let decision = screen.accept()
        #expect(decision?.values == [.number(101)])
        // A facet's own narrowing does not change its counts.
        #expect(screen.wantedCounts == nil)
        screen.turnFacet(by: 1)
        #expect(screen.wantedCounts == .geoprivacy)
        #expect(text(screen).contains("counting…"))
        #expect(text(screen).contains("41,024"))
        #expect(text(screen).contains("taxon Western Prairie Fringed Orchid"))
        screen.take([FacetCount(value: .word("obscured"), title: nil, count: 30_000)], for: .geoprivacy)
        #expect(!text(screen).contains("counting…"))
    }

    @Test func `the cursor stays on its value when the counts come in another order`() {
        var screen = screen()
        screen.move(by: 1, in: room)
        screen.recount(narrowed: [:])
        screen.take(Self.geoprivacies.reversed(), for: .geoprivacy)
        #expect(screen.selectedValue == .word("private"))
        screen.move(by: -1, in: room)
        #expect(screen.selectedValue == .missing)
    }

    @Test func `a failure is told and nothing is asked again by itself`() {
        var screen = screen()
        screen.recount(narrowed: [:])
        screen.take(failure: "The store cannot be read.", for: .geoprivacy)
        #expect(screen.wantedCounts == nil)
        #expect(text(screen).contains("The store cannot be read."))
        #expect(text(screen).contains("41,024"))
        screen.recount(narrowed: [:])
        #expect(screen.wantedCounts == .geoprivacy)
    }

    @Test(arguments: screenSizes) func `a click turns to a facet or puts the cursor on a value`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = screen()
        let before = lines(screen, columns, rows)
        let row = try #require(before.firstIndex { $0.contains("open (not set)") })
        let isHit = screen.click(Position(column: 8, row: row), in: body(columns, rows))
        #expect(isHit)
        #expect(screen.selectedValue == .missing)
        let tabs = try #require(before.firstIndex { $0.contains("Geoprivacy") })
        // Where all facets have room the second is clicked, else the one shown, which goes on to it.
        let line = Array(before[tabs])
        let name = Array("Taxon geoprivacy")
        let second = line.indices.first { line[$0...].starts(with: name) }
        let isValue = screen.click(Position(column: second ?? 3, row: tabs), in: body(columns, rows))
        #expect(!isValue)
        #expect(screen.facet == .taxonGeoprivacy)
    }

    @Test(
        arguments: [
            (0, "0%"), (0.0001, "<0.1%"), (0.001, "0.1%"), (0.0345, "3.5%"), (0.5, "50%"), (0.985, "99%"),
            (0.9999, ">99%"), (1, "100%"), (.nan, "0%"),
        ] as [(Double, String)]
    ) func `a share is neither all nor nothing unless it is`(_ fraction: Double, _ text: String) {
        #expect(NumberText.share(fraction) == text)
    }

    @Test(arguments: Facet.allCases) func `every facet has a name, and words for rows without a value`(
        _ facet: Facet
    ) {
        #expect(!facet.title.isEmpty)
        #expect(!facet.title(of: .missing).isEmpty)
    }

    @Test(arguments: [(1, 1), (5, 3), (20, 5)]) func `any size is drawn without a trap`(
        _ columns: Int,
        _ rows: Int
    ) {
        var screen = screen()
        screen.mark(in: body(columns, rows))
        _ = screen.click(Position(column: 0, row: 0), in: body(columns, rows))
        #expect(lines(screen, columns, rows).count == rows)
    }

    @Test(arguments: screenSizes) func `as it looks`(_ columns: Int, _ rows: Int) throws {
        var screen = screen(narrowed: [
            .geoprivacy: [.word("obscured"), .word("private")], .year: [.number(2026)],
        ])
        screen.move(by: 1, in: body(columns, rows))
        screen.mark(in: body(columns, rows))
        try expectScreen("geoprivacy", in: "Facets", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `as it looks with more values than fit`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var screen = FacetScreen(.taxon, narrowed: [:])
        screen.take(Self.taxa, for: .taxon)
        try expectScreen("taxon", in: "Facets", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }

    @Test(arguments: screenSizes) func `as it looks while it counts again`(_ columns: Int, _ rows: Int) throws
    {
        var screen = screen()
        screen.recount(narrowed: [.taxon: [.number(101)]])
        try expectScreen("counting", in: "Facets", columns, rows) {
            screen.draw(on: &$0, in: body(columns, rows))
        }
    }
}
