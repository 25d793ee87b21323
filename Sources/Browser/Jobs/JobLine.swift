internal import Coordinates
package import FoundationEssentials
package import TerminalUI

/// A job of fetching in one line, for the bar:
/// `fetching 12,400 of 100,000 · 198 rows/s · 7 min left · 43/60 this minute, 1,204/10,000 today · d pauses, x ends`.
package nonisolated enum JobLine {
    /// The longest wording that fits.
    ///
    /// What goes first where there is little room: the budget's words, the rate, the budget, the keys' words, the
    /// keys, the counts. How it stands is always told; why it failed may be left to the screen of fetching.
    package static func line(_ job: JobStatus, columns: Int, at now: Date) -> StyledLine {
        let lines = wordings(job, at: now).map(Self.joined)
        return lines.first { $0.columns <= columns } ?? lines.last ?? StyledLine("")
    }

    private static func wordings(_ job: JobStatus, at now: Date) -> [[[Span]]] {
        let standing = job.standing(at: now)
        switch job.state {
        case .done:
            let outcome = job.outcome.isEmpty ? [] : [Span(job.outcome, .muted)]
            let rows = Span(": \(NumberText.count(job.done)) rows")
            return [[[standing, rows], outcome], [[standing, rows]], [[standing]]]
        case .failed(let reason):
            let first = reason.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? reason
            return [
                [
                    [standing, Span(" at \(job.counts): \(reason)", .failure)],
                    keys("d goes on, x ends", "d", "x"),
                ],
                [[standing, Span(" at \(job.counts): \(first)", .failure)], keys("d goes on", "d")],
                [[standing, Span(" at \(job.counts)", .failure)], keys("d goes on, J tells why", "d", "J")],
                [[standing, Span(" at \(job.counts)", .failure)], keys("d goes on", "d")],
                [[standing]],
            ]
        case .running, .paused, .waiting:
            return wordings(underWay: job, standing: standing)
        }
    }

    private static func wordings(underWay job: JobStatus, standing: Span) -> [[[Span]]] {
        let counts = [standing, Span(job.state == .running ? " \(job.counts)" : " at \(job.counts)")]
        let share = [standing, Span(job.share.map { " " + $0 } ?? " \(NumberText.count(job.done))")]
        let rate = job.rate.map { [Span($0, .muted)] } ?? []
        let left = job.timeLeft.map { [Span($0)] } ?? []
        let usage = job.usage.map { [Span($0.words(), .muted)] } ?? []
        let numbers = job.usage.map { [Span($0.words(isShort: true), .muted)] } ?? []
        let verb = job.state == .paused ? "goes on" : "pauses"
        let keys = keys("d \(verb), x ends", "d", "x")
        let short = [Span("d", .key), Span(", ", .muted), Span("x", .key)]
        return [
            [counts, rate, left, usage, keys],
            [counts, rate, left, numbers, keys],
            [counts, left, numbers, keys],
            [counts, left, keys],
            [counts, left, short],
            [share, left, short],
            [share, left],
            [share],
            [[standing]],
        ]
    }

    /// The words with the keys in them marked.
    private static func keys(_ words: String, _ keys: Character...) -> [Span] {
        words.split(separator: " ").enumerated().flatMap { index, word -> [Span] in
            let blank = index == 0 ? [] : [Span(" ", .muted)]
            let isKey = word.count == 1 && keys.contains(word[word.startIndex])
            return blank + [Span(String(word), isKey ? .key : .muted)]
        }
    }

    private static func joined(_ parts: [[Span]]) -> StyledLine {
        let parts = parts.filter { !$0.isEmpty }
        return StyledLine(Array(parts.joined(separator: [Span(" · ", .muted)])))
    }
}
