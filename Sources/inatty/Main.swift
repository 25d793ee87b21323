import ArgumentParser

/// Where the program begins.
///
/// The parser's own asynchronous entry would run a command on the runtime's global pool; here it stays on the main
/// actor, and an idle program sleeps (see `WorkExecutor`).
@main
@MainActor
enum Main {
    static func main() async {
        do {
            var command = try Inatty.parseAsRoot()
            if let command = command as? any MainActorCommand {
                try await command.execute()
            } else {
                // A group without a command: says what there is.
                try command.run()
            }
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
