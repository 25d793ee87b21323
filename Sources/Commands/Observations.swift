import Accounts
import ArgumentParser
import Browser
import FoundationEssentials
import INaturalist
import ObservationExport
import ObservationStore
import TerminalUI

/// `inatty observations`: both faces of some observations, for scripts.
struct Observations: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print observations, public and true side by side.",
        discussion: """
            By ids alone they are asked for, and what was not found is named on standard error. With a query the list is \
            fetched and kept as by inatty sync, and printed from there; --offline prints what is held already.

            Examples:
              inatty observations --id 123,456
              inatty observations --id 123 --json
              inatty observations --mine --sort taxon,-observed --only access:granted
              inatty observations user:field-notes --offline --count-by geoprivacy
            """
    )

    @OptionGroup var list: ListOptions
    @OptionGroup var arrangementOptions: ArrangementOptions

    @Option(help: ArgumentHelp("Print no more than so many.", valueName: "number"))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            "Print how many there are of each value instead: \(Facet.allCases.map(\.option).joined(separator: ", ")).",
            valueName: "facet"
        ),
        completion: .list(Facet.allCases.map(\.option))
    )
    var countBy: String?

    @Flag(help: "Print what is held, and ask no server.")
    var offline = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var options: ServerOptions

    func validate() throws {
        if !list.mine, !offline, list.queryOptions.isEmpty, arrangementOptions.isEmpty, countBy == nil {
            throw ValidationError(
                "Name at least one observation (--id 123,456), a query, or --mine for your own."
            )
        }
        if let limit, limit < 0 { throw ValidationError("--limit is a number from 0.") }
        if let countBy, Facet(option: countBy) == nil {
            let names = Facet.allCases.map(\.option).joined(separator: ", ")
            throw ValidationError("--count-by \(countBy): it is one of \(names).")
        }
    }

    func execute() async throws {
        try await reportingErrors {
            if offline { return try printHeld() }
            guard !isByIDs else { return try await reportByIDs() }
            let store = try ObservationStore.ofEnvironment()
            defer { store.close() }
            try await list.asking(options) { asked in
                try await ListSync.run(asked, in: store)
                guard let held = try store.list(asked.query, as: asked.key) else { return }
                var isProved = false
                if case .proved = asked.session.proof { isProved = asked.session.identity == .jwt }
                complainOfOAuth(asked.session)
                try print(
                    held,
                    HeldRows(
                        store: store,
                        viewer: HeldViewer(key: asked.key, login: asked.session.account?.login),
                        isProved: isProved
                    )
                )
            }
        }
    }

    // MARK: - From the store

    private func printHeld() throws {
        let viewer = try list.heldViewer()
        let store = try ObservationStore.ofEnvironment(isNew: false)
        defer { store.close() }
        let held = try list.heldList(in: store, as: viewer)
        complain(HeldRows.age(of: held, at: .now))
        try print(held, HeldRows(store: store, viewer: viewer, isProved: false))
    }

    private func print(_ held: HeldList, _ rows: HeldRows) throws {
        let arrangement = try arrangementOptions.arrangement(of: held.id, as: rows.viewer.key)
        if let facet = countBy.flatMap(Facet.init(option:)) {
            try rows.print(arrangement, countedBy: facet, limit: limit, asJSON: json)
        } else {
            try rows.print(arrangement, limit: limit, asJSON: json)
        }
    }

    // MARK: - By ids

    /// Whether ids are all that was given: then nothing needs to be kept, and they are printed in the order asked.
    private var isByIDs: Bool {
        guard let query = try? list.queryOptions.query(), !query.ids.isEmpty else { return false }
        return query == ObservationQuery(ids: query.ids) && !list.mine && arrangementOptions.isEmpty
            && limit == nil && countBy == nil
    }

    private func reportByIDs() async throws {
        try await list.asking(options) { try await report($0.query.ids, $0.session, $0.client) }
    }

    private func report(_ ids: [Int], _ session: Session, _ client: INaturalistClient) async throws {
        let batch = try await client.observations(ids: ids, as: session.viewer)
        if json {
            try output(ObservationReport(batch, as: session.identity, proof: session.proof).json)
        } else {
            for line in PlainTable(batch.observations, as: session.identity).lines { try output(line) }
        }
        complainOfOAuth(session)
        if !batch.missing.isEmpty {
            complain("not found: " + batch.missing.map(String.init).joined(separator: ", "))
        }
    }

    private func complainOfOAuth(_ session: Session) {
        if case .ignoredByAPI = session.proof {
            complain("OAuth token: the API ignores it and answers as to anyone. Use a JWT.")
        }
    }
}
