internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Starts work in a lane; what was under way there is dropped, and its answer too if it still comes.
    nonisolated mutating func start(_ work: Work, in lane: Lane) -> Effect {
        lastTicket += 1
        pending[lane] = lastTicket
        return .work(lane, ticket: lastTicket, work)
    }

    /// Drops the work of a lane.
    nonisolated mutating func cancel(_ lane: Lane) -> [Effect] {
        pending.removeValue(forKey: lane) == nil ? [] : [.cancel(lane)]
    }

    /// Asks for whatever the rows on the screen lack: another page, or what the identity that speaks now may see.
    nonisolated mutating func fetchWhatIsMissing() -> [Effect] {
        guard listFailure == nil, !isSigningIn, session.mayAsk else { return [] }
        var effects: [Effect] = []
        let visible = table.position.visible(count: list.count, rows: tableLayout.visibleRows)
        if pending[.rows] == nil {
            let stale = list.stale(for: session.identity, in: visible, limit: Self.pageLimit)
            if !stale.isEmpty {
                effects.append(start(.rows(stale, as: session.viewer), in: .rows))
            }
        }
        if pending[.page] == nil, let work = nextPage(after: visible) {
            effects.append(start(work, in: .page))
        }
        if case .detail(let screen) = screens.last, pending[.detail] == nil, screen.failure == nil,
            screen.detail?.askedAs != session.identity
        {
            effects.append(start(.detail(screen.id, as: session.viewer), in: .detail))
        }
        return effects
    }

    /// Whether the login screen is what the person sees and nothing else is to be fetched behind it.
    nonisolated var isSigningIn: Bool {
        if pending[.signIn] != nil { return true }
        return screens.contains { if case .signIn = $0 { true } else { false } } && list.total == nil
    }

    private nonisolated mutating func nextPage(after visible: Range<Int>) -> Work? {
        let growing = reloaded ?? list
        guard !growing.isComplete, let query = growing.source.query(login: session.account?.login) else {
            return nil
        }
        if case .ids(let ids) = growing.source.owner {
            return .rows(ids, as: session.viewer)
        }
        // A reload is wanted down to the cursor; otherwise a page ahead of what is seen is enough.
        let wanted =
            reloaded == nil
            ? (wantsEnd ? Int.max : visible.upperBound + Self.pageLimit / 2) : table.position.selected + 1
        guard growing.count < wanted || growing.total == nil else { return nil }
        return .page(query, idBelow: growing.lowestID, limit: Self.pageLimit, as: session.viewer)
    }
}
