internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// Sorting, filtering, facets and boxes: what the person does to the rows that are held.
extension BrowserState {
    /// Shows other rows, or the same in another order; the last ones stay up until the store has found these.
    ///
    /// - Parameter id: the observation that the cursor shall be on; the first row's without.
    nonisolated mutating func narrow(
        returningTo id: Int? = nil,
        _ change: (inout Narrowing) -> Void
    ) -> [Effect] {
        let before = wanted
        change(&wanted)
        guard wanted != before else { return [] }
        wantsEnd = false
        returningTo = id
        // What the order that was awaited would have taken up is not forgotten with it.
        if pending[.arrangement] != nil { isStale = true }
        if hasStoreFailed {
            hasStoreFailed = false
            listFailure = nil
        }
        return cancel(.arrangement) + forgetFound() + cancel(.facets)
    }

    // MARK: - The filter

    nonisolated mutating func startFiltering() -> [Effect] {
        filteredFrom = id(at: table.position)
        var filter = FilterPrompt(words: wanted.words)
        if list.isCounted, list.narrowing == wanted {
            filter.take(matches: list.count, of: list.held?.count ?? list.count, for: wanted.words)
        }
        prompt = .filter(filter)
        return giveUpAction()
    }

    // MARK: - Screens

    nonisolated mutating func showSorting() -> [Effect] { push(.sort(SortScreen(sort: wanted.sort))) }

    nonisolated mutating func showFacets() -> [Effect] {
        push(.facets(FacetScreen(narrowed: wanted.facets)))
    }

    nonisolated mutating func startBox() -> [Effect] {
        prompt = .box(
            BoxPrompt(
                wanted.box,
                selected: selectedEntry.flatMap { $0.answers(shownIdentity) ? $0.observation : nil }
            )
        )
        return giveUpAction()
    }

    /// Does something on the screen of sorting; the order that comes of it is shown at once.
    nonisolated mutating func changeSort(_ change: (inout SortScreen) -> [SortKey]?) -> [Effect] {
        guard case .sort(var screen) = screens.last else { return [] }
        let sort = change(&screen)
        screens[screens.count - 1] = .sort(screen)
        return sort.map { sort in narrow { $0.sort = sort } } ?? []
    }

    /// Does something on the screen of facets.
    nonisolated mutating func changeFacets(_ change: (inout FacetScreen) -> FacetScreen.Decision?) -> [Effect]
    {
        guard case .facets(var screen) = screens.last else { return [] }
        let decision = change(&screen)
        screens[screens.count - 1] = .facets(screen)
        guard let decision else { return [] }
        return narrow { $0.facets[decision.facet] = decision.values.isEmpty ? nil : decision.values }
    }

    /// Counts what the screen of facets shows.
    nonisolated mutating func countWhatIsMissing() -> [Effect] {
        guard case .facets(let screen) = screens.last, pending[.facets] == nil,
            let facet = screen.wantedCounts,
            let request = listRequest(isRefresh: false)
        else { return [] }
        return [start(.count(facet, request), in: .facets)]
    }

    /// The rows are others now, so that facets are counted anew.
    nonisolated mutating func recount() {
        for index in screens.indices {
            guard case .facets(var screen) = screens[index] else { continue }
            screen.recount(narrowed: wanted.facets)
            screens[index] = .facets(screen)
        }
    }

    nonisolated mutating func take(_ counts: [FacetCount], by facet: Facet) {
        for index in screens.indices {
            guard case .facets(var screen) = screens[index] else { continue }
            screen.take(counts, for: facet)
            screens[index] = .facets(screen)
        }
    }

    /// Escape on the table: takes the last narrowing away, the filter first.
    nonisolated mutating func widen() -> [Effect] {
        if isAwaitingAction {
            let effects = giveUpAction()
            return effects + tell("Stopped asking.")
        }
        if table.rangeStart != nil {
            table.rangeStart = nil
            return tell("No range is being marked any more.")
        }
        let id = id(at: table.position)
        if !wanted.words.isEmpty { return narrow(returningTo: id) { $0.words = "" } }
        if wanted.box != nil { return narrow(returningTo: id) { $0.box = nil } }
        if !wanted.facets.isEmpty { return narrow(returningTo: id) { $0.facets = [:] } }
        return narrow { $0.sort = [] }
    }

    /// What the bar says of rows that are left out.
    nonisolated func narrowingMark(columns: Int) -> String? {
        let facets = wanted.facets.sorted { $0.key.rawValue < $1.key.rawValue }.map { facet, values in
            let words = values.map { facet.title(of: $0) }.sorted()
            return words.count <= 2
                ? words.joined(separator: " or ") : "\(facet.title.lowercased()) \(words.count) values"
        }
        return NarrowingMark.text(
            words: wanted.words,
            facets: facets,
            isInBox: wanted.box != nil,
            matches: list.isCounted && list.narrowing == wanted ? list.count : nil,
            of: list.held?.count ?? 0,
            columns: columns
        )
    }
}
