import Glibc

/// Why there is no terminal session. Each text says what to do next.
nonisolated package enum TerminalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case notTerminal(stream: String)
    /// The environment does not say which terminal this is.
    case unnamed
    /// The terminal's name has no terminfo entry on this machine.
    case unknown(name: String)
    /// The terminal cannot place text on its screen.
    case incapable(name: String)
    /// A session is on already: a process has one terminal.
    case busy
    /// The operating system refused something.
    case system(action: String, code: Int32, reason: String)

    package var description: String {
        switch self {
        case .notTerminal(let stream):
            "\(stream) is not a terminal: run this in a terminal, without pipes."
        case .unnamed:
            "TERM is not set, so there is no telling which terminal this is: run with TERM=xterm-256color. "
                + Self.otherWay
        case .unknown(let name):
            """
            TERM=\(Self.printable(name)) is not known on this machine: \
            install ncurses-term or run with TERM=xterm-256color. \(Self.otherWay)
            """
        case .incapable(let name):
            """
            TERM=\(Self.printable(name)) cannot move its cursor, so there is no screen to draw on: \
            use another terminal, or TERM=xterm-256color if this one is of that kind. \
            \(Self.otherWay)
            """
        case .busy:
            "The terminal is in use by this program already."
        case .system(let action, let code, let reason):
            "The terminal could not be used: \(action) failed with \(reason) (error \(code))."
        }
    }

    /// What works on every terminal.
    private static let otherWay = "inatty --plain talks in lines, on any terminal."

    /// What the operating system just refused, with its own reason.
    static func failed(_ action: String) -> TerminalError {
        let code = errno
        return .system(action: action, code: code, reason: unsafe String(cString: strerror(code)))
    }

    /// The name comes from the environment, so it may hold anything.
    private static func printable(_ name: String) -> String {
        String(name.prefix(60).map { $0.isASCII && $0 >= " " && $0 != "\u{7F}" ? $0 : "?" })
    }
}
