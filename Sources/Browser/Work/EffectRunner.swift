internal import FoundationEssentials
internal import INaturalist
internal import ObservationStore
package import TerminalUI

/// Does what the state asks for: work off the main actor, its answers back as events.
package final class EffectRunner {
    let services: BrowserServices
    let display: any TerminalDisplay
    let post: @MainActor @Sendable (BrowserEvent) -> Void
    private let desk: Task<SignInDesk, any Error>
    /// Where rows are held; not opened before something is to be held.
    private var store: Task<ObservationStore, any Error>?
    private var isKeepingRows = true
    private let jobSwitch = JobSwitch()
    private var tasks: [Lane: Task<Void, Never>] = [:]
    private var running: [Lane: Int] = [:]
    private var alarm: Task<Void, Never>?

    /// Connects at once, beside the first frame.
    package init(
        services: BrowserServices,
        display: any TerminalDisplay,
        post: @escaping @MainActor @Sendable (BrowserEvent) -> Void
    ) {
        self.services = services
        self.display = display
        self.post = post
        let (connect, store) = (services.connect, services.store)
        desk = Task.detached(executorPreference: WorkExecutor.shared) {
            let client = try await connect()
            await post(.connected(client.addresses))
            return SignInDesk(client: client, store: store(client.addresses))
        }
    }

    /// The store, which is opened with its first use.
    private func openedStore() -> Task<ObservationStore, any Error> {
        if let store { return store }
        let (open, isKept, post) = (services.observations, isKeepingRows, post)
        let opened = Task<ObservationStore, any Error>.detached(executorPreference: WorkExecutor.reading) {
            guard isKept else { return try ObservationStore.temporary() }
            do throws(StoreError) {
                return try open()
            } catch {
                // What cannot be kept is held for this run; what cannot be read stays as it is.
                await post(.notice(Message("\(error) Rows are held for this run alone.", .failure)))
                return try ObservationStore.temporary()
            }
        }
        store = opened
        return opened
    }

    /// From now on rows are kept for the next run, or held for this one alone.
    private func keepRows(_ isKept: Bool) {
        guard isKept != isKeepingRows else { return }
        isKeepingRows = isKept
        let before = store
        store = nil
        Task.detached(executorPreference: WorkExecutor.shared) {
            (try? await before?.value)?.close()
        }
    }

    /// Does one thing.
    ///
    /// - Returns: whether the browser goes on.
    package func run(_ effect: Effect) -> Bool {
        switch effect {
        case .work(let lane, let ticket, let work):
            begin(work, in: lane, ticket: ticket)
        case .cancel(let lane):
            tasks.removeValue(forKey: lane)?.cancel()
        case .keepRenewed(let session):
            keep(session)
        case .keepRows(let isKept):
            keepRows(isKept)
        case .pauseJob(let isPaused):
            jobSwitch.pause(isPaused)
        case .openWebPage(let address):
            let (open, post) = (services.openWebPage, post)
            Task.detached(executorPreference: WorkExecutor.shared) {
                let message = await open(address)
                await post(.notice(message))
            }
        case .copy(let text, let said):
            copy(text, said: said)
        case .read(let text, let program):
            read(text, with: program)
        case .wake(let date):
            wake(at: date)
        case .redraw:
            display.invalidate()
        case .stop:
            display.stop()
        case .quit:
            return false
        }
        return true
    }

    /// Drops all that is under way.
    package func cancelAll() {
        for task in tasks.values { task.cancel() }
        alarm?.cancel()
        desk.cancel()
    }

    /// Ends the tokens that nobody keeps and closes the connections. Nothing is shown, so the terminal can be
    /// given back before it.
    ///
    /// - Returns: how many tokens could not be ended.
    package func finish() async -> Int {
        // A page that is being written is written first: cancelled work ends at its next question.
        for _ in 0..<250 where running.keys.contains(where: \.writes) {
            try? await WorkExecutor.shared.sleep(for: .milliseconds(20))
        }
        (try? await store?.value)?.close()
        guard let client = try? await desk.value.client else { return 0 }
        // Tokens that are being kept at this moment must not be ended as if nobody kept them.
        for _ in 0..<100 where running[.signIn] != nil {
            try? await WorkExecutor.shared.sleep(for: .milliseconds(20))
        }
        let left = await client.revokeIssuedTokens()
        await client.shutdown()
        return left
    }

    private func begin(_ work: Work, in lane: Lane, ticket: Int) {
        tasks[lane]?.cancel()
        let worker = Worker(
            desk: desk,
            store: work.usesStore ? openedStore() : nil,
            jobSwitch: jobSwitch,
            queries: services.queries,
            openWebPage: services.openWebPage,
            environment: services.environment,
            traits: display.traits,
            lane: lane,
            ticket: ticket,
            post: post
        )
        let post = post
        running[lane] = ticket
        tasks[lane] = Task.detached(executorPreference: work.executor) {
            let answer = await worker.answer(to: work)
            await post(.finished(lane, ticket: ticket, answer))
            await self.ended(lane, ticket: ticket)
        }
    }

    private func ended(_ lane: Lane, ticket: Int) {
        if running[lane] == ticket { running[lane] = nil }
    }

    private func keep(_ session: Session) {
        let (desk, post) = (desk, post)
        Task.detached(executorPreference: WorkExecutor.shared) {
            guard let remark = try? await desk.value.update(session) else { return }
            await post(.notice(Message(remark, .warning)))
        }
    }

    private func wake(at date: Date) {
        alarm?.cancel()
        let seconds = max(0, date.timeIntervalSince(services.now()))
        let post = post
        alarm = Task.detached(executorPreference: WorkExecutor.shared) {
            do {
                // A moment later than asked for, so that it has come by any clock.
                try await WorkExecutor.shared.sleep(for: .seconds(seconds + 0.02))
                await post(.woke)
            } catch {
                // Cancelled: another moment was asked for, or the browser ended.
            }
        }
    }
}

extension Lane {
    /// Whether what runs there writes to the store, or from it to a file: it is not closed meanwhile.
    nonisolated var writes: Bool { self == .page || self == .job || self == .rows || self == .export }
}

extension Work {
    /// Whether rows are read or written for it.
    nonisolated var usesStore: Bool {
        switch self {
        case .arrange, .lookUp, .collect, .find, .count, .changes, .sync, .importFile, .export, .rows: true
        default: false
        }
    }

    /// The thread for it: what is read within a millisecond never waits behind what reads or writes a million rows.
    nonisolated var executor: WorkExecutor {
        switch self {
        case .lookUp, .collect, .changes: .reading
        case .arrange, .find, .count: .surveying
        case .importFile, .export: .importing
        default: .shared
        }
    }
}
