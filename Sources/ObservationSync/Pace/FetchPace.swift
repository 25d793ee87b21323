/// How fast rows come in, and so how long the rest takes.
///
/// Told over the last two minutes, so that one slow reply or one wait does not throw it about. The first requests of a
/// rested budget start at once, and none later does: no pace is believed that the limits do not allow in the long run.
struct FetchPace: Sendable {
    private struct Sample {
        /// Without the time that the job was paused.
        var time: Duration
        var rows: Int
    }

    /// The time that a request takes up at least in the long run; nil where there is no limit.
    private let perRequest: Duration?
    private var samples: [Sample] = []
    private var rested = Duration.zero
    private var restsSince: Duration?

    private static let window = Duration.seconds(120)
    /// So many replies say enough where no limit does.
    private static let enough = 3

    init(perRequest: Duration?) {
        self.perRequest = perRequest
    }

    /// Begins, or begins again with another kind of rows.
    mutating func begin(at now: Duration) {
        samples = [Sample(time: now - rested, rows: 0)]
    }

    /// Notes a reply.
    mutating func note(rows: Int, at now: Duration) {
        samples.append(Sample(time: now - rested, rows: rows))
        let oldest = now - rested - Self.window
        while samples.count > Self.enough + 1, samples[1].time < oldest { samples.removeFirst() }
    }

    /// Time does not count until ``goOn(at:)``.
    mutating func rest(at now: Duration) {
        if restsSince == nil { restsSince = now }
    }

    /// Time counts again.
    mutating func goOn(at now: Duration) {
        if let restsSince { rested += now - restsSince }
        restsSince = nil
    }

    /// Rows a second; nil before there is enough to say.
    func rowsPerSecond(at now: Duration) -> Double? {
        let replies = samples.count - 1
        guard let first = samples.first, replies >= (perRequest == nil ? Self.enough : 1) else { return nil }
        let rows = samples.dropFirst().reduce(0) { $0 + $1.rows }
        let end = (restsSince ?? now) - rested
        var seconds = max(end - first.time, .zero) / .seconds(1)
        if let perRequest { seconds = max(seconds, perRequest * replies / .seconds(1)) }
        guard rows > 0, seconds > 0 else { return nil }
        return Double(rows) / seconds
    }

    /// Seconds for so many more rows; nil before there is enough to say.
    func secondsLeft(rows: Int, at now: Duration) -> Double? {
        rowsPerSecond(at: now).map { Double(max(rows, 0)) / $0 }
    }
}
