internal import INaturalist

/// Keeps tokens in the Secret Service keyring, one item an account.
struct KeyringKeeper: TokenKeeper {
    let tool: SecretTool

    /// Whether a Secret Service answers, within a few seconds and without a question to the person.
    var isAnswering: Bool {
        get async {
            guard tool.obstacle == nil else { return false }
            // No item of ours has this attribute, so no secret is printed.
            let search = ["search", "--all", "application", "inatty", "probe", "probe"]
            let answer = try? await tool.run(search, within: tool.limits.probe, for: "")
            return answer?.isSuccess == true
        }
    }

    func read(_ owner: TokenOwner) async throws(AccountStoreError) -> TokenDocument? {
        guard let bytes = try await lookUp(owner) else { return nil }
        do {
            return try TokenDocument(json: bytes, of: owner)
        } catch {
            throw error.inKeyring(owner)
        }
    }

    /// What is kept of an owner; nil when nothing is, or when it cannot be understood.
    func readIfWhole(_ owner: TokenOwner) async throws(AccountStoreError) -> TokenDocument? {
        do {
            return try await read(owner)
        } catch .brokenKeyringItem {
            return nil
        }
    }

    func change(
        _ owner: TokenOwner,
        _ body: @Sendable (inout TokenDocument) -> Void
    ) async throws(AccountStoreError) -> Bool {
        // Renewals happen behind the person's back: a locked keyring must not ask for its password then.
        switch try await state(of: owner) {
        case .absent: return false
        case .locked: throw .keyringLocked(login: owner.login)
        case .readable: break
        }
        guard var document = try await read(owner) else { return false }
        body(&document)
        try await store(document, of: owner)
        return true
    }

    func remove(_ owner: TokenOwner) async throws(AccountStoreError) {
        _ = try await run(["clear"] + attributes(owner), of: owner)
        if try await state(of: owner) == .absent { return }
        // Asking for the item is what makes the keyring ask for its password.
        _ = try await lookUp(owner)
        _ = try await run(["clear"] + attributes(owner), of: owner)
        if try await state(of: owner) != .absent { throw .keyringLocked(login: owner.login) }
    }

    /// Deletes what is kept of an owner, and never asks the person for anything.
    ///
    /// - Returns: what was kept; nil when nothing was, or when it could not be understood.
    /// - Throws: ``AccountStoreError/keyringLocked(login:)`` when asking would be needed.
    @discardableResult
    func takeOut(_ owner: TokenOwner) async throws(AccountStoreError) -> TokenDocument? {
        switch try await state(of: owner) {
        case .absent: return nil
        case .locked: throw .keyringLocked(login: owner.login)
        case .readable: break
        }
        let document = try await readIfWhole(owner)
        try await remove(owner)
        return document
    }

    private enum State {
        case absent, locked, readable
    }

    /// Whether an item is there, without asking the person.
    private func state(of owner: TokenOwner) async throws(AccountStoreError) -> State {
        let answer = try await run(["search", "--all"] + attributes(owner), of: owner)
        guard answer.isSuccess else { throw .keyringFailed(login: owner.login, reason: answer.message) }
        let lines = answer.output.split(separator: UInt8(ascii: "\n"))
        let items = lines.count { $0.first == UInt8(ascii: "[") }
        if items == 0 { return .absent }
        return lines.count { $0.starts(with: "secret = ".utf8) } < items ? .locked : .readable
    }

    private func lookUp(_ owner: TokenOwner) async throws(AccountStoreError) -> [UInt8]? {
        let answer = try await run(["lookup"] + attributes(owner), of: owner)
        if answer.isSuccess { return answer.output }
        switch try await state(of: owner) {
        case .absent: return nil
        case .locked: throw .keyringLocked(login: owner.login)
        case .readable: throw .keyringFailed(login: owner.login, reason: answer.message)
        }
    }

    /// Keeps a document in place of what was kept, and makes sure that it is there.
    func store(_ document: TokenDocument, of owner: TokenOwner) async throws(AccountStoreError) {
        let bytes: [UInt8]
        do {
            bytes = try document.json
        } catch {
            throw error.inKeyring(owner)
        }
        guard bytes.count <= SecretTool.sizeLimit else {
            throw .keyringFailed(
                login: owner.login,
                reason:
                    "these tokens are longer than the \(SecretTool.sizeLimit) bytes that secret-tool takes"
            )
        }
        let label = "--label=inatty: \(owner.login) at \(owner.addresses.site)"
        let answer = try await run(["store", label] + attributes(owner), input: bytes, of: owner)
        guard answer.isSuccess else { throw .keyringFailed(login: owner.login, reason: answer.message) }
        guard try await lookUp(owner) == bytes else {
            throw .keyringFailed(login: owner.login, reason: "it does not give back what it was given")
        }
    }

    private func run(
        _ arguments: [String],
        input: [UInt8] = [],
        of owner: TokenOwner
    ) async throws(AccountStoreError) -> SecretTool.Answer {
        try await tool.run(arguments, input: input, within: tool.limits.answer, for: owner.login)
    }

    private func attributes(_ owner: TokenOwner) -> [String] {
        [
            "application", "inatty", "site", owner.addresses.site, "api", owner.addresses.api,
            "user", String(owner.userID),
        ]
    }
}
