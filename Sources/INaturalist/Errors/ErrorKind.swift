/// What sort of failure an error is, for deciding what a program does next.
package enum ErrorKind: String, Sendable, Hashable, CaseIterable {
    /// No usable reply came: the network, the server, or something between.
    case unreachable
    /// Too many requests, or maintenance: later it may work.
    case throttled
    /// The password, the token or the application was not accepted, or may not do this.
    case notHonoured
    /// The server answered, but refused what was asked.
    case refused
    /// The reply makes no sense here.
    case notUnderstood
    /// What was asked for is not there.
    case notFound
    /// Something here is set wrongly, before any request.
    case misconfigured
    /// The person or the program gave up waiting.
    case cancelled

    /// The exit code of a command that fails so, as README lists them (`sysexits.h`; 130 as after Ctrl-C).
    package var exitCode: Int32 {
        switch self {
        case .unreachable: 69
        case .throttled: 75
        case .notHonoured: 77
        case .notUnderstood: 65
        case .misconfigured, .notFound, .refused: 64
        case .cancelled: 130
        }
    }
}
