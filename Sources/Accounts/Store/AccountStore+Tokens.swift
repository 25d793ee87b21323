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

    /// Keeps an account's tokens in place of what was kept of it, and makes it current. Where the keyring answers but
    /// does not take them, a file does, and the receipt says so.
    ///
    /// - Returns: where they are, and what they replaced: its OAuth token should be revoked.
    @concurrent
    @discardableResult
    package func keep(
        _ tokens: KeptTokens,
        of account: Account
    ) async throws(AccountStoreError) -> KeepReceipt {
        guard isKeeping else { return KeepReceipt(keeping: .nowhere) }
        let owner = TokenOwner(account, at: addresses)
        // A list that cannot be used has to be told before anything is stored.
        let before = try state.change { folder throws(AccountStoreError) in
            try AccountIndex(in: folder).entry(of: owner)
        }
        let document = TokenDocument(tokens, of: owner)
        var stored = try await store(document, of: owner)
        do {
            try put(tokens, of: account, in: stored.place)
        } catch {
            // Tokens that no list names would never be found again.
            if before?.keeping != stored.place { try? await keeper(stored.place).remove(owner) }
            throw error
        }
        if let old = before?.keeping, old != stored.place {
            await clear(old, of: owner, into: &stored)
        }
        let replaced = stored.replaced?.tokens
        let oldToken = replaced?.credentials.oauth
        let isSuperseded = oldToken?.text != tokens.credentials.oauth?.text
        return KeepReceipt(
            keeping: keeping(stored.place, of: owner),
            replaced: replaced,
            supersededToken: isSuperseded ? oldToken : nil,
            remarks: stored.remarks
        )
    }

    /// Takes over renewed tokens of an account that is kept; does nothing for one that is not, or under `--no-store`.
    ///
    /// What is nil in the credentials stays as it was kept. A locked keyring is not unlocked for this.
    @concurrent
    package func update(_ credentials: Credentials, of account: Account) async throws(AccountStoreError) {
        let owner = TokenOwner(account, at: addresses)
        guard isKeeping, let place = try entry(of: owner)?.keeping else { return }
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

    private struct Stored {
        var place: AccountIndex.Place
        var replaced: TokenDocument?
        var remarks: [String] = []
    }

    private func entry(of owner: TokenOwner) throws(AccountStoreError) -> AccountIndex.Entry? {
        guard let folder = try state.open() else { return nil }
        return try AccountIndex(in: folder).entry(of: owner)
    }

    private func store(
        _ document: TokenDocument,
        of owner: TokenOwner
    ) async throws(AccountStoreError) -> Stored {
        let isAnswering = await keyring.isAnswering
        // An answer that was not waited for is none; the file is no place for tokens then.
        if Task.isCancelled { throw .cancelled }
        guard isAnswering else {
            return Stored(place: .file, replaced: try files.replace(owner, with: document))
        }
        do {
            return Stored(place: .keyring, replaced: try await keyring.replace(owner, with: document))
        } catch .cancelled {
            throw .cancelled
        } catch {
            let replaced = try files.replace(owner, with: document)
            let remark = "\(error) Until then a file keeps the tokens of \(owner.login)."
            return Stored(place: .file, replaced: replaced, remarks: [remark])
        }
    }

    private func put(
        _ tokens: KeptTokens,
        of account: Account,
        in place: AccountIndex.Place
    ) throws(AccountStoreError) {
        let owner = TokenOwner(account, at: addresses)
        try state.change { folder throws(AccountStoreError) in
            var index = try AccountIndex(in: folder)
            index.put(
                AccountIndex.Entry(
                    site: addresses.site,
                    api: addresses.api,
                    user: account.id,
                    login: account.login,
                    name: account.name,
                    keeping: place,
                    way: tokens.way,
                    jwtExpiry: tokens.credentials.jwt?.expiry?.timeIntervalSince1970
                )
            )
            index.makeCurrent(owner)
            try index.write(in: folder)
        }
    }

    /// Empties the place where the tokens were before they were kept elsewhere. The keyring has just refused once, so
    /// the person is not asked again.
    private func clear(_ place: AccountIndex.Place, of owner: TokenOwner, into stored: inout Stored) async {
        do {
            let old: TokenDocument?
            switch place {
            case .keyring: old = try await keyring.takeOut(owner)
            case .file:
                old = try? files.read(owner)
                try files.remove(owner)
            }
            stored.replaced = stored.replaced ?? old
        } catch {
            stored.remarks.append("Older tokens of \(owner.login) could not be deleted. \(error)")
        }
    }
}
