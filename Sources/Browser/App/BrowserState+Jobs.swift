internal import Coordinates
internal import INaturalist
internal import ObservationImport
internal import ObservationStore
internal import ObservationSync
internal import TerminalUI

/// Fetching that the person sees: all rows of a list, or what changed of them.
extension BrowserState {
    /// The jobs for their screen.
    nonisolated var jobs: [JobStatus] { job.map { [$0] } ?? [] }

    /// Shows the rows of a file while it is read.
    nonisolated mutating func readFile(_ source: FileSource) -> [Effect] {
        opening = nil
        let effects = open(ListSource(.file(source), isHiddenOnly: false))
        isUnchecked = false
        job = JobStatus(title: list.source.title, state: .running, phases: [], done: 0)
        return effects + [start(.importFile(source, site: site), in: .job)]
    }

    /// Takes how far a file is read; the rows that are in the store are shown meanwhile.
    nonisolated mutating func take(_ progress: ImportProgress, isOver: Bool) {
        isStale = true
        let status = JobStatus(progress, title: list.source.title)
        job = status
        guard isOver else { return }
        finishJob(status)
        let report = progress.report
        var remarks = report.remarks.map(\.text)
        if report.refused > 0 {
            let rows = report.refused == 1 ? "1 row" : "\(NumberText.count(report.refused)) rows"
            let first = report.problems.first.map { ", the first in \($0.text)" } ?? ""
            remarks.insert("\(rows) cannot be read\(first). inatty open --check names them all.", at: 0)
        }
        if !remarks.isEmpty { fileRemark = remarks.joined(separator: " ") }
    }

    /// `d`: fetches all rows, lets the fetching rest, or go on.
    nonisolated mutating func fetchAllOrPause() -> [Effect] {
        guard pending[.job] != nil, let state = job?.state else { return fetchAll() }
        switch state {
        case .paused: return [.pauseJob(false)]
        case .running, .waiting: return [.pauseJob(true)]
        case .failed, .done: return fetchAll()
        }
    }

    /// Begins to fetch all rows of the list, or goes on with it.
    nonisolated mutating func fetchAll() -> [Effect] {
        guard session.mayAsk, !isShowingHeld, var request = syncRequest(.everything) else {
            isJobInterrupted = session.account != nil && !isShowingHeld
            return tell("Sign in first: press S.", .warning)
        }
        request.isWhole = false
        listFailure = nil
        isUnchecked = false
        isJobInterrupted = false
        job = JobStatus(
            title: list.source.title,
            state: .running,
            phases: [],
            done: list.held?.count ?? 0,
            total: list.total
        )
        return cancel(.page) + [start(.sync(request), in: .job)]
    }

    /// `x`: ends the fetching; what was fetched stays.
    nonisolated mutating func endJob() -> [Effect] {
        // What was under way may have written rows that were not taken up.
        if pending[.job] != nil { isStale = true }
        wantsEnd = false
        job = nil
        isJobInterrupted = false
        message = Message("Ended. What was fetched is kept; d goes on there.")
        return cancel(.job)
    }

    /// The job ended well: that is told in the footer, until the next key.
    nonisolated mutating func finishJob(_ status: JobStatus) {
        job = status
        guard status.state == .done else { return }
        let line = JobLine.line(status, columns: max(20, size.columns - 2), at: now)
        message = Message(line.text, .success)
    }

    /// The job failed.
    nonisolated mutating func jobFailed(_ reason: String) {
        wantsEnd = false
        isStale = true
        job?.state = .failed(reason)
    }

    /// Whether a line above the footer tells of fetching.
    nonisolated var isShowingJob: Bool { job.map { $0.state != .done } == true && context != .jobs }

    /// The line of the bar's notice that tells how the fetching goes; nothing when there is none to speak of.
    nonisolated var jobLine: StyledLine? {
        guard isShowingJob, let job else { return nil }
        return JobLine.line(job, columns: size.columns - 2, at: now)
    }
}
