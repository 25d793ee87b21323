import Browser
import INaturalist
import ObservationStore

extension ObservationStore {
    /// The store of these servers' observations: the person's own, or one for this run where nothing is to be kept or the
    /// environment names no folder.
    static func kept(
        for addresses: ServerAddresses,
        _ environment: LaunchEnvironment,
        isKept: Bool = true
    ) throws(StoreError) -> ObservationStore {
        guard isKept, let path = path(variables: environment.variables, addresses: addresses) else {
            return try temporary()
        }
        return try ObservationStore(path: path)
    }
}
