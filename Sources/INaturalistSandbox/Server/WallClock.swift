import FoundationEssentials

/// The clock of the day, read only when a request needs it, so that an idle server never wakes up.
enum WallClock {
    /// Now, in whole seconds.
    static var now: Moment {
        Moment(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
    }
}
