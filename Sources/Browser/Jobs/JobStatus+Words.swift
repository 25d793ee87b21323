internal import Coordinates
package import FoundationEssentials
internal import INaturalist
package import TerminalUI

nonisolated extension JobStatus {
    /// How many rows are done: `12,400 of 100,000`.
    package var counts: String {
        total.map { "\(NumberText.count(done)) of \(NumberText.count($0))" } ?? NumberText.count(done)
    }

    /// The rate, as far as it is known: `198 rows/s`.
    package var rate: String? {
        guard case .running = state, let rowsPerSecond, rowsPerSecond.isFinite, rowsPerSecond > 0 else {
            return nil
        }
        let isSlow = rowsPerSecond < 9.95
        let rate =
            isSlow
            ? NumberText.fixed(rowsPerSecond, decimals: 1)
            : NumberText.count(Int(min(rowsPerSecond, 1e9).rounded()))
        return rate + " rows/s"
    }

    /// The time left, as far as it is known: `7 min left`.
    package var timeLeft: String? {
        guard case .running = state, let secondsLeft, secondsLeft.isFinite else { return nil }
        return NumberText.duration(secondsLeft) + " left"
    }

    /// The share that is done: `12%`; never 100 before the end.
    package var share: String? {
        fraction.map { "\(min(state == .done ? 100 : 99, Int($0 * 100)))%" }
    }

    /// How it stands in a word or two, and how much that matters: `paused`, `waiting 40 s`.
    package func standing(at now: Date) -> Span {
        switch state {
        case .running: Span(activity.prefix(1).lowercased() + activity.dropFirst())
        case .paused: Span("paused", .warning)
        case .waiting(let until, _):
            Span("waiting " + NumberText.countdown(until.timeIntervalSince(now).rounded(.up)), .warning)
        case .failed: Span("failed", .failure)
        case .done: Span("done", .success)
        }
    }

    /// When the words will be others without anything having happened; nil when they stay.
    package func nextChange(after now: Date) -> Date? {
        guard case .waiting(let until, _) = state, until > now else { return nil }
        return min(
            until,
            now.addingTimeInterval(NumberText.nextCountdown(after: until.timeIntervalSince(now)))
        )
    }
}

extension RequestUsage {
    /// `43/60 this minute, 1,204/10,000 today`, or only the numbers.
    nonisolated func words(isShort: Bool = false) -> String {
        let parts = [(minute, minuteLimit, " this minute"), (day, dayLimit, " today")].map {
            used,
            limit,
            caption in
            "\(NumberText.count(used))/\(NumberText.count(limit))" + (isShort ? "" : caption)
        }
        return parts.joined(separator: ", ")
    }
}
