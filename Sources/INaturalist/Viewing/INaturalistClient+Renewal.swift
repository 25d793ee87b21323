package import FoundationEssentials

extension INaturalistClient {
    /// What tokens have become by renewals: the same OAuth token, and the newest JWT of the line.
    package func latest(_ credentials: Credentials) -> Credentials {
        Credentials(oauth: credentials.oauth, jwt: credentials.jwt.map(renewals.newest))
    }

    /// When the JWT, or what it was renewed to, is due next, on this computer's clock. Nil when it never ends.
    package func renewalDate(of jwt: JWT) -> Date? {
        let line = renewals.line(of: jwt, now: now())
        let error = clockError ?? 0
        return line.jwt.expiry?.addingTimeInterval(error - line.due(clockError: error))
    }

    /// Renews the JWT now, if it is due.
    ///
    /// - Returns: the tokens as they are now, renewed or not.
    /// - Throws: ``INaturalistError/jwtEnded(reason:)`` when the JWT has ended and nothing gives a new one; another
    ///   ``INaturalistError`` when it has ended and asking for a new one failed in a way that may pass.
    @concurrent
    package func renew(_ viewer: Viewer) async throws(INaturalistError) -> Credentials {
        if viewer.credentials.jwt != nil { _ = try await goodJWT(of: viewer.credentials) }
        return latest(viewer.credentials)
    }

    /// Forgets what these tokens were renewed to, once their person is signed out.
    package func forget(_ credentials: Credentials) {
        if let jwt = credentials.jwt { renewals.forget(jwt) }
    }
}
