internal import Accounts
internal import INaturalist

/// Where the last run was left, and what this one leaves.
extension BrowserState {
    /// Sorts and selects as the last run left it, once it is known who is here. Nothing waits for that: the rows are
    /// shown as they come, and the cursor goes to its row when all of them are in order.
    nonisolated mutating func resume() {
        guard let memory = setting.memory else { return }
        let account = (session.account ?? heldAccount)?.id
        setting.memory = nil
        paneRows = memory.splitRows
        guard let left = memory.list(for: account), left.source == list.source else { return }
        wanted.sort = left.sort
        resumingTo = memory.selected(for: account)
    }

    /// What this run leaves for the next.
    package nonisolated var memory: SessionMemory {
        // Nobody was there yet: what the last run left is left again.
        let left = setting.memory.flatMap { $0.list == list.source ? $0 : nil }
        return SessionMemory(
            account: left.map(\.account) ?? (session.account ?? heldAccount)?.id,
            list: list.source,
            sort: left?.sort ?? wanted.sort,
            selected: left.map(\.selected) ?? resumingTo ?? id(at: table.position),
            splitRows: paneRows ?? left?.splitRows,
            preferences: preferences,
            configured: setting.configured
        )
    }
}
