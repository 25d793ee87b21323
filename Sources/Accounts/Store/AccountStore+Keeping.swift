internal import FoundationEssentials
package import INaturalist

extension AccountStore {
    /// Keeps an account's tokens in place of what was kept of it, and makes it current. Where the keyring answers but
    /// does not take them, a file does, and the receipt says so.
    ///
    /// Tokens without an OAuth token, as a pasted JWT, leave the one that was kept where it is, with its application:
    /// it renews the JWT, and once forgotten it could never be ended. The way is the new one's. Only another OAuth
    /// token takes its place.
    ///
    /// Who is cancelled before anything is stored finds nothing changed; from then on it is done to its end.
    ///
    /// - Returns: where they are, and what they replaced: its OAuth token should be revoked.
    /// - Throws: ``AccountStoreError/otherUser(login:)`` for a JWT that does not name this account.
    @concurrent
    @discardableResult
    package func keep(
        _ tokens: KeptTokens,
        of account: Account
    ) async throws(AccountStoreError) -> KeepReceipt {
        guard isKeeping else { return KeepReceipt(keeping: .nowhere) }
        let owner = TokenOwner(account, at: addresses)
        try owner.check(tokens.credentials)
        // A list that cannot be used has to be told before anything is stored.
        let before = try state.change { folder throws(AccountStoreError) in
            try AccountIndex(in: folder).entry(of: owner)
        }?.keeping
        let view = try await keyringView(of: owner)
        // An answer that was not waited for is none; the file is no place for tokens then.
        if Task.isCancelled { throw .cancelled }
        return try await Self.uncancelled { () async throws(AccountStoreError) in
            try await keep(tokens, of: account, before: before, view)
        }
    }

    /// What the keyring says before tokens are kept.
    private enum KeyringView: Sendable {
        /// None answers.
        case absent
        /// It answers, and will not take anything.
        case refusing(AccountStoreError)
        /// It holds this of the account.
        case open(TokenDocument?)
    }

    private struct Stored {
        var place: AccountIndex.Place
        var document: TokenDocument
        var replaced: TokenDocument?
        var remarks: [String] = []
    }

    /// Asks the keyring, and the person for its password where it is locked and holds something.
    private func keyringView(of owner: TokenOwner) async throws(AccountStoreError) -> KeyringView {
        guard await keyring.isAnswering else { return .absent }
        do {
            return .open(try await keyring.readIfWhole(owner))
        } catch .cancelled {
            throw .cancelled
        } catch {
            return .refusing(error)
        }
    }

    private func keep(
        _ tokens: KeptTokens,
        of account: Account,
        before: AccountIndex.Place?,
        _ view: KeyringView
    ) async throws(AccountStoreError) -> KeepReceipt {
        let owner = TokenOwner(account, at: addresses)
        var document = TokenDocument(tokens, of: owner)
        switch before {
        case .keyring: if case .open(let old) = view { document.inherit(from: old) }
        case .file: document.inherit(from: try? files.read(owner))
        case nil: break
        }
        var stored = try await store(document, of: owner, view)
        do {
            try put(stored.document, of: account, in: stored.place)
        } catch {
            // Tokens that no list names would never be found again.
            if before != stored.place { try? await keeper(stored.place).remove(owner) }
            throw error
        }
        if let before, before != stored.place {
            await clear(before, of: owner, into: &stored)
        }
        let oldToken = stored.replaced?.tokens.credentials.oauth
        let isSuperseded = oldToken?.text != stored.document.tokens.credentials.oauth?.text
        return KeepReceipt(
            keeping: keeping(stored.place, of: owner),
            replaced: stored.replaced?.tokens,
            supersededToken: isSuperseded ? oldToken : nil,
            remarks: stored.remarks
        )
    }

    private func store(
        _ document: TokenDocument,
        of owner: TokenOwner,
        _ view: KeyringView
    ) async throws(AccountStoreError) -> Stored {
        let refusal: AccountStoreError?
        switch view {
        case .absent: refusal = nil
        case .refusing(let error): refusal = error
        case .open(let old):
            do {
                try await keyring.store(document, of: owner)
                return Stored(place: .keyring, document: document, replaced: old)
            } catch {
                refusal = error
            }
        }
        let replaced = try files.replace(owner, with: document)
        let remarks = refusal.map { ["\($0) Until then a file keeps the tokens of \(owner.login)."] } ?? []
        return Stored(place: .file, document: document, replaced: replaced, remarks: remarks)
    }

    private func put(
        _ document: TokenDocument,
        of account: Account,
        in place: AccountIndex.Place
    ) throws(AccountStoreError) {
        let owner = TokenOwner(account, at: addresses)
        let tokens = document.tokens
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
