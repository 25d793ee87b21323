package import ObservationStore
package import TerminalUI

/// How many rows of the whole set have which value of a facet, and narrowing the table to some of the values.
package nonisolated struct FacetScreen: Sendable {
    /// The rows are to be narrowed to these values of a facet; to none of them leaves the facet's narrowing out.
    package struct Decision: Sendable, Hashable {
        package let facet: Facet
        package let values: Set<FacetValue>
    }

    /// The facet whose values are shown.
    package private(set) var facet: Facet
    /// What the rows are narrowed to now.
    package private(set) var narrowed: [Facet: Set<FacetValue>]
    /// What was marked of the facet that is shown, to narrow to several values at once.
    package private(set) var marked: Set<FacetValue> = []
    /// The last good counts of each facet, the most frequent value first.
    private(set) var counts: [Facet: [FacetCount]] = [:]
    /// The names of values that are known by a number, as taxa are.
    private(set) var titles: [Facet: [FacetValue: String]] = [:]
    /// The facets whose counts are of the rows as they are narrowed now.
    private var isFresh: Set<Facet> = []
    /// Why a facet could not be counted.
    private var failures: [Facet: String] = [:]
    private var position = TableState()

    /// - Parameters:
    ///   - facet: which one to begin with.
    ///   - narrowed: what the rows are narrowed to now.
    package init(_ facet: Facet = .geoprivacy, narrowed: [Facet: Set<FacetValue>]) {
        self.facet = facet
        self.narrowed = narrowed.filter { !$0.value.isEmpty }
    }

    /// The facet to count now; nil when its counts are there. The store counts it without its own narrowing, so that
    /// what is left out can be seen and chosen.
    package var wantedCounts: Facet? { isFresh.contains(facet) || failures[facet] != nil ? nil : facet }

    /// Takes the counts of a facet; the cursor stays on its value.
    package mutating func take(_ counts: [FacetCount], for facet: Facet) {
        let value = facet == self.facet ? selectedValue : nil
        self.counts[facet] = counts
        for count in counts {
            if let title = count.title { titles[facet, default: [:]][count.value] = title }
        }
        isFresh.insert(facet)
        failures[facet] = nil
        if let value, let row = counts.firstIndex(where: { $0.value == value }) {
            position = TableState(selected: row, top: position.top)
        }
    }

    /// Takes why a facet could not be counted; the last good counts stay up.
    package mutating func take(failure: String, for facet: Facet) { failures[facet] = failure }

    /// The rows are others now, because a filter or the list changed: everything is to be counted again.
    package mutating func recount(narrowed: [Facet: Set<FacetValue>]) {
        self.narrowed = narrowed.filter { !$0.value.isEmpty }
        isFresh = []
        failures = [:]
    }

    /// The value that the cursor is on.
    package var selectedValue: FacetValue? {
        let rows = rows
        return rows.indices.contains(position.selected) ? rows[position.selected].value : nil
    }

    var rows: [FacetCount] { counts[facet] ?? [] }

    /// What the rows are narrowed to, a few words a facet: `geoprivacy obscured or private`.
    package var narrowingWords: [String] {
        Facet.allCases.compactMap { facet in
            guard let values = narrowed[facet] else { return nil }
            let words = values.map { facet.title(of: $0, named: titles[facet]?[$0]) }.sorted()
            let list = words.count <= 3 ? words.joined(separator: " or ") : "one of \(words.count)"
            return facet.title.lowercased() + " " + list
        }
    }

    // MARK: - What keys do

    /// To the next facet, or the one before, round the end.
    package mutating func turnFacet(by step: Int) {
        let all = Facet.allCases
        let index = (all.firstIndex(of: facet) ?? 0) + step
        show(all[(index % all.count + all.count) % all.count])
    }

    /// Moves the cursor among the values.
    ///
    /// - Parameter rect: where the screen is drawn.
    package mutating func move(by rows: Int, in rect: Rect) {
        position.move(by: rows, count: self.rows.count, visible: visibleRows(in: rect))
    }

    /// Marks the value under the cursor, or takes the mark away, and goes on to the next.
    package mutating func mark(in rect: Rect) {
        guard let value = selectedValue else { return }
        if marked.remove(value) == nil { marked.insert(value) }
        move(by: 1, in: rect)
    }

    /// Narrows to the values that are marked, or to the one under the cursor.
    package mutating func accept() -> Decision? {
        let values = marked.isEmpty ? Set(selectedValue.map { [$0] } ?? []) : marked
        guard !values.isEmpty, narrowed[facet] != values else { return nil }
        return narrow(to: values)
    }

    /// Takes the narrowing by this facet away.
    package mutating func widen() -> Decision? {
        guard narrowed[facet] != nil else {
            marked = []
            return nil
        }
        return narrow(to: [])
    }

    /// Puts the cursor on the value in that line of the screen, or turns to the facet that is clicked.
    package mutating func click(_ position: Position, in rect: Rect) -> Bool {
        if let facet = tab(at: position, in: rect) {
            show(facet)
            return false
        }
        guard let row = self.position.row(at: position, in: table(in: rect), count: rows.count) else {
            return false
        }
        self.position.moveTo(row, count: rows.count, visible: visibleRows(in: rect))
        return true
    }

    private mutating func narrow(to values: Set<FacetValue>) -> Decision {
        var narrowed = narrowed
        narrowed[facet] = values.isEmpty ? nil : values
        let own = isFresh.contains(facet)
        recount(narrowed: narrowed)
        // Its own narrowing does not change what a facet counts.
        if own { isFresh = [facet] }
        marked = []
        return Decision(facet: facet, values: values)
    }

    private mutating func show(_ facet: Facet) {
        guard facet != self.facet else { return }
        self.facet = facet
        marked = []
        position = TableState()
        failures[facet] = nil
    }

    private func visibleRows(in rect: Rect) -> Int { TableState.visibleRows(in: table(in: rect)) }
}

extension FacetScreen {
    /// The state of the table, for drawing.
    nonisolated var tableState: TableState { position }

    /// Why the facet shown could not be counted.
    nonisolated var failure: String? { failures[facet] }

    /// Whether the counts shown are of the rows as they are now.
    nonisolated var isCounted: Bool { isFresh.contains(facet) }
}
