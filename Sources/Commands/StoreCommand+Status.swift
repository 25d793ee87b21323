import ArgumentParser
import Browser
import Coordinates
import FoundationEssentials
import INaturalist
import ObservationStore

extension StoreCommand {
    /// `inatty store status`
    struct Status: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how much is kept, of whom, and how old it is.",
            discussion: """
                Examples:
                  inatty store status
                  inatty store status --json
                """
        )

        @Flag(help: "Print one JSON object.")
        var json = false

        @OptionGroup var place: Place

        func execute() async throws {
            try await reportingErrors {
                try place.open { store in
                    let status = try store.status()
                    if json {
                        try output(StoreStatusReport(status).json)
                    } else {
                        for line in status.lines { try output(line) }
                    }
                }
            }
        }
    }

    /// `inatty store verify`
    struct Verify: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look for damage; nothing is changed.",
            discussion: """
                Ends with 0 when the store is sound and with 65 when it is not, after a line for each thing that was found. \
                inatty store salvage then saves what can be read.

                Examples:
                  inatty store verify
                  inatty store verify --full --store backup/observations.sqlite
                """
        )

        @Flag(help: "Compare the indexes with the rows as well, entry by entry.")
        var full = false

        @OptionGroup var place: Place

        func execute() async throws {
            try await reportingErrors {
                try place.open { store in
                    let verification = try store.verify(full ? .full : .quick)
                    let count = NumberText.count(verification.observations)
                    guard !verification.isSound else {
                        return try output("\(plain(store.path)) is sound: \(count) observations can be read.")
                    }
                    for problem in verification.problems { try output(plain(problem.description)) }
                    complain(
                        """
                        the store “\(store.path)” is damaged; \(count) observations can be counted. \
                        “inatty store salvage” saves every row that can be read into a new file, and keeps this one.
                        """
                    )
                    throw ExitCode(65)
                }
            }
        }
    }
}
