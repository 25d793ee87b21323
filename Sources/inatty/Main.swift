import Commands
import Curses

/// Where the program begins.
///
/// An asynchronous `main`, the parser's own included, would run on the runtime's pool of threads; here everything
/// starts on the first thread and an idle program sleeps (see `MainLoop` and `WorkExecutor`).
@main
enum Main {
    static func main() {
        CoreDumps.forbid()
        CrashReport.leaveMemoryOut()
        MainLoop.run { await CommandRunner.run() }
    }
}
