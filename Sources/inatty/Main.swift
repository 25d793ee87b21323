import ArgumentParser
import Curses
import Glibc

/// Where the program begins.
///
/// An asynchronous `main`, the parser's own included, would run on the runtime's pool of threads; here everything
/// starts on the first thread and an idle program sleeps (see `MainLoop` and `WorkExecutor`).
@main
enum Main {
    static func main() {
        CrashReport.leaveMemoryOut()
        MainLoop.run { await run() }
    }

    @MainActor
    private static func run() async -> Int32 {
        do {
            var command = try Inatty.parseAsRoot()
            if let command = command as? any MainActorCommand {
                try await command.execute()
            } else {
                // A group without a command: says what there is.
                try command.run()
            }
            flushStandardOutput()
            return EXIT_SUCCESS
        } catch {
            Inatty.exit(withError: error)
        }
    }
}

/// A command that runs on the main actor.
protocol MainActorCommand: ParsableCommand {
    /// Does the command's work.
    @MainActor func execute() async throws
}
