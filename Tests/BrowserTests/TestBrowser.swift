import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import ObservationSync

/// The browser's state in front of a store of its own, which answers at once; what servers are asked for is given out.
@dynamicMemberLookup
struct TestBrowser {
    var state: BrowserState
    let store: ObservationStore
    /// What the store was asked for so far.
    var asked: [Work] = []
    /// Lanes in which the store takes its time: until `release()`.
    var slow: Set<Lane> = []
    /// Why the store answers nothing; nil while it does.
    var breakdown: String?
    private var waiting: [Effect] = []

    init(state: BrowserState, store: ObservationStore) {
        self.state = state
        self.store = store
    }

    subscript<Value>(dynamicMember path: WritableKeyPath<BrowserState, Value>) -> Value {
        get { state[keyPath: path] }
        set { state[keyPath: path] = newValue }
    }

    subscript<Value>(dynamicMember path: KeyPath<BrowserState, Value>) -> Value { state[keyPath: path] }

    /// Puts observations into the list that is shown, as if they had been fetched.
    ///
    /// - Parameter total: how many there are on the server; nil when these are all.
    func hold(_ observations: [Observation], total: Int? = nil, as identity: Identity = .jwt) throws {
        let key = try #require(state.viewerKey(identity))
        let query = try #require(state.list.source.query(login: state.ownLogin))
        let list = try store.openList(query, as: key, at: World.now)
        let progress = ListProgress(
            total: total ?? observations.count,
            isComplete: total == nil,
            lowestFetched: total == nil ? nil : observations.last?.id,
            fetchedAt: World.now
        )
        try store.write(observations, of: list.id, as: key, at: World.now, progress: progress)
    }

    /// Lets the store answer whatever it is asked, until nothing is left.
    ///
    /// - Returns: what others are asked for.
    @discardableResult
    mutating func settle(_ effects: [Effect]) -> [Effect] {
        var rest: [Effect] = []
        var queue = effects[...]
        let before = asked.count
        while let effect = queue.popFirst() {
            guard case .work(let lane, let ticket, let work) = effect, work.isForTheStore else {
                rest.append(effect)
                continue
            }
            asked.append(work)
            guard asked.count - before < 200 else {
                Issue.record("the store is asked again and again: \(work)")
                break
            }
            if slow.contains(lane) {
                waiting.append(effect)
            } else {
                queue += answer(work, in: lane, ticket: ticket)
            }
        }
        return rest
    }

    /// Lets the store answer what it took its time for, in the order in which it was asked, also what is not wanted any
    /// more.
    @discardableResult
    mutating func release() -> [Effect] {
        let late = waiting
        waiting = []
        slow = []
        var rest: [Effect] = []
        for case .work(let lane, let ticket, let work) in late {
            rest += settle(answer(work, in: lane, ticket: ticket))
        }
        return rest
    }

    private mutating func answer(_ work: Work, in lane: Lane, ticket: Int) -> [Effect] {
        var effects: [Effect] = []
        do throws(StoreError) {
            if let breakdown { throw StoreError.failed(path: "observations.sqlite", detail: breakdown) }
            var heads: [(ArrangedRows, ListRequest)] = []
            let answer = try StoreDesk(store).answer(to: work, head: { heads.append(($0, $1)) })
            for (head, request) in heads {
                effects += state.update(.arranged(ticket: ticket, head, request), at: World.now)
            }
            if let answer {
                effects += state.update(.finished(lane, ticket: ticket, answer), at: World.now)
            }
        } catch {
            effects += state.update(
                .finished(lane, ticket: ticket, .failedHere(error.description)),
                at: World.now
            )
        }
        return effects
    }

    /// Takes an event; answers what others than the store are asked for.
    @discardableResult
    mutating func update(_ event: BrowserEvent, at now: Date) -> [Effect] {
        settle(state.update(event, at: now))
    }

    /// Presses keys one after another; answers what the last asked for.
    @discardableResult
    mutating func press(_ keys: Key...) -> [Effect] {
        keys.reduce(into: []) { effects, key in effects = update(.input(.key(key)), at: World.now) }
    }

