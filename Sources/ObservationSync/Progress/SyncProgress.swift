package import INaturalist

/// Where a sync is.
package struct SyncProgress: Sendable, Hashable {
    /// Something that went wrong and is tried again.
    package struct Trouble: Sendable, Hashable {
        /// What went wrong.
        package var error: INaturalistError
        /// How long until the next attempt, in seconds from the report.
        package var wait: Double
    }

    /// What is going on.
    package var phase: SyncPhase
    /// Whether the job has ended, as far as it was to go. Then the phase is ``SyncPhase/done`` when nothing is left to
    /// fetch, else the one that the next job goes on with.
    package var isOver = false
    /// Whether every row of the list was fetched once: only what changed since is missing.
    package var isComplete = false
    /// How many rows of the phase are done, those of earlier runs among them.
    package var done: Int
    /// How many rows the phase has; nil while the server has not said.
    package var total: Int?
    /// The pace of the last two minutes; nil before there is enough to say.
    package var rowsPerSecond: Double?
    /// How long the phase takes at this pace, in seconds; nil before there is enough to say.
    package var secondsLeft: Double?
    /// Whether nothing is asked until ``SyncJob/resume()``.
    package var isPaused: Bool
    /// How much of the budget of requests is used; nil for a server without one.
    package var usage: RequestUsage?
    /// What went wrong last, while it is waited for; nil when all is well.
    package var trouble: Trouble?
    /// What was done.
    package var tally: SyncTally
}
