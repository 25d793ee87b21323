internal import FoundationEssentials
package import INaturalist

/// Keeps the tokens of several accounts, each under its own servers, and knows which is current.
///
/// The tokens are in the Secret Service keyring where one answers, else in files that only the person may read; the
/// list of accounts (`accounts.json`) has no secret in it. Nothing is cached: another inatty may run beside this one.
package struct AccountStore: Sendable {
    /// The servers whose accounts these are; tokens of others are never offered.
    package let addresses: ServerAddresses
    /// Whether anything is kept from now on (`--no-store`). What was kept before can be used and deleted all the same.
    package let isKeeping: Bool

    let state: StateFolder
    let files: FileKeeper
    let keyring: KeyringKeeper

    /// Makes a store. Nothing is read or started before the first call.
    ///
    /// - Parameters:
    ///   - environment: names the folder (`XDG_STATE_HOME`, else `HOME`) and the keyring (`PATH`,
    ///     `DBUS_SESSION_BUS_ADDRESS`, `XDG_RUNTIME_DIR`). `secret-tool` gets it, without the variables that hold
    ///     secrets.
    ///   - addresses: the servers.
    ///   - isKeeping: false keeps nothing new.
    package init(environment: [String: String], addresses: ServerAddresses, isKeeping: Bool = true) {
        self.init(
            environment: environment,
            addresses: addresses,
            isKeeping: isKeeping,
            limits: KeyringLimits()
        )
    }

    init(
        environment: [String: String],
        addresses: ServerAddresses,
        isKeeping: Bool = true,
        limits: KeyringLimits
    ) {
        self.addresses = addresses
        self.isKeeping = isKeeping
        state = StateFolder(environment: environment)
        files = FileKeeper(state: state)
        keyring = KeyringKeeper(tool: SecretTool(environment: environment, limits: limits))
    }

    /// Where tokens would be kept now: the keyring if one answers, which is asked within a few seconds and without a
    /// question to the person.
    @concurrent
    package func keeping() async -> Keeping {
        guard isKeeping else { return .nowhere }
        if await keyring.isAnswering { return .keyring }
        return state.tokens.map { .file(path: $0) } ?? .nowhere
    }

    /// The kept accounts of these servers, in the order in which they first signed in.
    package func accounts() throws(AccountStoreError) -> [KeptAccount] {
        guard let folder = try state.open() else { return [] }
        let index = try AccountIndex(in: folder)
        let currentID = index.currentID(at: addresses)
        return index.accounts.filter { $0.belongs(to: addresses) }.map { entry in
            keptAccount(entry, isCurrent: entry.user == currentID)
        }
    }

    /// The account that the program begins with; nil when there is none.
    package func current() throws(AccountStoreError) -> KeptAccount? {
        try accounts().first { $0.isCurrent }
    }

    /// Begins with this account from now on.
    package func makeCurrent(_ account: KeptAccount) throws(AccountStoreError) {
        let owner = try owner(account)
        try state.change { folder throws(AccountStoreError) in
            var index = try AccountIndex(in: folder)
            guard index.entry(of: owner) != nil else { throw .notKept(login: owner.login) }
            index.makeCurrent(owner)
            try index.write(in: folder)
        }
    }

    /// Whose tokens an account's are.
    ///
    /// - Throws: ``AccountStoreError/otherServers(login:site:)`` when they are not for this store's servers.
    func owner(_ account: KeptAccount) throws(AccountStoreError) -> TokenOwner {
        guard account.addresses == addresses else {
            throw .otherServers(login: account.account.login, site: account.addresses.site)
        }
        return TokenOwner(account.account, at: addresses)
    }

    func keeper(_ place: AccountIndex.Place) -> any TokenKeeper {
        switch place {
        case .keyring: keyring
        case .file: files
        }
    }

    func keeping(_ place: AccountIndex.Place, of owner: TokenOwner) -> Keeping {
        switch place {
        case .keyring: .keyring
        case .file: files.path(of: owner).map { .file(path: $0) } ?? .nowhere
        }
    }

    private func keptAccount(_ entry: AccountIndex.Entry, isCurrent: Bool) -> KeptAccount {
        let account = Account(id: entry.user, login: entry.login, name: entry.name)
        return KeptAccount(
            account: account,
            addresses: addresses,
            keeping: keeping(entry.keeping, of: TokenOwner(account, at: addresses)),
            way: entry.way,
            isCurrent: isCurrent,
            jwtExpiry: entry.jwtExpiry.map { Date(boundedSince1970: $0) }
        )
    }
}
