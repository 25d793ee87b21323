package import INaturalist

extension SignOutReport {
    /// Gives up tokens that this program alone holds: the OAuth token is revoked on the site, and what could not be
    /// undone is said.
    ///
    /// - Throws: ``AccountStoreError/cancelled`` alone.
    @concurrent
    package init(
        ending tokens: KeptTokens,
        of login: String,
        at client: INaturalistClient
    ) async throws(AccountStoreError) {
        let account = KeptAccount(
            account: Account(id: 0, login: login),
            addresses: client.addresses,
            keeping: .nowhere,
            way: tokens.way,
            isCurrent: true,
            jwtExpiry: tokens.credentials.jwt?.expiry
        )
        var farewell = Farewell(account: account, now: client.serverNow)
        try await farewell.revoke(tokens, of: client)
        farewell.tell(tokens.credentials.jwt)
        self = farewell.report
    }
}
