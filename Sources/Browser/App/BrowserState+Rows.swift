internal import INaturalist
internal import ObservationStore
internal import ObservationSync
internal import TerminalUI

/// Rows from the store: their order, and the observations around the cursor.
extension BrowserState {
    /// Asks the store for what the screen lacks.
    nonisolated mutating func lookUpWhatIsMissing() -> [Effect] {
        guard !hasStoreFailed else { return [] }
        var effects: [Effect] = []
        if pending[.arrangement] == nil, needsArranging, let request = listRequest(isRefresh: isRefreshing) {
            isStale = false
            effects.append(start(.arrange(request), in: .arrangement))
        }
        if pending[.window] == nil, let key = viewerKey(shownIdentity) {
            var ids = list.unknown(to: shownIdentity, in: visibleRows)
            if case .detail(let screen) = screens.last, screen.detail == nil, !screen.isLookedUp,
                list.entry(id: screen.id)?.lookedUpAs != shownIdentity
            {
                ids.append(screen.id)
            }
            if !ids.isEmpty { effects.append(start(.lookUp(ids, as: key), in: .window)) }
        }
        return effects + countWhatIsMissing() + findWhatChanged()
    }

    private nonisolated var needsArranging: Bool { !list.isLookedUp || list.narrowing != wanted || isStale }

    /// Whether only rows that were written are to be taken up.
    private nonisolated var isRefreshing: Bool { list.isLookedUp && list.narrowing == wanted }

    /// What to ask the store for; nothing while it is not known whose list it is.
    nonisolated func listRequest(isRefresh: Bool) -> ListRequest? {
        guard let name = list.source.name(login: ownLogin), let owner = viewerKey(listIdentity),
            let viewer = viewerKey(shownIdentity)
        else { return nil }
        let ids: [Int] = if case .ids(let ids) = list.source.owner { ids } else { [] }
        return ListRequest(
            name: name,
            ids: ids,
            owner: owner,
            viewer: viewer,
            narrowing: wanted,
            anchor: isRefresh ? (isAtTop || wantsEnd ? nil : id(at: table.position)) : returningTo,
            visible: max(1, tableLayout.visibleRows),
            isRefresh: isRefresh
        )
    }

    /// The observation that a row of the order stands for.
    nonisolated func id(at position: TableState) -> Int? {
        list.id(at: position.selected)
    }

    private nonisolated var isAtTop: Bool { table.position.selected == 0 && table.position.top == 0 }

    /// Takes an order, or its first part. The cursor stays on its observation when only rows were written, wherever it
    /// went meanwhile, and goes to the first row of another order.
    nonisolated mutating func take(_ arranged: ArrangedRows, for request: ListRequest) -> [Effect] {
        let isOther = !list.isLookedUp || list.narrowing != arranged.narrowing
        let anchor = isOther || isAtTop || wantsEnd ? nil : id(at: table.position)
        let isReordered = (table.found != nil || pending[.find] != nil) && list.order != arranged.ids
        let missing = list.missing
        var start: Int?
        if !isOther, case .find(let find) = prompt { start = id(at: find.start) }
        if viewerKey(shownIdentity) == request.viewer {
            list.take(arranged, as: shownIdentity)
        } else {
            // Somebody else speaks now: the order is right, what was looked up with it is not.
            var bare = arranged
            bare.rows = []
            bare.isRefresh = true
            list.take(bare, as: shownIdentity)
        }
        if wantsEnd {
            table.position.moveTo(list.count - 1, count: list.count, visible: tableLayout.visibleRows)
        } else if isOther {
            table.position = returningTo.map { position(of: $0, from: table.position) } ?? TableState()
            returningTo = nil
        } else if let anchor {
            table.position = position(of: anchor, from: table.position)
        }
        if let start, case .find(var find) = prompt {
            find.start = position(of: start, from: find.start)
            prompt = .find(find)
        }
        if arranged.isWhole, let id = resumingTo {
            resumingTo = nil
            // Who has moved meanwhile is where they want to be.
            if isAtTop, let row = list.row(of: id) {
                table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
            }
        }
        takeCounts(of: arranged)
        if !arranged.missing.isEmpty, arranged.missing != missing {
            let named = arranged.missing.prefix(5).map(String.init).joined(separator: ", ")
            let more = arranged.missing.count > 5 ? " and \(arranged.missing.count - 5) more" : ""
            message = Message("Not found: \(named)\(more).", .warning)
        }
        if arranged.isWhole, wantsEnd, list.isComplete { wantsEnd = false }
        return isReordered ? findAnew() : []
    }

    /// Where an observation stands now, in the line of the screen that it stood in.
    private nonisolated func position(of id: Int, from before: TableState) -> TableState {
        guard let row = list.row(of: id) else { return before }
        return TableState(selected: row, top: max(0, row - (before.selected - before.top)))
    }

    private nonisolated mutating func takeCounts(of arranged: ArrangedRows) {
        if case .filter(var prompt) = self.prompt, list.isCounted {
            prompt.take(
                matches: list.count,
                of: list.held?.count ?? list.count,
                for: arranged.narrowing.words
            )
            self.prompt = .filter(prompt)
        }
        recount()
    }

    /// Shows the rows that the cursor is at as soon as they are at hand; until then the last good frame stays up.
    nonisolated mutating func settleView() {
        table.position.clamp(count: list.count, visible: tableLayout.visibleRows)
        let visible = visibleRows
        if list.hasEntries(in: visible) || pending[.window] == nil && pending[.arrangement] == nil {
            table.shown = table.position
            list.forgetFar(from: visible)
        } else {
            table.shown.clamp(count: list.count, visible: tableLayout.visibleRows)
        }
    }

    /// Takes that rows were fetched.
    nonisolated mutating func synced(_ tally: SyncTally, _ progress: SyncProgress, in lane: Lane) -> [Effect]
    {
        isStale = true
        if tally.unreadable > 0 {
            message = Message(
                "\(tally.unreadable) rows of the answer could not be read and are left out.",
                .warning
            )
        } else if isReloading, lane == .page {
            message = Message("Fetched again.", .muted)
        }
        if lane == .page {
            isReloading = false
            isChecking = false
        }
        if lane == .job { finishJob(JobStatus(progress, title: list.source.title, at: now)) }
        return []
    }

    /// Takes how far fetching is; rows that were written are taken up meanwhile.
    nonisolated mutating func take(_ progress: SyncProgress, in lane: Lane, ticket: Int) {
        guard pending[lane] == ticket else { return }
        if lane == .job { job = JobStatus(progress, title: list.source.title, at: now) }
        // A pause or a wait brings no row; the order of a million is not made again for it.
        if progress.tally.fetched > fetchedRows[lane] ?? 0 { isStale = true }
        fetchedRows[lane] = progress.tally.fetched
    }
}
