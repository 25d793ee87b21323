internal import FoundationEssentials
package import INaturalist

extension AccountStore {
    /// The kept tokens of an account; nil when they are gone from where they were kept.
    ///
    /// A locked keyring asks the person for its password, for half a minute at most.
    @concurrent
    package func tokens(of account: KeptAccount) async throws(AccountStoreError) -> KeptTokens? {
        let owner = try owner(account)
        let place: AccountIndex.Place = account.keeping == .keyring ? .keyring : .file
        if let document = try await keeper(place).read(owner) { return document.tokens }
        // Another inatty may have moved them since the account was read.
        guard let now = try entry(of: owner)?.keeping, now != place else { return nil }
        return try await keeper(now).read(owner)?.tokens
    }

    /// Takes over renewed tokens of an account that is kept; does nothing for one that is not, or under `--no-store`.
    ///
    /// What is nil in the credentials stays as it was kept. A locked keyring is not unlocked for this.
    ///
    /// - Throws: ``AccountStoreError/otherUser(login:)`` for a JWT that does not name this account; what is kept stays.
    @concurrent
    package func update(_ credentials: Credentials, of account: Account) async throws(AccountStoreError) {
        let owner = TokenOwner(account, at: addresses)
        guard isKeeping, let place = try entry(of: owner)?.keeping else { return }
        try owner.check(credentials)
        guard try await keeper(place).change(owner, { $0.renew(from: credentials) }) else { return }
        let isStillKept = try state.change { folder throws(AccountStoreError) in
            var index = try AccountIndex(in: folder)
            guard var entry = index.entry(of: owner), entry.keeping == place else { return false }
            guard let jwt = credentials.jwt else { return true }
            entry.jwtExpiry = jwt.expiry?.timeIntervalSince1970
            index.put(entry)
            try index.write(in: folder)
            return true
        }
        // Another inatty signed out meanwhile.
        if !isStillKept { try await keeper(place).remove(owner) }
    }

    /// Deletes what is kept of an account, wherever it is. Its tokens stay valid: see ``signOut(_:of:)``.
    ///
    /// When it was current, no account is.
    @concurrent
    package func forget(_ account: KeptAccount) async throws(AccountStoreError) {
        let owner = try owner(account)
        let place = try entry(of: owner)?.keeping ?? (account.keeping == .keyring ? .keyring : .file)
        try await keeper(place).remove(owner)
        switch place {
        case .keyring: try files.remove(owner)
        // The keyring refused once; what it has from before that is cleared if it lets us.
        case .file: if await keyring.isAnswering { _ = try? await keyring.takeOut(owner) }
        }
        guard try entry(of: owner) != nil else { return }
        try state.change { folder throws(AccountStoreError) in
            var index = try AccountIndex(in: folder)
            index.remove(owner)
            try index.write(in: folder)
        }
    }

    private func entry(of owner: TokenOwner) throws(AccountStoreError) -> AccountIndex.Entry? {
        guard let folder = try state.open() else { return nil }
        return try AccountIndex(in: folder).entry(of: owner)
    }
}
