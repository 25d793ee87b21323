package import FoundationEssentials
internal import INaturalist
package import TerminalUI

/// The jobs of fetching that go on or were ended, each with its parts, a progress bar and the budget of requests.
package nonisolated struct JobsScreen: Sendable {
    /// Which job the cursor is on.
    package private(set) var selected = 0

    package init() {}

    /// Moves the cursor.
    package mutating func move(by rows: Int, jobs: [JobStatus]) {
        let last = max(0, jobs.count - 1)
        selected = max(0, min(last, selected + max(-last - 1, min(last + 1, rows))))
    }

    /// Puts the cursor on the job in that line of the screen.
    package mutating func click(_ position: Position, in rect: Rect, jobs: [JobStatus], at now: Date) -> Bool
    {
        let text = text(jobs, columns: Self.room(in: rect).columns, at: now)
        let row = position.row - Self.room(in: rect).top + top(of: text, in: rect)
        guard rect.contains(position), let job = text.first(where: { $0.lines.contains(row) })?.job else {
            return false
        }
        selected = job
        return true
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect, jobs: [JobStatus], at now: Date) {
        let room = Self.room(in: rect)
        guard !jobs.isEmpty else {
            surface.write(StyledLine("Nothing is being fetched.", .muted), in: room.line(0))
            return
        }
        let text = text(jobs, columns: room.columns, at: now)
        var view = TextView(lines: text.flatMap(\.text))
        view.scroll(by: top(of: text, in: rect), visible: room.rows)
        view.draw(on: &surface, in: room.inset(right: -2))
    }

    private func index(in jobs: [JobStatus]) -> Int? {
        jobs.isEmpty ? nil : min(selected, jobs.count - 1)
    }

    private static func room(in rect: Rect) -> Rect {
        rect.inset(left: 1, top: rect.rows > 14 ? 1 : 0, right: 3)
    }

    /// The lines of one job.
    private struct Block {
        let job: Int
        let lines: Range<Int>
        let text: [StyledLine]
    }

    private func text(_ jobs: [JobStatus], columns: Int, at now: Date) -> [Block] {
        var row = 0
        return jobs.indices.map { index in
            let text = Self.lines(
                jobs[index],
                isSelected: index == self.index(in: jobs),
                isLast: index == jobs.count - 1,
                columns: min(columns, 140),
                at: now
            )
            defer { row += text.count }
            return Block(job: index, lines: row..<row + text.count, text: text)
        }
    }

    /// The uppermost line shown: the job under the cursor is always in view.
    private func top(of text: [Block], in rect: Rect) -> Int {
        guard let lines = text.first(where: { $0.job == min(selected, text.count - 1) })?.lines else {
            return 0
        }
        let rows = Self.room(in: rect).rows
        return max(0, min(lines.lowerBound, lines.upperBound - rows))
    }

    private static func lines(
        _ job: JobStatus,
        isSelected: Bool,
        isLast: Bool,
        columns: Int,
        at now: Date
    ) -> [StyledLine] {
        let standing = job.standing(at: now)
        var lines: [StyledLine] = [
            [Span(isSelected ? "▸ " : "  ", .key), Span(job.title, .heading), Span("  "), standing]
        ]
        if let fraction = job.fraction {
            let share = "  " + (job.share ?? "") + "  "
            let bar = BarText.progress(fraction, columns: max(1, min(60, columns - share.count - 2)))
            lines.append([Span("  " + bar), Span(share)])
        }
        var text = LabelledText(columns: columns)
        let rows = [[job.counts, job.rate, job.timeLeft], [job.counts, job.timeLeft]].map { parts in
            parts.compactMap(\.self).joined(separator: " · ")
        }
        text.add("Rows", TerminalText.longest(of: rows, in: columns - LabelledText.labelColumns))
        if let usage = job.usage { text.add("Requests", usage.words()) }
        if !job.outcome.isEmpty { text.add("So far", job.outcome) }
        for phase in job.phases {
            let word = Self.word(of: phase, in: job, at: now)
            text.lines.append(
                StyledLine(columns: [
                    (StyledLine("    " + phase.title, .muted), Self.phaseColumns), (StyledLine([word]), 20),
                ])
            )
        }
        switch job.state {
        case .failed(let reason): text.add("Failure", reason, .failure)
        case .waiting(_, let reason): text.add("Why it waits", reason + " It goes on by itself.", .warning)
        case .running, .paused, .done: break
        }
        lines += text.lines
        if let keys = keys(of: job) { lines.append(keys) }
        return isLast ? lines : lines + [""]
    }

    /// How wide the longest name of a part is, with its margins.
    private static let phaseColumns = 30

    private static func word(of phase: JobStatus.Phase, in job: JobStatus, at now: Date) -> Span {
        switch phase.standing {
        case .behind: Span("done", .success)
        case .ahead: Span(job.isOver ? "not begun" : "to come", .muted)
        case .underWay: job.state == .running ? Span("under way") : job.standing(at: now)
        }
    }

    private static func keys(of job: JobStatus) -> StyledLine? {
        func line(_ verb: String) -> StyledLine {
            [
                "    ", Span("d", .key), Span(" \(verb), ", .muted), Span("x", .key),
                Span(" ends it; what was fetched stays.", .muted),
            ]
        }
        return switch job.state {
        case .running, .waiting: line("pauses it")
        case .paused: line("lets it go on")
        case .failed: line("lets it go on where it was")
        case .done: nil
        }
    }
}
