import Curses
import Glibc
import TerminalUI

/// A table of made-up observations on a real terminal, for tests and measurements of the Curses module.
///
/// `CursesProbe [ROWS] [--mono] [--light] [--no-mouse] [--bare] [--secret HEX]`, or `CursesProbe --prompt HEX`; a bare one
/// does not say what came, which costs more than painting it. Besides the keys of a table: `y` copies, `b` rings, `L` lends the terminal, `v` lends it
/// to the pager, `i` shows a picture, `e` writes to stderr, `X` traps, `O` overflows the stack, Ctrl-L repaints, Ctrl-Z stops, `q` ends.
@main
struct CursesProbe {
    static func main() {
        MainLoop.run { await run() }
    }

    /// Apart from `main`, so that the session has ended before the process does.
    private static func run() async -> Int32 {
        if let status = ProbePrompt.run(arguments: CommandLine.arguments) { return status }
        let arguments = CommandLine.arguments.dropFirst()
        let rows = arguments.compactMap { Int($0) }.first ?? 1_000
        do {
            let session = try TerminalSession(
                theme: arguments.contains("--light") ? .light : .dark,
                colours: arguments.contains("--mono") ? .never : .automatic,
                mouse: !arguments.contains("--no-mouse"),
                environment: environment
            )
            let probe = ProbeScreen(display: session.display, rows: rows)
            await probe.run()
        } catch {
            fputs("\(error)\n", stderr())
            return 75
        }
        print("ended")
        return 0
    }

    private static var environment: [String: String] {
        let names = [
            "TERM", "NO_COLOR", "ESCDELAY", "TMUX", "STY", "KITTY_WINDOW_ID", "LC_ALL", "LC_CTYPE", "LANG",
        ]
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                getenv(name).map { (name, String(cString: $0)) }
            }
        )
    }

    /// All variables, for other programs.
    static var everything: [String: String] {
        var variables: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let pair = String(cString: text).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
            entry += 1
        }
        return variables
    }

    private static func stderr() -> UnsafeMutablePointer<FILE>? {
        fdopen(STDERR_FILENO, "w")
    }
}
