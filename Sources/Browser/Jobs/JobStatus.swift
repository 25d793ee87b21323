package import FoundationEssentials
package import INaturalist

/// How a job of fetching stands, as the bar and the screen of jobs tell it.
package nonisolated struct JobStatus: Sendable, Hashable {
    /// What it is doing.
    package enum State: Sendable, Hashable {
        case running
        /// The person stopped it for now.
        case paused
        /// It asks again at that moment; why not before, in whole sentences.
        case waiting(until: Date, reason: String)
        /// It ended too early; why, in whole sentences.
        case failed(String)
        case done
    }

    /// A part of the job.
    package struct Phase: Sendable, Hashable {
        package enum Standing: Sendable, Hashable {
            case ahead, underWay, behind
        }

        /// What happens in it: "Fetching".
        package let title: String
        /// How it stands.
        package let standing: Standing

        package init(_ title: String, _ standing: Standing) {
            self.title = title
            self.standing = standing
        }
    }

    /// The list that is fetched, as the bar calls it.
    package var title: String
    package var state: State
    /// The parts of the job, in their order.
    package var phases: [Phase]
    /// How many rows of the phase under way are done.
    package var done: Int
    /// How many there are, as far as is known.
    package var total: Int?
    /// Rows a second, lately.
    package var rowsPerSecond: Double?
    /// Seconds until the end of the phase at that rate.
    package var secondsLeft: Double?
    /// How much of the budget of requests is used; nil where there is none.
    package var usage: RequestUsage?
    /// What has come of it so far: `1,204 new, 12 changes`.
    package var outcome: String

    package init(
        title: String,
        state: State,
        phases: [Phase],
        done: Int,
        total: Int? = nil,
        rowsPerSecond: Double? = nil,
        secondsLeft: Double? = nil,
        usage: RequestUsage? = nil,
        outcome: String = ""
    ) {
        self.title = title
        self.state = state
        self.phases = phases
        self.done = done
        self.total = total
        self.rowsPerSecond = rowsPerSecond
        self.secondsLeft = secondsLeft
        self.usage = usage
        self.outcome = outcome
    }

    /// What happens now: "Fetching".
    package var activity: String {
        phases.first { $0.standing == .underWay }?.title ?? phases.last?.title ?? "Fetching"
    }

    /// The share that is done, 0 to 1; nil while the whole is not known.
    package var fraction: Double? {
        if state == .done { return 1 }
        guard let total else { return nil }
        return total > 0 ? max(0, min(1, Double(done) / Double(total))) : 1
    }

    /// Whether it has ended, well or not.
    package var isOver: Bool {
        switch state {
        case .done, .failed: true
        case .running, .paused, .waiting: false
        }
    }
}
