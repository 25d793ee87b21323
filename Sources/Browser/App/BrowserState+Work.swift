internal import INaturalist
internal import ObservationStore
internal import ObservationSync
internal import TerminalUI

extension BrowserState {
    /// Starts work in a lane; what was under way there is dropped, and its answer too if it still comes.
    nonisolated mutating func start(_ work: Work, in lane: Lane) -> Effect {
        lastTicket += 1
        pending[lane] = lastTicket
        fetchedRows[lane] = nil
        return .work(lane, ticket: lastTicket, work)
    }

    /// Drops the work of a lane.
    nonisolated mutating func cancel(_ lane: Lane) -> [Effect] {
        pending.removeValue(forKey: lane) == nil ? [] : [.cancel(lane)]
    }

    /// Asks for whatever the screen lacks: of the store first, then of the server. A store that failed keeps nobody
    /// from asking for names.
    nonisolated mutating func fetchWhatIsMissing() -> [Effect] {
        lookUpWhatIsMissing() + lookUpNames() + fetchPhoto() + askTheServer()
    }

    /// Whether there is anybody to ask, as whom, and nothing that has to be told first.
    nonisolated var mayAskTheServer: Bool {
        listFailure == nil && !isSigningIn && session.mayAsk && !isShowingHeld
    }

    /// Asks the server: for rows that the list lacks, and for what the identity that speaks now may see.
    private nonisolated mutating func askTheServer() -> [Effect] {
        guard mayAskTheServer else { return [] }
        var effects: [Effect] = []
        let visible = visibleRows
        if !list.source.isOffline, pending[.rows] == nil, pending[.window] == nil,
            let key = viewerKey(session.identity)
        {
            let unanswered = list.unanswered(for: session.identity, in: visible, limit: Self.pageLimit)
            if !unanswered.isEmpty {
                effects.append(start(.rows(unanswered, as: session.viewer, key), in: .rows))
            }
        }
        if pending[.page] == nil, pending[.job] == nil, let request = nextFetch(visible) {
            effects.append(start(.sync(request), in: .page))
        }
        if !list.source.isOffline, case .detail(let screen) = screens.last, pending[.detail] == nil,
            screen.failure == nil,
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

    // MARK: - Fetching as far as the person looks

    /// What to ask the server for the rows that are looked at; nothing when they are all here.
    private nonisolated mutating func nextFetch(_ visible: Range<Int>) -> SyncRequest? {
        guard list.isLookedUp, pending[.arrangement] == nil, !isStale else { return nil }
        if isUnchecked {
            guard let request = syncRequest(reach(visible)) else { return nil }
            isUnchecked = false
            isChecking = true
            var whole = request
            whole.isWhole = !list.isComplete
            return whole
        }
        // Rows that are sorted or filtered otherwise do not come in the order in which they are fetched.
        guard wanted.isInOrderOfFetching, list.isOrdered else { return nil }
        let ahead = wantsEnd ? Int.max / 2 : visible.upperBound + Self.pageLimit / 2
        guard !list.isFetched(downTo: ahead) else { return nil }
        return syncRequest(.nextPage)
    }

    /// How far a list is asked for when it is opened or wanted again: a whole one for what changed, else down to the
    /// rows that are seen.
    private nonisolated func reach(_ visible: Range<Int>) -> SyncReach {
        if list.isComplete { return .everything }
        guard list.count > Self.pageLimit, wanted.isInOrderOfFetching,
            let lowest = list.ids(in: visible).last, visible.upperBound > Self.pageLimit / 2
        else { return .nextPage }
        return .through(lowest)
    }

    /// A job for this list as whoever it was opened by; nothing while it is not known who that is.
    nonisolated func syncRequest(_ reach: SyncReach) -> SyncRequest? {
        let identity = listIdentity
        guard identity == .anonymous || session.credentials.authorization(for: identity) != nil,
            let key = viewerKey(identity), let query = list.source.query(login: ownLogin)
        else { return nil }
        return SyncRequest(
            query: query,
            viewer: Viewer(credentials: session.credentials, identity: identity, userID: ownID),
            key: key,
            reach: reach,
            isWhole: false
        )
    }

    // MARK: - Who

    /// Whom the store holds rows for; nothing while an account's number is not known.
    nonisolated func viewerKey(_ identity: Identity) -> ViewerKey? {
        if case .file = list.source.owner { return .file }
        return switch identity {
        case .anonymous: .anonymous
        case .oauth: ownID.map { .oauth(user: $0) }
        case .jwt: ownID.map { .jwt(user: $0) }
        }
    }

    /// The login of whose list “mine” is.
    nonisolated var ownLogin: String? { (session.account ?? heldAccount)?.login }

    private nonisolated var ownID: Int? {
        session.account?.id ?? session.credentials.jwt?.userID ?? heldAccount?.id
    }

    /// The rows of the table that are in view, or will be.
    nonisolated var visibleRows: Range<Int> {
        table.position.visible(count: list.count, rows: tableLayout.visibleRows)
    }
}
