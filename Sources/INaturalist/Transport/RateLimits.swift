/// How often requests may start.
package struct RateLimits: Sendable, Hashable {
    /// The time between requests when they go on and on.
    package var interval: Duration
    /// How many may start at once after a rest.
    package var burst: Int
    /// The length of the window that ``perWindow`` is counted in.
    package var window: Duration
    /// How many may start within any window.
    package var perWindow: Int
    /// How many may start within any ``day``.
    package var perDay: Int

    /// The length of the window that ``perDay`` is counted in: 24 hours.
    package static let day = Duration.seconds(86_400)

    /// Puts limits together.
    package init(interval: Duration, burst: Int, window: Duration, perWindow: Int, perDay: Int = 10_000) {
        self.interval = interval
        self.burst = burst
        self.window = window
        self.perWindow = perWindow
        self.perDay = perDay
    }

    /// What iNaturalist asks for: at most 60 requests a minute and 10,000 a day (reference 7.1); one a second, five at
    /// once after a rest.
    package static let iNaturalist = RateLimits(
        interval: .seconds(1),
        burst: 5,
        window: .seconds(60),
        perWindow: 60,
        perDay: 10_000
    )

    /// The time that a request takes up in the long run, however fast the replies come.
    package var pace: Duration { max(interval, window / perWindow) }
}
