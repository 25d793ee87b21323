package import INaturalist

extension INaturalistClient {
    /// Signs in whichever way is asked, fetches the JWT at once where there is an OAuth token, and has both proved.
    ///
    /// A token that no server honours is an error here, not a session: nobody shall browse as anyone in the belief
    /// of being signed in.
    ///
    /// - Throws: what the servers said.
    package nonisolated func signIn(_ request: SignInRequest) async throws(INaturalistError) -> SignInResult {
        var credentials = Credentials()
        switch request.means {
        case .token(.jwt(let jwt)): credentials.jwt = jwt
        case .token(.oauth(let token)): credentials.oauth = token
        case .password(let grant): credentials.oauth = try await signIn(grant)
        }
        var proofs: [Identity: Proof] = [:]
        var remark: String?
        if let oauth = credentials.oauth {
            proofs[.oauth] = try await honoured(.oauth(oauth))
            do {
                credentials.jwt = try await jwt(using: .oauth(oauth))
            } catch {
                remark = "No JWT could be had with this OAuth token: \(error)"
            }
        }
        if let jwt = credentials.jwt {
            proofs[.jwt] = try await honoured(.jwt(jwt))
        }
        let identity = credentials.authorization(for: request.speaker) == nil ? .jwt : request.speaker
        return SignInResult(
            credentials: credentials,
            identity: credentials.authorization(for: identity) == nil ? .oauth : identity,
            proofs: proofs,
            remark: remark
        )
    }

    private nonisolated func honoured(_ authorization: Authorization) async throws(INaturalistError) -> Proof
    {
        let proof = try await prove(authorization)
        if case .refused(let reason) = proof { throw .tokenRefused(reason: reason) }
        return proof
    }
}
