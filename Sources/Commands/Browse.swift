import Accounts
import ArgumentParser
import Browser
import BrowserConfiguration
import INaturalist
import ObservationStore
import OtherPrograms
import TerminalUI

/// `inatty`: the browser on the real servers.
struct Browse: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the browser (the default).",
        discussion: """
            Without a query it begins with what is hidden of your own observations.

            Examples:
              inatty
              inatty browse taxon:Platanthera obscuration:obscured,private
              inatty browse 'https://www.inaturalist.org/observations?place_id=24'
            """
    )

    @Flag(
        name: .customLong("no-store"),
        help: "Neither use nor keep tokens and observations beyond this run."
    )
    var isNotKept = false

    @OptionGroup var queryOptions: QueryOptions
    @OptionGroup var accountOptions: AccountOptions
    @OptionGroup var displayOptions: DisplayOptions
    @OptionGroup var options: ServerOptions

    func validate() throws {
        guard !isNotKept || accountOptions.account == nil else {
            throw ValidationError(
                "--account uses what is kept, and --no-store does not. Give one of the two."
            )
        }
    }

    func execute() async throws {
        let environment = LaunchEnvironment.current
        try await reportingErrors {
            let client = try options.client()
            let request = try accountOptions.signInRequest(of: environment, speaker: .jwt)
            let isKeeping = !isNotKept
            let configuration = try displayOptions.configuration()
            let memoryFile = isNotKept ? nil : SessionMemoryFile(variables: environment.variables)
            let site = client.addresses.site
            let left = memoryFile?.read(site: site)
            let start = try await start(client, configuration.preferences.start, left?.memory)
            let services = BrowserServices(
                connect: { () async throws(INaturalistError) in client },
                store: {
                    AccountStore(environment: environment.variables, addresses: $0, isKeeping: isKeeping)
                },
                observations: { () throws(StoreError) in
                    try ObservationStore.kept(for: client.addresses, environment, isKept: isKeeping)
                },
                queries: SavedQueriesFile(variables: environment.variables),
                openWebPage: WebBrowser.open,
                environment: environment.variables
            )
            let opening: BrowserState.Opening? =
                request.map { .request($0) } ?? (isNotKept ? nil : .kept(login: accountOptions.account))
            let setting = BrowserState.Setting(
                site: site,
                addresses: client.addresses,
                isKeeping: isKeeping,
                start: start,
                memory: left?.memory,
                configured: configuration.preferences,
                remarks: configuration.remarks + (left?.remark.map { [Message($0, .warning)] } ?? [])
            )
            var resumed = configuration
            left?.memory?.apply(to: &resumed.preferences)
            try await displayOptions.browse(setting, opening, services, resumed) { memory in
                try memoryFile?.write(memory, site: site)
            }
        }
    }

    /// The list that the query names, else what the configuration begins with; names are looked up before the screen is
    /// taken.
    @MainActor
    private func start(
        _ client: INaturalistClient,
        _ view: StartView,
        _ memory: SessionMemory?
    ) async throws -> ListSource {
        guard !queryOptions.isEmpty else {
            switch view {
            case .last: return memory?.list ?? ListSource(.mine)
            case .mine: return ListSource(.mine)
            case .everyone: return ListSource(.everyone)
            case .query(let line):
                do {
                    return try await list(of: QueryReading(line: line).query, client)
                } catch {
                    complain("the configuration's start, “\(line)”, could not be looked up: \(error)")
                    return ListSource(.mine)
                }
            }
        }
        let reading = try queryOptions.reading()
        if let remark = reading.remark { complain(remark) }
        return try await list(of: reading.query, client)
    }

    @MainActor
    private func list(of asked: ObservationQuery, _ client: INaturalistClient) async throws -> ListSource {
        guard asked.hasNames else { return ListSource(.query(asked), isHiddenOnly: false) }
        do {
            return ListSource(.query(try await lookedUp(asked, client)), isHiddenOnly: false)
        } catch let error as INaturalistError where error.kind == .unreachable {
            // Without a network the lists that are held say what their names were found to be.
            guard let query = held(asked, client), !query.hasNames else { throw error }
            return ListSource(.query(query), isHiddenOnly: false)
        }
    }

    private func held(_ asked: ObservationQuery, _ client: INaturalistClient) -> ObservationQuery? {
        guard !isNotKept else { return nil }
        let store = try? ObservationStore.kept(for: client.addresses, LaunchEnvironment.current)
        defer { store?.close() }
        return (try? store?.lists()).map { asked.resolved(by: $0) }
    }

    @MainActor
    private func lookedUp(
        _ asked: ObservationQuery,
        _ client: INaturalistClient
    ) async throws -> ObservationQuery {
        // On a thread of its own, and back without a task's value: both would start the runtime's pool, which wakes an
        // idle program for ever.
        try await withCheckedThrowingContinuation { continuation in
            Task.detached(executorPreference: WorkExecutor.shared) {
                do {
                    continuation.resume(returning: try await client.resolving(asked, as: .anonymous))
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }
}
