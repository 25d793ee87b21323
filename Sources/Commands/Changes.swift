import ArgumentParser
import Browser
import FoundationEssentials
import INaturalist
import ObservationExport
import ObservationStore
import TerminalUI

/// `inatty changes`: what became different of the observations that are held.
struct Changes: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what changed of kept observations: geoprivacy, points, accuracy, access, deletions.",
        discussion: """
            The newest first, as inatty sync noticed it. Nothing is asked of any server. What one account was told is \
            told to that account alone.

            Examples:
              inatty changes --since "30 days"
              inatty changes user:field-notes --since 2025-05-01 --json
            """
    )

    @OptionGroup var list: ListOptions

    @Option(
        help: ArgumentHelp("A day (2026-10-24), a span (“30 days”, “6 months”), or all.", valueName: "when"),
        completion: .list(["all", "7days", "30days", "6months"])
    )
    var since = "all"

    @Flag(help: "Print a JSON array.")
    var json = false

    /// So many are read at once.
    private static let portion = 500

    func validate() throws { _ = try moment() }

    func execute() async throws {
        try await reportingErrors {
            let viewer = try list.heldViewer()
            let store = try ObservationStore.ofEnvironment(isNew: false)
            defer { store.close() }
            let reading = try list.queryOptions.reading()
            guard list.mine || reading.query != ObservationQuery() else {
                // An address of which nothing could be taken over names no list.
                if let remark = reading.remark { complain(remark) }
                return try print(of: nil, as: viewer.key, in: store)
            }
            try print(of: list.heldList(in: store, as: viewer).id, as: viewer.key, in: store)
        }
    }

    private func moment() throws -> Date? {
        switch SincePrompt.parse(since, at: .now) {
        case .success(let date): return date
        case .failure(let failure): throw ValidationError("--since: \(failure.description)")
        }
    }

    private func print(of list: ListID?, as viewer: ViewerKey, in store: ObservationStore) throws {
        let moment = try moment()
        var before: Int64?
        var count = 0
        if json { try output("[") }
        repeat {
            let changes = try store.changes(
                since: moment,
                of: list,
                as: viewer,
                limit: Self.portion,
                before: before
            )
            let rows = try store.rows(Array(Set(changes.map(\.observation))), as: viewer)
            let held = Dictionary(rows.map { ($0.id, $0) }) { first, _ in first }
            for change in changes {
                let row = ChangeRow(change, of: held[change.observation])
                if json {
                    let report = ChangeReport(change, name: row.name, words: row.words, remark: row.remark)
                    try output((count == 0 ? "  " : ", ") + report.json)
                } else {
                    try output(Self.line(row))
                }
                count += 1
            }
            before = changes.count < Self.portion ? nil : changes.last?.id
        } while before != nil
        if json { try output("]") }
        if count == 0, !json { complain("nothing changed, as far as was noticed.") }
    }

    private static func line(_ row: ChangeRow) -> String {
        let text = [
            MomentText.minute(of: row.noticedAt), "\(row.observation)", row.name, row.words, row.values,
        ]
        let line = text.joined(separator: "  ") + (row.remark.isEmpty ? "" : "  " + row.remark)
        return TerminalText.sanitised(line)
    }
}