    /// Types a text.
    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Shows another list.
    @discardableResult
    mutating func show(_ source: ListSource) -> [Effect] {
        let effects = state.show(source)
        return settle(effects + state.update(.woke, at: World.now))
    }

    // MARK: - The server

    /// Writes rows as a job of fetching does, with how far it is then.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing is left below them.
    ///   - unreadable: rows of the same page that have no id.
    func write(
        _ observations: [Observation],
        for request: SyncRequest,
        total: Int,
        isLast: Bool,
        unreadable: Int = 0,
        at date: Date = World.now
    ) throws -> (tally: SyncTally, progress: SyncProgress) {
        let list = try store.openList(request.query, as: request.key, at: date)
        var progress = list.progress
        progress.total = total
        progress.fetchedAt = date
        progress.lowestFetched = isLast ? nil : observations.last?.id
        if isLast {
            progress.isComplete = true
            progress.completedAt = date
        }
        let report = try store.write(
            observations,
            of: list.id,
            as: request.key,
            at: date,
            progress: progress
        )
        var tally = SyncTally()
        tally.fetched = observations.count
        tally.new = report.new.count
        tally.unreadable = unreadable
        let held = try store.list(list.id)?.count ?? 0
        var job = SyncProgress(
            phase: isLast ? .done : .fetching,
            done: held,
            total: total,
            isPaused: false,
            tally: tally
        )
        job.isComplete = isLast
        job.isOver = isLast
        return (tally, job)
    }

    /// Answers the fetching that is asked for with one page.
    @discardableResult
    mutating func answerFetch(
        _ effects: [Effect],
        with observations: [Observation],
        total: Int,
        isLast: Bool = false,
        unreadable: Int = 0
    ) throws -> [Effect] {
        let fetch = try #require(effects.lazy.compactMap(\.fetch).first)
        let done = try write(
            observations,
            for: fetch.request,
            total: total,
            isLast: isLast,
            unreadable: unreadable
        )
        return update(
            .finished(fetch.lane, ticket: fetch.ticket, .synced(done.tally, done.progress)),
            at: World.now
        )
    }

    /// Answers what single observations are asked for, and keeps it as it is kept.
    ///
    /// - Parameter missing: ids that the server does not have.
    @discardableResult
    mutating func answerRows(_ effects: [Effect], missing: Set<Int> = []) throws -> [Effect] {
        for effect in effects {
            guard case .work(.rows, let ticket, .rows(let ids, let viewer, let key)) = effect else {
                continue
            }
            let observations = World.many(ids.filter { !missing.contains($0) }, for: viewer.identity)
            try store.write(observations, of: nil, as: key, at: World.now, progress: nil)
            let batch = ObservationBatch(
                observations: observations,
                missing: missing.sorted(),
                recognition: viewer.identity == .jwt ? .recognised : .notRecognised
            )
            return update(
                .finished(.rows, ticket: ticket, .rows(batch, viewer.identity, ids: ids)),
                at: World.now
            )
        }
        Issue.record("no rows were asked for: \(effects)")
        return []
    }
}

extension Work {
    /// Whether the store alone answers it.
    var isForTheStore: Bool {
        switch self {
        case .arrange, .lookUp, .collect, .find, .count, .changes: true
        default: false
        }
    }

    /// The ids that are looked up.
    var lookedUp: [Int]? { if case .lookUp(let ids, _) = self { ids } else { nil } }

    /// The list that is put in order.
    var arranged: ListRequest? { if case .arrange(let request) = self { request } else { nil } }
}

extension Effect {
    /// Fetching that is asked for.
    var fetch: (lane: Lane, ticket: Int, request: SyncRequest)? {
        if case .work(let lane, let ticket, .sync(let request)) = self {
            (lane, ticket, request)
        } else {
            nil
        }
    }

    /// Whether rows are asked for by their ids.
    var isRows: Bool { if case .work(.rows, _, _) = self { true } else { false } }

    /// Whether a page is asked for.
    var isPage: Bool { if case .work(.page, _, _) = self { true } else { false } }

    /// Whether fetching all is asked for.
    var isJob: Bool { if case .work(.job, _, _) = self { true } else { false } }
}
