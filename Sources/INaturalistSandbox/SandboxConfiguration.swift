package import FoundationEssentials

/// How a ``Sandbox`` is set up before it starts.
package struct SandboxConfiguration: Sendable {
    /// TCP port on 127.0.0.1; 0 takes any free one.
    package var port: Int

    /// How long a JWT from `/users/api_token` stays valid; the real server gives 24 hours (API reference 2.2).
    package var jwtLifetime: Duration

    /// Seed of the made-up records. The same seed and count give the same records on every run.
    package var seed: UInt64

    /// How many made-up observations there are, at least ``minimumObservationCount``.
    ///
    /// Two thirds are the observer's, but never more than 100,000: all of them at 150,000, every tenth at a million.
    /// Four of five of these are hidden, and every second one of the others. A million take a few seconds to make and
    /// some 100 MB.
    package var observationCount: Int

    /// Time that passes before each reply, to make a demo feel like a network.
    package var latency: Duration

    /// What goes wrong again and again; see ``Sandbox/repeatFault(_:every:on:)``.
    package var repeatedFaults: [RepeatedFault]

    /// The clock that the server goes by: expiry of JWTs and codes, ends of suspensions, the `Date` of its replies.
    ///
    /// It is read only when somebody asks, so that an idle server never wakes up. See ``SandboxClock`` for one that a
    /// test sets forward.
    package var now: @Sendable () -> Date

    /// Is told from time to time how many of how many records are made, at the end with both the same.
    package var progress: @Sendable (_ made: Int, _ count: Int) -> Void

    /// Fewer records than this cannot hold the fixed ones and every kind of the others.
    package static let minimumObservationCount = 200

    package init(
        port: Int = 0,
        jwtLifetime: Duration = .seconds(24 * 60 * 60),
        seed: UInt64 = 0x0B5E_55ED_0041_6021,
        observationCount: Int = 2_400,
        latency: Duration = .zero,
        repeatedFaults: [RepeatedFault] = [],
        now: @escaping @Sendable () -> Date = { Date() },
        progress: @escaping @Sendable (_ made: Int, _ count: Int) -> Void = { _, _ in }
    ) {
        self.port = port
        self.jwtLifetime = jwtLifetime
        self.seed = seed
        self.observationCount = max(observationCount, Self.minimumObservationCount)
        self.latency = latency
        self.repeatedFaults = repeatedFaults
        self.now = now
        self.progress = progress
    }
}
