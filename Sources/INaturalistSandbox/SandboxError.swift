/// Why a ``Sandbox`` could not be started.
package enum SandboxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The loopback port could not be opened.
    case couldNotListen(port: Int, reason: String)

    package var description: String {
        switch self {
        case .couldNotListen(let port, let reason):
            """
            The sandbox server could not listen on 127.0.0.1:\(port) (\(reason)). \
            Choose another port, or 0 for any free one.
            """
        }
    }
}
