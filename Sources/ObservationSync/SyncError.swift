package import INaturalist
package import ObservationStore

/// Why a sync ended before its end. What it has fetched is kept, and the next one goes on there.
package enum SyncError: Error, Sendable, Equatable {
    /// The server, or the way there.
    case server(INaturalistError)
    /// The store.
    case store(StoreError)
    /// Somebody cancelled it.
    case cancelled

    /// What sort of failure it is; nil for the store's own.
    package var kind: ErrorKind? {
        switch self {
        case .server(let error): error.kind
        case .store: nil
        case .cancelled: .cancelled
        }
    }
}

extension SyncError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .server(let error): "\(error) What was fetched is kept; the next sync goes on there."
        case .store(let error): error.description
        case .cancelled: "The sync was stopped. What was fetched is kept; the next one goes on there."
        }
    }
}
