package import FoundationEssentials

extension INaturalistClient {
    /// Seconds by which this computer's clock is ahead of the servers' clocks, negative when it is behind; 0 when it
    /// is right as far as replies can tell, which is to about a second. Nil until a reply came.
    package var clockError: Double? { serverClock.error }

    /// What time it is for the servers, which alone decide when a token ends.
    package var serverNow: Date { now().addingTimeInterval(-(serverClock.error ?? 0)) }
}
