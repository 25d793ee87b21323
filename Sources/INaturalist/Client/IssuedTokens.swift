internal import Synchronization

/// The OAuth tokens that a password or a code was swapped for and that nobody keeps, and the swaps under way.
///
/// They never expire, and each sign-in makes another (reference 1.1): what the program does not keep it has to end.
final class IssuedTokens: Sendable {
    /// A token and the application that it was issued to, which alone can end it.
    struct Entry: Sendable {
        let token: OAuthToken
        let application: OAuthApplication
    }

    /// A swap under way: the site may have made the token already.
    typealias Exchange = SharedResult<Result<OAuthToken, INaturalistError>>

    private struct State {
        var entries: [Entry] = []
        var exchanges: [Exchange] = []
    }

    private let state = Mutex(State())

    /// The tokens that are here and that nobody keeps.
    var entries: [Entry] { state.withLock { $0.entries } }

    /// How many tokens live on or may yet come.
    var count: Int { state.withLock { $0.entries.count + $0.exchanges.count } }

    /// Notes that a token is asked for.
    func begin() -> Exchange {
        let exchange = Exchange()
        state.withLock { $0.exchanges.append(exchange) }
        return exchange
    }

    /// Notes what came of it, and hands that to whoever still waits.
    func finish(
        _ exchange: Exchange,
        with result: Result<OAuthToken, INaturalistError>,
        issuedTo application: OAuthApplication
    ) {
        state.withLock { state in
            if case .success(let token) = result {
                state.entries.append(Entry(token: token, application: application))
            }
            state.exchanges.removeAll { $0 === exchange }
        }
        exchange.fulfil(result)
    }

    func remove(_ token: OAuthToken) {
        state.withLock { $0.entries.removeAll { $0.token == token } }
    }

    /// Waits until no swap is under way.
    ///
    /// - Throws: when the task is cancelled before.
    func settled() async throws(CancellationError) {
        while let exchange = state.withLock({ $0.exchanges.first }) { _ = try await exchange.value() }
    }
}

extension INaturalistClient {
    /// Leaves a token that was issued here alive: somebody keeps it.
    package func keep(_ token: OAuthToken) {
        issued.remove(token)
    }

    /// Ends every token that was issued here and that nobody keeps, also those that are on their way while nobody
    /// waits for them any more.
    ///
    /// - Parameter limit: how long that may take; who leaves a program does not wait for a server.
    /// - Returns: how many could not be ended, or may yet be issued; they stay valid until the password changes.
    @concurrent
    @discardableResult
    package func revokeIssuedTokens(within limit: Duration = .seconds(2)) async -> Int {
        guard issued.count > 0 else { return 0 }
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.revokeIssued() }
            group.addTask { try? await WorkExecutor.shared.sleep(for: limit) }
            await group.next()
            defer { group.cancelAll() }
            return issued.count
        }
    }

    /// Those that are here do not wait for those that are on their way.
    private func revokeIssued() async {
        let entries = issued.entries
        await revoke(entries)
        guard issued.count > 0, (try? await issued.settled()) != nil else { return }
        let tried = Set(entries.map(\.token))
        await revoke(issued.entries.filter { !tried.contains($0.token) })
    }

    private func revoke(_ entries: [IssuedTokens.Entry]) async {
        for entry in entries {
            do {
                try await revoke(entry.token, issuedTo: entry.application)
                issued.remove(entry.token)
            } catch {
                // It stays on the list, and is counted.
            }
        }
    }
}
