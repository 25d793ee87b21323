internal import FoundationEssentials

/// What is said besides what there is: messages, notices, and how fetching goes.
nonisolated extension PlainDialogue {
    /// Seconds between two lines about fetching.
    private static let progressInterval = 5.0

    /// What the bar explains and the foot says, as far as it was not said yet.
    mutating func notes() -> [String] {
        let (message, notices) = state.plainNotes
        var notes: [String] = []
        let kinds = notices.map(Self.withoutDigits)
        for (notice, kind) in zip(notices, kinds) where !told.notices.contains(kind) { notes.append(notice) }
        told.notices = kinds
        if let message, message != told.message { notes.append(message) }
        told.message = message ?? told.message
        return notes.map { "Note: " + PlainText.line($0) }
    }

    /// How fetching goes: now and then, and whenever it stands otherwise.
    mutating func progress() -> [String] {
        guard let job = state.job, job.state != .done else {
            told.job = nil
            return []
        }
        let line = state.plainLine(of: job)
        if let before = told.job {
            let isEarly = now.timeIntervalSince(before.at) < Self.progressInterval
            guard line != before.line, !isEarly || !Self.isAlike(before.state, job.state) else { return [] }
        }
        told.job = (line, job.state, now)
        return ["Fetching: " + line]
    }

    /// Whether both say the same but for a time that is left.
    private static func isAlike(_ one: JobStatus.State, _ other: JobStatus.State) -> Bool {
        if case .waiting = one, case .waiting = other { return true }
        return one == other
    }
}
