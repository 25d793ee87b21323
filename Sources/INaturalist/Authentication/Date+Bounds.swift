package import FoundationEssentials

extension Date {
    /// A moment that a token or a file names, which may be any number, moved into the years 1970 to 9999: what counts
    /// time in whole numbers, or writes it out, fails beyond some number of seconds.
    ///
    /// - Parameter seconds: since 1970-01-01 UTC.
    package init(boundedSince1970 seconds: Double) {
        self.init(timeIntervalSince1970: min(max(seconds, 0), 253_402_300_799))
    }
}
