import ArgumentParser
import Browser
import TerminalUI

/// `inatty queries`: what is saved under names.
struct Queries: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the queries that are saved under names.",
        discussion: """
            They are saved in the browser (e, then Ctrl-S) or written by hand into $XDG_CONFIG_HOME/inatty/queries, a line \
            each: name = query. Every command that takes a query takes --saved NAME.

            Examples:
              inatty queries
              inatty sync --saved "my orchids"
              inatty observations --saved "my orchids" quality:research --json
            """
    )

    func execute() async throws {
        try await reportingErrors {
            guard let file = SavedQueriesFile(variables: LaunchEnvironment.current.variables) else {
                throw UsageError(description: SavedQueriesError.noHome.description)
            }
            let saved = try file.read()
            for problem in saved.problems {
                complain("\(file.path): \(problem)")
            }
            for query in saved.queries {
                try output(TerminalText.sanitised("\(query.name) = \(query.text)"))
            }
            if saved.queries.isEmpty {
                complain("no query is saved. In the browser, press e for the query and Ctrl-S to save it.")
            }
        }
    }
}
