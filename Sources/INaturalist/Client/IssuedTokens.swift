internal import Synchronization

/// The OAuth tokens that a password or a code was swapped for and that nobody keeps.
///
/// They never expire, and each sign-in makes another (reference 1.1): what the program does not keep it has to end.
final class IssuedTokens: Sendable {
    /// A token and the application that it was issued to, which alone can end it.
    struct Entry: Sendable {
        let token: OAuthToken
        let application: OAuthApplication
    }

    private let entries = Mutex<[Entry]>([])

    func add(_ token: OAuthToken, to application: OAuthApplication) {
        entries.withLock { $0.append(Entry(token: token, application: application)) }
    }

    func remove(_ token: OAuthToken) {
        entries.withLock { $0.removeAll { $0.token == token } }
    }

    func takeAll() -> [Entry] {
        entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }
}

extension INaturalistClient {
    /// Leaves a token that was issued here alive: somebody keeps it.
    package func keep(_ token: OAuthToken) {
        issued.remove(token)
    }

    /// Ends every token that was issued here and that nobody keeps.
    ///
    /// - Parameter limit: how long that may take; who leaves a program does not wait for a server.
    /// - Returns: how many could not be ended; they stay valid until the password changes.
    @concurrent
    @discardableResult
    package func revokeIssuedTokens(within limit: Duration = .seconds(2)) async -> Int {
        let entries = issued.takeAll()
        guard !entries.isEmpty else { return 0 }
        return await withTaskGroup(of: Int.self) { group in
            group.addTask { await self.revoke(entries) }
            group.addTask {
                try? await WorkExecutor.shared.sleep(for: limit)
                return entries.count
            }
            defer { group.cancelAll() }
            return await group.next() ?? entries.count
        }
    }

    private func revoke(_ entries: [IssuedTokens.Entry]) async -> Int {
        var left = 0
        for entry in entries {
            do {
                try await revoke(entry.token, issuedTo: entry.application)
            } catch {
                left += 1
            }
        }
        return left
    }
}
