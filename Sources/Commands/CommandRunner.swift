import ArgumentParser
import Glibc

/// Runs what the command line says. What the commands do lives in the modules below.
package enum CommandRunner {
    /// - Returns: the exit code; on errors and for help the parser ends the program itself.
    @MainActor
    package static func run() async -> Int32 {
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
            if let help = HelpText(Inatty.fullMessage(for: error)), Inatty.exitCode(for: error).isSuccess {
                print(help.text)
                flushStandardOutput()
                return EXIT_SUCCESS
            }
            Inatty.exit(withError: error)
        }
    }
}

/// A command that runs on the main actor.
protocol MainActorCommand: ParsableCommand {
    /// Does the command's work.
    @MainActor func execute() async throws
}
