internal import INaturalist
internal import TerminalUI

/// Which list the table shows.
extension BrowserState {
    /// Shows another list from its start.
    nonisolated mutating func show(_ source: ListSource) -> [Effect] {
        if source.owner == .mine, session.account == nil {
            if case .chooser = screens.last { return tell("Sign in first: press Esc, then S.", .warning) }
        }
        screens = []
        return open(source)
    }

    /// Puts another list in the table; what lies over it stays.
    nonisolated mutating func open(_ source: ListSource) -> [Effect] {
        list = ObservationList(source)
        listIdentity = source.isOffline ? .anonymous : shownIdentity
        session.isOfFile = source.isOffline
        fileRemark = nil
        wanted = Narrowing()
        returningTo = nil
        resumingTo = nil
        pendingStep = nil
        listFailure = nil
        hasStoreFailed = false
        isStale = false
        isUnchecked = true
        isChecking = false
        isReloading = false
        wantsEnd = false
        job = nil
        isJobInterrupted = false
        table = TableScreen()
        prompt = nil
        coveredPrompt = nil
        let lanes: [Lane] = [
            .page, .job, .rows, .detail, .arrangement, .window, .find, .facets, .resolution, .action, .photo,
            .export,
        ]
        return lanes.flatMap { cancel($0) }
    }
}
