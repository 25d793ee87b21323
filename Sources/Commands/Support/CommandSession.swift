import Accounts
import ArgumentParser
import Browser
import INaturalist

/// One run of a command that needs to be somebody: signs in with what the environment gives or with what is kept, and
/// proves it.
enum CommandSession {
    /// - Throws: `SignInError.nobodyKept` when nothing is there to sign in with.
    static func run(
        _ options: ServerOptions,
        speaker: Identity,
        _ body: (Session, INaturalistClient) async throws -> Void
    ) async throws {
        let environment = LaunchEnvironment.current
        let request = try environment.signInRequest(speaker: speaker)
        try await withDesk(options) { desk in
            var result: SignInResult
            if let request {
                result = try await desk.signIn(request) { _ in }
            } else {
                result = try await desk.takeUp(login: options.account, isLasting: false)
            }
            if let remark = result.remark { complain(remark) }
            if let authorization = result.tokens.credentials.authorization(for: speaker) {
                result.identity = speaker
                if result.proofs[speaker] == nil {
                    result.proofs[speaker] = try await desk.honoured(authorization)
                }
            }
            try await body(Session(result), desk.client)
        }
    }

    /// Gives a place to sign in at the servers that the environment names, and closes it.
    static func withDesk(
        _ options: ServerOptions,
        isKeeping: Bool = true,
        _ body: (SignInDesk) async throws -> Void
    ) async throws {
        let client = try options.client()
        let store = AccountStore(
            environment: LaunchEnvironment.current.variables,
            addresses: client.addresses,
            isKeeping: isKeeping
        )
        func finish() async {
            await client.revokeIssuedTokens()
            await client.shutdown()
        }
        do {
            try await body(SignInDesk(client: client, store: store))
        } catch {
            await finish()
            throw error
        }
        await finish()
    }
}
