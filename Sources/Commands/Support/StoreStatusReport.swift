import FoundationEssentials
import INaturalist
import ObservationExport
import ObservationStore

/// What a store holds as one JSON object, for scripts; moments are ISO 8601, sizes bytes.
struct StoreStatusReport: Encodable {
    private let path: String
    private let isReadOnly: Bool
    private let fileBytes: Int
    private let logBytes: Int
    private let freeBytes: Int
    private let schemaVersion: Int
    private let observations: Int
    private let deletedObservations: Int
    private let unlistedObservations: Int
    private let changes: Int
    /// Left out when nothing is held.
    private let fetches: Fetches?
    private let viewers: [Viewer]
    private let lists: [List]

    init(_ status: StoreStatus) {
        path = status.path
        isReadOnly = status.isReadOnly
        fileBytes = status.fileBytes
        logBytes = status.logBytes
        freeBytes = status.freeBytes
        schemaVersion = status.schemaVersion
        observations = status.observations
        deletedObservations = status.deletedObservations
        unlistedObservations = status.unlistedObservations
        changes = status.changes
        fetches = status.oldestFetch.flatMap { oldest in
            status.newestFetch.map {
                Fetches(oldest: oldest.formatted(.iso8601), newest: $0.formatted(.iso8601))
            }
        }
        viewers = status.viewers.map(Viewer.init)
        lists = status.lists.map(List.init)
    }

    /// The object as text: keys sorted, slashes not escaped.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Only numbers and texts are in it, so that encoding cannot fail.
        return String(decoding: (try? encoder.encode(self)) ?? Data(), as: UTF8.self)
    }

    private struct Fetches: Encodable {
        let oldest: String
        let newest: String
    }

    private struct Viewer: Encodable {
        @Nullable var viewer: String?
        let sights: Int
        let disclosed: Int
        let former: Int
        let lists: Int
        let changes: Int

        init(_ status: ViewerStatus) {
            viewer = status.viewer?.words
            sights = status.sights
            disclosed = status.disclosed
            former = status.former
            lists = status.lists
            changes = status.changes
        }
    }

    private struct List: Encodable {
        let query: String
        let viewer: String
        let rows: Int
        let isComplete: Bool
        /// Nil for a list that was never fetched.
        @Nullable var fetchedAt: String?

        init(_ list: HeldList) {
            query = list.query
            viewer = list.viewer.words
            rows = list.count
            isComplete = list.progress.isComplete
            fetchedAt = list.progress.fetchedAt?.formatted(.iso8601)
        }
    }
}
