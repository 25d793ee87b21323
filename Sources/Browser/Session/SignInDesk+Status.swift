internal import Accounts
package import INaturalist

extension SignInDesk {
    /// What the environment gave, with what the servers say of it. Nothing is kept.
    ///
    /// - Throws: when a password or a code is not honoured: then no token is there to say anything of.
    package func held(_ request: SignInRequest) async throws(INaturalistError) -> HeldTokens {
        let tokens = try await tokens(for: request) { _ throws(INaturalistError) in
            // Status opens no web page; the environment never asks for one.
            throw .notSignedIn
        }
        return try await inspected(tokens, login: nil)
    }

    /// What is kept of an account, with what the servers say of it; which account is current stays as it is.
    ///
    /// - Parameter login: which; the current one without.
    /// - Throws: ``SignInError`` when nothing is kept or it cannot be read.
    package func heldTokens(of login: String?) async throws(SignInError) -> HeldTokens {
        let (store, kept, tokens) = try await keptTokens(of: login)
        var held: HeldTokens
        do {
            held = try await inspected(tokens, login: kept.account.login)
        } catch {
            throw .server(error)
        }
        // The name of an account may change, its number never.
        guard held.result.account.map({ $0.id == kept.account.id }) ?? true else {
            throw .otherAccount(login: kept.account.login)
        }
        held.result.keeping = kept.keeping
        if held.result.tokens.credentials != tokens.credentials {
            try? await store.update(held.result.tokens.credentials, of: kept.account)
        }
        return held
    }

    /// Has every token judged, and fetches the JWT that the commands would fetch as well: where there is none, where it
    /// is due, and where the site honours the OAuth token though nobody honours the JWT.
    ///
    /// - Throws: only when it was stopped.
    private func inspected(_ tokens: KeptTokens, login: String?) async throws(INaturalistError) -> HeldTokens
    {
        var held = HeldTokens(
            result: SignInResult(tokens: tokens, identity: .jwt, proofs: [:]),
            login: login
        )
        if tokens.credentials.jwt != nil {
            do {
                held.result.tokens.credentials = try await client.renew(
                    Viewer(credentials: tokens.credentials, identity: .jwt)
                )
            } catch .cancelled {
                throw .cancelled
            } catch {
                // The proof of the old one says what there is to say.
            }
        }
        try await judge(.oauth, in: &held)
        try await judge(.jwt, in: &held)
        if needsJWT(held), let oauth = held.result.tokens.credentials.oauth {
            do {
                held.result.tokens.credentials.jwt = try await client.jwt(using: .oauth(oauth))
                try await judge(.jwt, in: &held)
            } catch .cancelled {
                throw .cancelled
            } catch {
                held.result.remark = "No JWT could be had with this OAuth token: \(error)"
            }
        }
        if held.result.tokens.credentials.jwt == nil { held.result.identity = .oauth }
        return held
    }

    private func needsJWT(_ held: HeldTokens) -> Bool {
        if case .refused = held.result.proofs[.oauth] { return false }
        if held.result.proofs[.oauth] == nil { return false }
        if case .refused = held.result.proofs[.jwt] { return true }
        return held.result.tokens.credentials.jwt == nil
    }

    private func judge(_ identity: Identity, in held: inout HeldTokens) async throws(INaturalistError) {
        guard let authorization = held.result.tokens.credentials.authorization(for: identity) else { return }
        do {
            held.result.proofs[identity] = try await client.prove(authorization)
        } catch .cancelled {
            throw .cancelled
        } catch {
            held.failure = error
        }
    }
}
