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

    /// Puts limits together.
    package init(interval: Duration, burst: Int, window: Duration, perWindow: Int) {
        self.interval = interval
        self.burst = burst
        self.window = window
        self.perWindow = perWindow
    }

    /// What iNaturalist asks for: at most 60 requests a minute (reference 7.1); one a second, five at once
    /// after a rest.
    package static let iNaturalist = RateLimits(
        interval: .seconds(1),
        burst: 5,
        window: .seconds(60),
        perWindow: 60
    )
}
