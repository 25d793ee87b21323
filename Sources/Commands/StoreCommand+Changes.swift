import ArgumentParser
import Browser
import Coordinates
import Curses
import FoundationEssentials
import Glibc
import INaturalist
import ObservationStore

extension StoreCommand {
    /// `inatty store compact`
    struct Compact: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give free room of the file back to the disk.",
            discussion: """
                The file is written anew, which needs room for a copy on the way. Nothing is dropped without --unlisted.

                Examples:
                  inatty store compact
                  inatty store compact --unlisted
                """
        )

        @Flag(
            help: """
                Also drop observations that no list holds, if they can be fetched again: neither deleted at the server nor \
                known with a true point.
                """
        )
        var unlisted = false

        @OptionGroup var place: Place

        func execute() async throws {
            try await reportingErrors {
                try place.open { store in
                    let report = try store.compact(droppingUnlisted: unlisted)
                    if unlisted {
                        try output("\(NumberText.count(report.dropped)) observations were dropped.")
                    }
                    let (before, after) = (bytes(report.bytesBefore), bytes(report.bytesAfter))
                    try output("\(before) before, \(after) now.")
                    guard !report.isShortened else { return }
                    complain("another program reads the store, so the file stays long until the next time.")
                    throw ExitCode(75)
                }
            }
        }
    }

    /// `inatty store forget`
    struct Forget: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete what is kept: one list, all that one account was told, or everything.",
            discussion: """
                Asks before it deletes, unless --yes is given. Nothing at iNaturalist is deleted, and nothing that another \
                account was told. inatty store status names lists and viewers.

                Examples:
                  inatty store forget --list observer:field-notes
                  inatty store forget --viewer jwt:1234567 --yes
                  inatty store forget --everything
                """
        )

        @Option(
            help: ArgumentHelp("The query of a list, as inatty store status prints it.", valueName: "query")
        )
        var list: String?

        @Option(
            help: "A viewer: anonymous, file, jwt:ID or oauth:ID with the account's id.",
            completion: .viewers
        )
        var viewer: ViewerKey?

        @Flag(help: "Everything that the store holds.")
        var everything = false

        @Flag(help: "Do not ask.")
        var yes = false

        @OptionGroup var place: Place

        func validate() throws {
            guard !everything || (list == nil && viewer == nil), everything || list != nil || viewer != nil
            else {
                throw ValidationError(
                    "Name what to forget: --list QUERY, --viewer VIEWER, or --everything alone."
                )
            }
        }

        func execute() async throws {
            try await reportingErrors {
                try place.open { store in
                    let (what, words) = try chosen(in: store)
                    try confirm(words)
                    var total = ForgetReport()
                    for part in what {
                        let report = try store.forget(part)
                        total.lists += report.lists
                        total.observations += report.observations
                        total.sights += report.sights
                        total.changes += report.changes
                        total.isErased = report.isErased
                    }
                    for copy in store.damagedCopies {
                        complain(
                            "“\(copy)” is a damaged copy and may still hold it: delete it yourself."
                        )
                    }
                    try tell(total)
                }
            }
        }

        /// What is to go, and in words.
        private func chosen(in store: ObservationStore) throws -> ([Forgetting], String) {
            if everything { return ([.everything], "everything that “\(plain(store.path))” holds") }
            guard let list else {
                guard let viewer else { return ([], "") }
                return ([.viewer(viewer)], "all that \(viewer.words) was told")
            }
            let lists = try store.lists().filter {
                $0.query == list && (viewer == nil || $0.viewer == viewer)
            }
            guard !lists.isEmpty else {
                throw UsageError(
                    description: "There is no list “\(plain(list))”. “inatty store status” names them all."
                )
            }
            let owners = lists.map(\.viewer.words).joined(separator: ", ")
            return (lists.map { .list($0.id) }, "the list “\(plain(list))” of \(owners)")
        }

        private func confirm(_ words: String) throws {
            if yes { return }
            guard isatty(STDIN_FILENO) == 1 else {
                throw UsageError(
                    description:
                        "Nobody can be asked, because standard input is no terminal. Add --yes to forget \(words)."
                )
            }
            guard TerminalPrompt.line("Forget \(words)? It cannot be undone. Type yes: ") == "yes" else {
                complain("stopped. Nothing was changed.")
                throw ExitCode(130)
            }
        }

        private func tell(_ report: ForgetReport) throws {
            let parts = [
                (report.lists, "list", "lists"), (report.observations, "observation", "observations"),
                (report.sights, "answer", "answers"), (report.changes, "change", "changes"),
            ].filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }
            try output(
                parts.isEmpty ? "Nothing of it was kept." : "Forgotten: \(parts.joined(separator: ", "))."
            )
            guard !report.isErased else { return }
            complain(
                """
                it is shown no more, but its bytes are still in the file: another program reads it, or the disk has no room \
                for a copy. “inatty store compact” overwrites them.
                """
            )
            throw ExitCode(75)
        }
    }

    /// `inatty store salvage`
    struct Salvage: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Save every row that can be read from a damaged store into a new one.",
            discussion: """
                The new file takes the damaged one's place; that one stays beside it under another name, which is told. \
                Close every other inatty before. Ends with 65 when rows may be missing.

                Examples:
                  inatty store salvage
                  inatty store salvage --store backup/observations.sqlite
                """
        )

        @OptionGroup var place: Place

        func execute() async throws {
            try await reportingErrors {
                let report = try ObservationStore.salvage(try place.path(), at: Date())
                for line in report.lines { try output(line) }
                if report.isPartial { throw ExitCode(65) }
            }
        }
    }
}

extension ViewerKey: ExpressibleByArgument {
    /// `anonymous`, `file`, `jwt:ID` or `oauth:ID`.
    public init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let user = parts.count == 2 ? Int(parts[1]) : nil
        switch (parts.first, user) {
        case ("anonymous", nil) where parts.count == 1: self = .anonymous
        case ("file", nil) where parts.count == 1: self = .file
        case ("jwt", let user?) where user > 0: self = .jwt(user: user)
        case ("oauth", let user?) where user > 0: self = .oauth(user: user)
        default: return nil
        }
    }
}
