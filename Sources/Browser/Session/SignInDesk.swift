package import Accounts
package import INaturalist

/// Where people come to sign in, to return and to leave: the four ways in, the tokens that are kept, and the proof of
/// each. The browser and the commands both come here.
package nonisolated struct SignInDesk: Sendable {
    /// The client of the two servers.
    package let client: INaturalistClient
    /// Where tokens are kept; nothing in the demo, whose servers end with it.
    package let store: AccountStore?

    package init(client: INaturalistClient, store: AccountStore?) {
        self.client = client
        self.store = store
    }

    /// How long the site's consent page may take: as long as it takes to find a password.
    package static let consentTime = Duration.seconds(300)

    /// Signs in whichever way is asked, fetches the JWT at once where there is an OAuth token, has both proved, and
    /// keeps them if that is wanted.
    ///
    /// A token that no server honours is an error here, not a session: nobody shall browse as anyone in the belief
    /// of being signed in.
    ///
    /// - Parameter openConsent: shows the site's consent page in a browser; called for that way alone.
    /// - Throws: what the servers said.
    package func signIn(
        _ request: SignInRequest,
        openConsent: @Sendable (AuthorizationRequest) async -> Void
    ) async throws(INaturalistError) -> SignInResult {
        let tokens = try await tokens(for: request) { application throws(INaturalistError) in
            try await token(for: application, openConsent: openConsent)
        }
        var result = try await proved(tokens, speaker: request.speaker)
        if request.isKept {
            await takeOver(for: &result)
            await keep(&result)
        }
        result.renewalDate = result.tokens.credentials.jwt.flatMap(client.renewalDate)
        return result
    }

    /// Takes up an account whose tokens are kept.
    ///
    /// Only the token that is to speak is proved, with one request: the rows should not wait for the rest.
    ///
    /// - Parameters:
    ///   - login: which; the current one without.
    ///   - isLasting: whether it is the current one from now on; not for a single command.
    /// - Throws: ``SignInError``, also when no account is kept, or none is current.
    package func takeUp(
        login: String? = nil,
        isLasting: Bool = true
    ) async throws(SignInError) -> SignInResult {
        let (store, kept, tokens) = try await keptTokens(of: login)
        var result: SignInResult
        do throws(INaturalistError) {
            result = try await provedAgain(tokens)
        } catch {
            throw error.concerns == .token ? .notHonoured(login: kept.account.login, error) : .server(error)
        }
        // The name of an account may change, its number never.
        guard result.account.map({ $0.id == kept.account.id }) ?? true else {
            throw .otherAccount(login: kept.account.login)
        }
        do throws(AccountStoreError) {
            if isLasting, !kept.isCurrent { try store.makeCurrent(kept) }
        } catch {
            throw .store(error)
        }
        result.keeping = kept.keeping
        result.renewalDate = result.tokens.credentials.jwt.flatMap(client.renewalDate)
        if result.tokens.credentials != tokens.credentials {
            try? await store.update(result.tokens.credentials, of: kept.account)
        }
        return result
    }

    /// A kept account with its tokens, and what keeps them; the current account without a login.
    func keptTokens(
        of login: String?
    ) async throws(SignInError) -> (store: AccountStore, account: KeptAccount, tokens: KeptTokens) {
        guard let store else { throw .nobodyKept }
        let kept = try account(login)
        do throws(AccountStoreError) {
            guard let tokens = try await store.tokens(of: kept) else {
                throw .notKept(login: kept.account.login)
            }
            return (store, kept, tokens)
        } catch {
            throw .store(error)
        }
    }

    /// A kept account by its login; the current one without.
    package func account(_ login: String?) throws(SignInError) -> KeptAccount {
        do {
            let accounts = try store?.accounts() ?? []
            guard let login else {
                if let current = accounts.first(where: \.isCurrent) { return current }
                throw accounts.isEmpty ? SignInError.nobodyKept : .nobodyCurrent(accounts)
            }
            guard let found = accounts.first(where: { $0.account.login.lowercased() == login.lowercased() })
            else { throw SignInError.store(.notKept(login: login)) }
            return found
        } catch let error as SignInError {
            throw error
        } catch let error as AccountStoreError {
            throw .store(error)
        } catch {
            throw .server(.cancelled)
        }
    }

    /// Ends and deletes tokens, and forgets what they were renewed to.
    package func signOut(_ request: SignOutRequest) async throws(AccountStoreError) -> SignOutReport {
        switch request {
        case .kept(let account):
            guard let store else { throw .notKept(login: account.account.login) }
            let tokens = try? await store.tokens(of: account)
            let report = try await store.signOut(account, of: client)
            if let tokens { client.forget(tokens.credentials) }
            return report
        case .held(let tokens, let login):
            client.forget(tokens.credentials)
            return try await SignOutReport(ending: tokens, of: login, at: client)
        }
    }

    /// Keeps what a renewal made of an account's tokens, where they are kept.
    package func update(_ session: Session) async -> String? {
        guard let store, let account = session.account, session.keeping != .nowhere else { return nil }
        do {
            try await store.update(session.credentials, of: account)
            return nil
        } catch {
            return "The renewed JWT could not be kept: \(error)"
        }
    }

    /// The tokens that a way in leads to, not proved yet.
    ///
    /// - Parameter consented: gives the token that the site's consent page in a browser leads to.
    func tokens(
        for request: SignInRequest,
        consented: (OAuthApplication) async throws(INaturalistError) -> OAuthToken
    ) async throws(INaturalistError) -> KeptTokens {
        var credentials = Credentials()
        switch request.means {
        case .token(.jwt(let jwt)): credentials.jwt = jwt
        case .token(.oauth(let token)): credentials.oauth = token
        case .password(let grant): credentials.oauth = try await client.signIn(grant)
        case .code(let grant): credentials.oauth = try await client.signIn(grant)
        case .browser(let application):
            credentials.oauth = try await consented(application)
        }
        return KeptTokens(credentials: credentials, application: request.application, way: request.way)
    }

    private func token(
        for application: OAuthApplication,
        openConsent: @Sendable (AuthorizationRequest) async -> Void
    ) async throws(INaturalistError) -> OAuthToken {
        let listener = try await RedirectListener.open()
        let consent = AuthorizationRequest(application: application, redirectURI: listener.redirectURI)
        await openConsent(consent)
        let code = try await listener.code(for: consent, within: Self.consentTime)
        return try await client.signIn(CodeGrant(request: consent, code: code))
    }

    private func proved(
        _ tokens: KeptTokens,
        speaker: Identity
    ) async throws(INaturalistError) -> SignInResult {
        var tokens = tokens
        var proofs: [Identity: Proof] = [:]
        var remark: String?
        if let oauth = tokens.credentials.oauth {
            proofs[.oauth] = try await honoured(.oauth(oauth))
            do {
                tokens.credentials.jwt = try await client.jwt(using: .oauth(oauth))
            } catch {
                remark = "No JWT could be had with this OAuth token: \(error)"
            }
        }
        if let jwt = tokens.credentials.jwt {
            proofs[.jwt] = try await honoured(.jwt(jwt))
        }
        let wanted = tokens.credentials.authorization(for: speaker) == nil ? .jwt : speaker
        return SignInResult(
            tokens: tokens,
            identity: tokens.credentials.authorization(for: wanted) == nil ? .oauth : wanted,
            proofs: proofs,
            remark: remark
        )
    }

    /// Proves tokens that were proved before: the JWT alone, renewed first where it is due.
    private func provedAgain(_ tokens: KeptTokens) async throws(INaturalistError) -> SignInResult {
        var tokens = tokens
        let viewer = Viewer(credentials: tokens.credentials, identity: .jwt)
        if tokens.credentials.jwt != nil {
            do {
                tokens.credentials = try await client.renew(viewer)
                if let jwt = tokens.credentials.jwt {
                    let proof = try await honoured(.jwt(jwt))
                    return SignInResult(tokens: tokens, identity: .jwt, proofs: [.jwt: proof])
                }
            } catch {
                // An OAuth token may still be honoured, and buys another JWT.
                guard tokens.credentials.oauth != nil, error.concerns == .token else { throw error }
            }
        }
        return try await proved(tokens, speaker: .jwt)
    }

    /// The proof of a token.
    ///
    /// - Throws: also when no server honours it.
    package func honoured(_ authorization: Authorization) async throws(INaturalistError) -> Proof {
        let proof = try await client.prove(authorization)
        if case .refused(let reason) = proof { throw .tokenRefused(reason: reason) }
        return proof
    }

    /// Adds the OAuth token that is kept of an account to a JWT that was pasted, so that it can go on buying others;
    /// one that is not honoured any more is forgotten instead.
    private func takeOver(for result: inout SignInResult) async {
        guard result.tokens.credentials.oauth == nil, let store, let account = result.account,
            let kept = try? store.accounts().first(where: { $0.account.id == account.id }),
            let old = try? await store.tokens(of: kept), let oauth = old.credentials.oauth
        else { return }
        switch try? await client.prove(.oauth(oauth)) {
        case .ignoredByAPI(let owner?) where owner.id == account.id:
            result.tokens.credentials.oauth = oauth
            result.tokens.application = old.application
            result.proofs[.oauth] = .ignoredByAPI(owner)
        case .refused: try? await store.forget(kept)
        case .proved, .ignoredByAPI, .anonymous, nil: break
        }
    }

    /// Keeps the tokens. That it failed is a remark and no failure: the person is signed in all the same.
    private func keep(_ result: inout SignInResult) async {
        guard let store, let account = result.account else { return }
        do {
            let receipt = try await store.keep(result.tokens, of: account)
            result.keeping = receipt.keeping
            let remarks = [result.remark].compactMap(\.self) + receipt.remarks
            result.remark = remarks.isEmpty ? nil : remarks.joined(separator: " ")
            if receipt.keeping != .nowhere, let token = result.tokens.credentials.oauth { client.keep(token) }
            // It would live for ever, and nobody would know of it any more.
            if let token = receipt.supersededToken, let application = receipt.replaced?.application {
                try? await client.revoke(token, issuedTo: application)
            }
        } catch {
            result.remark = "Signed in, but the tokens could not be kept: \(error)"
        }
    }
}
