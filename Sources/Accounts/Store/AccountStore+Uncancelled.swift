internal import INaturalist

extension AccountStore {
    /// Does what must not stop half-way: tokens that are stored and that no list names would never be found again.
    ///
    /// A task that is cancelled meanwhile gets the result all the same, and has to wait for it.
    static func uncancelled<Value: Sendable>(
        _ body: @escaping @Sendable () async throws(AccountStoreError) -> Value
    ) async throws(AccountStoreError) -> Value {
        let task = Task.detached(executorPreference: WorkExecutor.shared) {
            () async -> Result<Value, AccountStoreError> in
            do throws(AccountStoreError) {
                return .success(try await body())
            } catch {
                return .failure(error)
            }
        }
        return try await task.value.get()
    }
}
