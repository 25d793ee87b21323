internal import INaturalist

/// What the next line has to wait for.
nonisolated extension BrowserState {
    /// Lanes whose work goes on beside what the person does; nobody waits for them.
    private static let backgroundLanes: Set<Lane> = [.job, .page, .renewal, .names]

    /// Whether something is under way that was asked for and is not there yet, so that the next line has to wait.
    var isAwaited: Bool {
        for lane in pending.keys where !Self.backgroundLanes.contains(lane) {
            if lane != .signIn || !isWaitingForBrowser { return true }
        }
        if pending[.page] != nil { return list.count == 0 || isReloading || isChecking }
        return pending[.job] != nil && list.source.isOffline && list.count == 0
    }

    /// Whether it is the person's turn, in a web browser: then lines are taken, so that waiting can be ended.
    private var isWaitingForBrowser: Bool {
        guard case .signIn(let screen) = screens.last else { return false }
        return screen.isWaiting && screen.consent != nil
    }
}
