import Accounts
import ArgumentParser
import Browser
import INaturalist

/// One run of a command that needs to be somebody: signs in with what the environment gives or with what is kept.
enum CommandSession {
    /// Signs in, and proves the token that is to speak.
    ///
    /// - Throws: `SignInError.nobodyKept` when nothing is there to sign in with, and what the servers say to a token that
    ///   they do not honour.
    static func run(
        _ options: ServerOptions,
        _ accountOptions: AccountOptions,
        speaker: Identity,
        _ body: (Session, INaturalistClient) async throws -> Void
    ) async throws {
        let request = try accountOptions.signInRequest(of: LaunchEnvironment.current, speaker: speaker)
        try await withDesk(options) { desk in
            var result: SignInResult
            if let request {
                result = try await desk.signIn(request) { _ in }
            } else {
                result = try await desk.takeUp(login: accountOptions.account, isLasting: false)
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

    /// Finds out what is held, and what the servers say of it, without demanding that they honour it.
    ///
    /// - Throws: when no token is there at all.
    static func inspect(
        _ options: ServerOptions,
        _ accountOptions: AccountOptions,
        _ body: (HeldTokens, INaturalistClient) async throws -> Void
    ) async throws {
        let request = try accountOptions.signInRequest(of: LaunchEnvironment.current, speaker: .jwt)
        try await withDesk(options) { desk in
            let held =
                if let request {
                    try await desk.held(request)
                } else {
                    try await desk.heldTokens(of: accountOptions.account)
                }
            if let remark = held.result.remark { complain(remark) }
            try await body(held, desk.client)
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
            complainOfTokensLeft(await client.revokeIssuedTokens())
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
