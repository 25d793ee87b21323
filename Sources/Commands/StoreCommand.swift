import ArgumentParser
import Browser
import Glibc
import INaturalist
import ObservationStore

/// `inatty store`: what is kept on this computer of what was fetched.
struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract:
            "Look after the observations that are kept: how many, whether the file is sound, forgetting.",
        discussion: """
            What was fetched is kept in $XDG_DATA_HOME/inatty/observations.sqlite, or below ~/.local/share; another file \
            for each other server that INATTY_API_URL names. What one account was told is shown to no other.

            Examples:
              inatty store status
              inatty store verify --full
              inatty store forget --list observer:field-notes
            """,
        subcommands: [Status.self, Verify.self, Compact.self, Forget.self, Salvage.self]
    )

    /// Which file is meant.
    struct Place: ParsableArguments {
        @Option(
            name: .customLong("store"),
            help: ArgumentHelp("Another file than that of the servers which are asked.", valueName: "path"),
            completion: .file()
        )
        var named: String?

        /// The file's path.
        ///
        /// - Throws: `UsageError` when the environment names no folder, or when nothing is kept there.
        func path() throws -> String {
            let environment = LaunchEnvironment.current.variables
            let path: String? =
                if let named {
                    named
                } else {
                    ObservationStore.path(
                        variables: environment,
                        addresses: try ServerAddresses(environment: environment)
                    )
                }
            guard let path else {
                throw UsageError(
                    description: "Neither XDG_DATA_HOME nor HOME names a folder: name the file with --store."
                )
            }
            // Looking after a store never makes one.
            guard access(path, F_OK) == 0 else {
                throw UsageError(description: "No observations are kept in “\(path)” yet.")
            }
            return path
        }

        /// Gives the opened store, and closes it.
        func open(_ body: (ObservationStore) throws -> Void) throws {
            let store = try ObservationStore(path: try path(), isOwnFolder: named == nil)
            defer { store.close() }
            try body(store)
        }
    }
}
