internal import FoundationEssentials
internal import INaturalist
internal import ObservationImport
internal import ObservationStore

/// What files are asked for, and names of the server.
nonisolated extension Worker {
    /// How long nothing must be typed before the server is asked for a name: the official app was throttled for asking
    /// at every letter (reference 7.1). Seconds.
    private static let pause = 0.3

    /// The answer to what a file has; nil for other work.
    func fileAnswer(to work: Work) async throws -> Answer? {
        switch work {
        case .importFile(let source, let site):
            return .imported(try await read(source, site: site))
        case .export(let request):
            let (post, ticket) = (post, ticket)
            return .exported(
                try await export(request) { progress in
                    Task { @MainActor in post(.exporting(ticket: ticket, progress)) }
                }
            )
        case .readQueries:
            return .savedQueries(try queries?.read() ?? SavedQueries(), remark: nil)
        case .saveQuery(let name, let text):
            let saved = try savedQueriesFile().change {
                (queries: inout SavedQueries) throws(SavedQueriesError) in
                try queries.save(text, as: name)
            }
            return .savedQueries(saved, remark: "Saved as “\(name)”.")
        case .removeQuery(let name):
            let saved = try savedQueriesFile().change {
                (queries: inout SavedQueries) throws(SavedQueriesError) in
                try queries.remove(name)
            }
            return .savedQueries(saved, remark: "Removed “\(name)”.")
        default:
            return nil
        }
    }

    private func savedQueriesFile() throws(SavedQueriesError) -> SavedQueriesFile {
        guard let queries else { throw .noHome }
        return queries
    }

    private func read(_ source: FileSource, site: String) async throws -> ImportProgress {
        let (post, ticket) = (post, ticket)
        let job = ImportJob(
            source,
            site: site,
            into: try await openStore(),
            at: Date()
        ) { progress in
            Task { @MainActor in post(.importing(ticket: ticket, progress)) }
        }
        return try await job.run()
    }

    func suggestions(
        for lookUp: QueryCompletions.LookUp,
        _ viewer: Viewer,
        _ client: INaturalistClient
    ) async throws -> Answer {
        try await WorkExecutor.shared.sleep(for: .seconds(Self.pause))
        do throws(INaturalistError) {
            return .suggestions(try await client.lookUp(lookUp.field, lookUp.text, as: viewer), for: lookUp)
        } catch {
            if error.kind == .cancelled { throw error }
            return .noSuggestions(error.description, for: lookUp)
        }
    }
}
