import ArgumentParser
import Browser
import INaturalist

/// One run of a command that needs to be somebody: signs in with what the environment gives, and proves it.
enum CommandSession {
    /// - Throws: `ExitCode(77)`, told on standard error, when nothing is there to sign in with.
    static func run(
        speaker: Identity,
        _ body: (Session, INaturalistClient) async throws -> Void
    ) async throws {
        let environment = LaunchEnvironment.current
        guard let request = try environment.signInRequest(speaker: speaker) else {
            complain(
                "not signed in. Set INATTY_TOKEN to a token from \(INaturalistAddresses.tokenPage), "
                    + "or INAT_USERNAME, INAT_PASSWORD, INAT_APP_ID and INAT_APP_SECRET."
            )
            throw ExitCode(77)
        }
        try await withClient { client in
            let result = try await client.signIn(request)
            if let remark = result.remark { complain(remark) }
            var session = Session(credentials: result.credentials, identity: result.identity)
            for (identity, proof) in result.proofs { session.note(proof, for: identity) }
            try await body(session, client)
        }
    }

    /// Gives a client of the servers that the environment names, and closes it.
    static func withClient(_ body: (INaturalistClient) async throws -> Void) async throws {
        let addresses = try ServerAddresses(environment: LaunchEnvironment.current.variables)
        let client = LaunchEnvironment.current.client(of: addresses)
        func finish() async {
            await client.revokeIssuedTokens()
            await client.shutdown()
        }
        do {
            try await body(client)
        } catch {
            await finish()
            throw error
        }
        await finish()
    }
}

/// Addresses that texts name.
enum INaturalistAddresses {
    /// Where a person who is signed in on the website sees a JWT.
    static let tokenPage = ServerAddresses.iNaturalist.site + "/users/api_token"
}
