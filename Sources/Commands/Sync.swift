import ArgumentParser
import Browser
import Coordinates
import INaturalist
import ObservationStore
import ObservationSync
import TerminalUI

/// `inatty sync`: brings a list into the store, and up to date there.
struct Sync: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fetch observations and keep them; the next time only what changed, and what was deleted.",
        discussion: """
            Without a query your own observations. What is kept is browsed without waiting, also without a network, and \
            inatty changes tells what became different. Ctrl-C stops; the next sync goes on there, also after a crash.

            Examples:
              inatty sync
              inatty sync user:field-notes obscuration:obscured,private
              inatty sync --taxon Platanthera --place Iowa --as anonymous
            """
    )

    @OptionGroup var list: ListOptions

    @Flag(help: "Fetch everything anew: trust and taxon geoprivacy change without any sign of it.")
    var whole = false

    @OptionGroup var options: ServerOptions

    func execute() async throws {
        try await reportingErrors {
            let store = try ObservationStore.ofEnvironment()
            defer { store.close() }
            try await list.asking(options) { asked in
                let tally = try await ListSync.run(asked, in: store, isWhole: whole)
                let held = try store.list(asked.query, as: asked.key)?.count ?? 0
                let words = NumberText.count(held) + (held == 1 ? " observation" : " observations")
                try output(
                    TerminalText.sanitised(
                        "\(asked.query.text): \(words) held, up to date. \(tally.sentence)"
                    )
                )
            }
        }
    }
}

extension SyncTally {
    /// What was done, as a whole sentence: `12 new, 3 changes, 1 deleted.`
    var sentence: String {
        let parts = [
            (new, "new"), (changes, changes == 1 ? "change" : "changes"), (deleted, "deleted"),
            (left, "no longer in the list"), (unreadable, "that cannot be read"),
            (doubtful, "that the search does not find and whose pages are there"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        return words.isEmpty ? "Nothing changed." : words.joined(separator: ", ") + "."
    }
}
