package import FoundationEssentials
package import INaturalist

extension AccountStore {
    /// Signs an account out: revokes its OAuth token on the site, deletes what is kept, and says plainly what it could
    /// not undo.
    ///
    /// What is kept is deleted even when the site cannot be reached.
    ///
    /// - Parameters:
    ///   - account: a kept account of this store.
    ///   - client: of the same servers.
    ///   - now: for saying whether the JWT has ended; nil is the server's clock.
    /// - Returns: what was done; after the OAuth token was revoked that also says so when the rest could not be deleted.
    /// - Throws: ``AccountStoreError`` when the tokens could not be deleted and nothing was revoked.
    @concurrent
    package func signOut(
        _ account: KeptAccount,
        of client: INaturalistClient,
        now: Date? = nil
    ) async throws(AccountStoreError) -> SignOutReport {
        guard client.addresses == account.addresses else {
            throw .otherServers(login: account.account.login, site: account.addresses.site)
        }
        var farewell = Farewell(account: account, now: now ?? client.serverNow)
        do {
            if let tokens = try await tokens(of: account) {
                try await farewell.revoke(tokens, of: client)
                farewell.tell(tokens.credentials.jwt)
            } else {
                farewell.tellNothingKept()
            }
        } catch {
            // A file that cannot be read can still be deleted; a keyring that does not answer cannot do that either.
            guard case .file = account.keeping, error != .cancelled else { throw error }
            farewell.tellUnreadable(error)
        }
        do {
            try await forget(account)
            farewell.tellDeleted()
        } catch {
            guard farewell.isAnythingRevoked else { throw error }
            farewell.tellNotDeleted(error)
        }
        return farewell.report
    }
}
