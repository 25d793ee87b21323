internal import GRDB
internal import Glibc

/// Opens a file again and again while other programs hold it.
///
/// SQLite waits by itself, but not where two programs turn one new file's log on at once: there it refuses one of them
/// immediately, because waiting could be for ever.
enum Insistence {
    /// - Parameter seconds: how long. By time and not by attempts: where SQLite does wait, one attempt takes as long as
    ///   all of them may.
    static func opening<Value>(for seconds: Double, _ open: () throws -> Value) throws -> Value {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            do {
                return try open()
            } catch let error as DatabaseError
                where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode.primaryResultCode)
                && ContinuousClock.now < end
            {
                usleep(pause)
            }
        }
    }

    /// In microseconds.
    private static let pause: UInt32 = 5_000
}
