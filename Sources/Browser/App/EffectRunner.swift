internal import FoundationEssentials
internal import INaturalist
package import TerminalUI

/// Does what the state asks for: work off the main actor, its answers back as events.
package final class EffectRunner {
    private let services: BrowserServices
    private let display: any TerminalDisplay
    private let post: @MainActor @Sendable (BrowserEvent) -> Void
    private let client: Task<INaturalistClient, any Error>
    private var tasks: [Lane: Task<Void, Never>] = [:]
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
        let connect = services.connect
        client = Task.detached(executorPreference: WorkExecutor.shared) {
            let client = try await connect()
            await post(.connected(client.addresses))
            return client
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
        case .openWebPage(let address):
            let (open, post) = (services.openWebPage, post)
            Task.detached(executorPreference: WorkExecutor.shared) {
                let message = await open(address)
                await post(.notice(message))
            }
        case .copy(let text):
            if !display.copyToClipboard(text) {
                post(.notice(Message("This terminal takes no text to its clipboard.", .warning)))
            }
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
        client.cancel()
    }

    /// Ends the tokens that nobody keeps and closes the connections. Nothing is shown, so the terminal can be
    /// given back before it.
    ///
    /// - Returns: how many tokens could not be ended.
    package func finish() async -> Int {
        guard let client = try? await client.value else { return 0 }
        let left = await client.revokeIssuedTokens()
        await client.shutdown()
        return left
    }

    private func begin(_ work: Work, in lane: Lane, ticket: Int) {
        tasks[lane]?.cancel()
        let (client, post) = (client, post)
        tasks[lane] = Task.detached(executorPreference: WorkExecutor.shared) {
            let answer = await Self.answer(to: work, client)
            await post(.finished(lane, ticket: ticket, answer))
        }
    }

    private nonisolated static func answer(
        to work: Work,
        _ connecting: Task<INaturalistClient, any Error>
    ) async -> Answer {
        do {
            let client = try await connecting.value
            switch work {
            case .signIn(let request):
                return .signedIn(try await client.signIn(request))
            case .prove(let authorization):
                return .proof(try await client.prove(authorization), authorization.identity)
            case .page(let query, let idBelow, let limit, let authorization):
                let page = try await client.page(query, idBelow: idBelow, limit: limit, as: authorization)
                return .page(page, authorization.identity, limit: limit)
            case .rows(let ids, let authorization):
                let batch = try await client.observations(ids: ids, as: authorization)
                return .rows(batch, authorization.identity, ids: ids)
            case .detail(let id, let authorization):
                return .detail(try await client.detail(id: id, as: authorization), authorization.identity)
            }
        } catch let error as INaturalistError {
            return .failed(error)
        } catch {
            return .failed(.cancelled)
        }
    }

    private func wake(at date: Date) {
        alarm?.cancel()
        let seconds = max(0, date.timeIntervalSince(services.now()))
        let post = post
        alarm = Task.detached(executorPreference: WorkExecutor.shared) {
            do {
                try await WorkExecutor.shared.sleep(for: .seconds(seconds + 0.2))
                await post(.woke)
            } catch {
                // Cancelled: another moment was asked for, or the browser ended.
            }
        }
    }
}
