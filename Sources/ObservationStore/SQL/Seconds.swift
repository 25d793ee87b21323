internal import FoundationEssentials

/// Moments as whole seconds since 1970, rounded down.
extension Int64 {
    init(seconds date: Date) {
        // Within what a number of a file can hold, whatever a caller's date is.
        self = Int64(Swift.max(-1e12, Swift.min(1e12, date.timeIntervalSince1970.rounded(.down))))
    }

    var date: Date { Date(timeIntervalSince1970: Double(self)) }
}
