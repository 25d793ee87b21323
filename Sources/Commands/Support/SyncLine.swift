import Browser
import FoundationEssentials
import Glibc
import INaturalist
import ObservationSync
import TerminalUI

/// How far a sync is, on standard error: one line that is drawn anew on a terminal, else a line every few seconds.
@MainActor
final class SyncLine {
    private let title: String
    private let isTerminal: Bool
    private var progress: SyncProgress?
    private var reportedAt = Date.now
    private var shownAt: Date?
    private var shown = ""
    /// Nil while requests go through.
    private var spent: RequestUsage?

    /// The time between two lines where they stay, in seconds.
    private static let interval = 3.0
    /// After so long without a report it is looked whether the budget is what is waited for, in seconds.
    private static let silence = 3.0
    /// The time between two drawings, in seconds: a quick server would make it flicker.
    private static let pause = 0.1

    /// - Parameter title: the list, as people call it.
    init(title: String) {
        self.title = title
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    /// Takes a report.
    func note(_ progress: SyncProgress) {
        let isTroubled = progress.trouble != nil && self.progress?.trouble != progress.trouble
        self.progress = progress
        reportedAt = .now
        spent = nil
        let since = shownAt.map { Date.now.timeIntervalSince($0) } ?? .infinity
        if since >= (isTerminal ? Self.pause : Self.interval) || isTroubled { show() }
    }

    /// Counts a wait down, and says so when it is the budget of requests that is waited for, as long as the task is not
    /// cancelled.
    ///
    /// - Parameter usage: how much of the budget is used.
    func countDown(usage: () async -> RequestUsage?) async {
        while (try? await WorkExecutor.shared.sleep(for: .seconds(1))) != nil {
            if progress?.trouble != nil {
                if isTerminal { show() }
            } else if Date.now.timeIntervalSince(reportedAt) >= Self.silence, let usage = await usage(),
                usage.minute >= usage.minuteLimit, !Task.isCancelled
            {
                spent = usage
                show()
            }
        }
    }

    /// Takes the line off the terminal.
    func clear() {
        if isTerminal, shownAt != nil { put("\r\u{1B}[K") }
    }

    private func show() {
        let now = Date.now
        let status = progress.map { JobStatus($0, title: title, at: reportedAt) }
        let columns = isTerminal ? Self.columns : 400
        let words =
            if let spent {
                Self.words(spent: spent, status)
            } else if let status {
                Self.words(status, at: now, columns: columns)
            } else {
                ""
            }
        let text = TerminalText.truncated(
            TerminalText.sanitised(words),
            to: columns
        )
        shownAt = now
        guard text != shown else { return }
        shown = text
        put(isTerminal ? "\r\(text)\u{1B}[K" : "inatty: \(text)\n")
    }

    private static func words(spent: RequestUsage, _ status: JobStatus?) -> String {
        let place = status.map { " at \($0.counts)" } ?? ""
        return "waiting for room in the budget of requests\(place) · \(spent)"
    }

    /// The longest wording that fits: `fetching 12,400 of 100,000 · 198 rows/s · 7 min left · 43/60 this minute`.
    private static func words(_ status: JobStatus, at now: Date, columns: Int) -> String {
        let standing = status.standing(at: now).text
        if case .waiting(_, let reason) = status.state {
            return "\(standing) at \(status.counts): \(reason)"
        }
        let parts = [
            // Of nothing there is nothing to count.
            status.total == 0 ? standing : "\(standing) \(status.counts)", status.timeLeft, status.rate,
            status.usage?.description,
        ].compactMap(\.self)
        for count in parts.indices.reversed() {
            let text = parts[...count].joined(separator: " · ")
            if TerminalText.columns(text) <= columns { return text }
        }
        return parts[0]
    }

    /// One less than the terminal has, so that no line is wrapped.
    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 79 }
        return Int(size.ws_col) - 1
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
