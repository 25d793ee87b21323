/// A place that keeps tokens: the keyring, or files.
protocol TokenKeeper: Sendable {
    /// What is kept of an owner; nil when nothing is.
    func read(_ owner: TokenOwner) async throws(AccountStoreError) -> TokenDocument?

    /// Changes what is kept of an owner, and never asks the person for anything.
    ///
    /// - Returns: false when nothing is kept.
    func change(
        _ owner: TokenOwner,
        _ body: @Sendable (inout TokenDocument) -> Void
    ) async throws(AccountStoreError) -> Bool

    /// Deletes what is kept of an owner; no error when nothing is.
    func remove(_ owner: TokenOwner) async throws(AccountStoreError)
}
