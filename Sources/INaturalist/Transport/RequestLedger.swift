package import FoundationEssentials

/// The book of the requests that were started, by this program now, by others like it beside, and by those before.
///
/// iNaturalist counts requests by network address and day (reference 7.1), and knows nothing of processes.
package protocol RequestLedger: Sendable {
    /// Notes that a request starts now, if the budget allows it.
    ///
    /// - Parameter now: this computer's time.
    /// - Returns: nil when it may start, and then it is counted; else the time before which it may not.
    /// - Throws: when the book cannot be kept, in whole sentences. That stops no request: the limiter then goes by what
    ///   it has counted itself.
    func start(at now: Date) throws -> Date?

    /// How much of the budget is used; nil when the book cannot be read.
    func usage(at now: Date) -> RequestUsage?
}
