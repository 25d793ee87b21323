/// Keeps tokens in files, one an account.
struct FileKeeper: TokenKeeper {
    let state: StateFolder

    /// The file of an owner; nil when the environment names no folder.
    func path(of owner: TokenOwner) -> String? {
        state.tokens.map { "\($0)/\(owner.fileName)" }
    }

    func read(_ owner: TokenOwner) throws(AccountStoreError) -> TokenDocument? {
        guard try state.open() != nil, let tokens = state.tokens, let folder = try PrivateFolder.open(tokens)
        else { return nil }
        return try document(of: owner, in: folder)
    }

    /// Keeps a document in place of what was kept.
    ///
    /// - Returns: what was kept before; nil when nothing was, or when it could not be read.
    func replace(
        _ owner: TokenOwner,
        with document: TokenDocument
    ) throws(AccountStoreError) -> TokenDocument? {
        try change { folder throws(AccountStoreError) in
            // A file that cannot be read is what signing in again is meant to mend.
            let replaced = try? self.document(of: owner, in: folder)
            try write(document, of: owner, in: folder)
            return replaced
        }
    }

    func change(
        _ owner: TokenOwner,
        _ body: @Sendable (inout TokenDocument) -> Void
    ) throws(AccountStoreError) -> Bool {
        try change { folder throws(AccountStoreError) in
            guard var document = try self.document(of: owner, in: folder) else { return false }
            body(&document)
            try write(document, of: owner, in: folder)
            return true
        }
    }

    func remove(_ owner: TokenOwner) throws(AccountStoreError) {
        guard try state.open() != nil, let tokens = state.tokens, try PrivateFolder.open(tokens) != nil
        else { return }
        try change { folder throws(AccountStoreError) in try folder.remove(owner.fileName) }
    }

    private func change<Result>(
        _ body: (borrowing PrivateFolder) throws(AccountStoreError) -> Result
    ) throws(AccountStoreError) -> Result {
        try state.change { folder throws(AccountStoreError) in
            let tokens = try PrivateFolder.make("\(folder.path)/tokens")
            return try body(tokens)
        }
    }

    private func document(
        of owner: TokenOwner,
        in folder: borrowing PrivateFolder
    ) throws(AccountStoreError) -> TokenDocument? {
        guard let bytes = try folder.read(owner.fileName) else { return nil }
        do {
            return try TokenDocument(json: bytes, of: owner)
        } catch {
            throw error.inFile("\(folder.path)/\(owner.fileName)")
        }
    }

    private func write(
        _ document: TokenDocument,
        of owner: TokenOwner,
        in folder: borrowing PrivateFolder
    ) throws(AccountStoreError) {
        let bytes: [UInt8]
        do {
            bytes = try document.json
        } catch {
            throw error.inFile("\(folder.path)/\(owner.fileName)")
        }
        try folder.replace(owner.fileName, with: bytes)
    }
}
