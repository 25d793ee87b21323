internal import FoundationEssentials
internal import INaturalist

/// The list of kept accounts (`accounts.json`). Nothing in it is secret.
struct AccountIndex: Sendable, Codable, Equatable {
    enum Place: String, Sendable, Codable {
        case keyring, file
    }

    struct Entry: Sendable, Codable, Equatable {
        var site: String
        var api: String
        var user: Int
        var login: String
        var name: String?
        var keeping: Place
        var way: SignInWay
        /// Seconds since 1970-01-01 UTC.
        var jwtExpiry: Double?

        func isOf(_ owner: TokenOwner) -> Bool { user == owner.userID && belongs(to: owner.addresses) }

        func belongs(to addresses: ServerAddresses) -> Bool {
            site == addresses.site && api == addresses.api
        }
    }

    /// Which account a pair of servers begins with; a pair without one begins with none.
    struct Current: Sendable, Codable, Equatable {
        var site: String
        var api: String
        var user: Int
    }

    var version = Self.currentVersion
    var accounts: [Entry] = []
    var current: [Current] = []

    static let fileName = "accounts.json"
    static let currentVersion = 1

    /// Reads the list; an empty one when there is no file.
    init(in folder: borrowing PrivateFolder) throws(AccountStoreError) {
        guard let bytes = try folder.read(Self.fileName) else {
            self.init()
            return
        }
        do {
            self = try DocumentError.decoding(Self.self, from: bytes, knownVersion: Self.currentVersion)
        } catch {
            throw error.inFile("\(folder.path)/\(Self.fileName)")
        }
    }

    init() {}

    /// Writes the list; for who holds the ``FolderLock``.
    func write(in folder: borrowing PrivateFolder) throws(AccountStoreError) {
        let bytes: [UInt8]
        do {
            bytes = try DocumentError.encoding(self, isForPeople: true)
        } catch {
            throw error.inFile("\(folder.path)/\(Self.fileName)")
        }
        try folder.replace(Self.fileName, with: bytes + [UInt8(ascii: "\n")])
    }

    func entry(of owner: TokenOwner) -> Entry? { accounts.first { $0.isOf(owner) } }

    /// The id of the account that a pair of servers begins with.
    func currentID(at addresses: ServerAddresses) -> Int? {
        current.first { $0.site == addresses.site && $0.api == addresses.api }?.user
    }

    /// Adds an account or replaces it, in its place.
    mutating func put(_ entry: Entry) {
        let place = accounts.firstIndex {
            $0.user == entry.user && $0.site == entry.site && $0.api == entry.api
        }
        if let place { accounts[place] = entry } else { accounts.append(entry) }
    }

    mutating func makeCurrent(_ owner: TokenOwner) {
        let (site, api) = (owner.addresses.site, owner.addresses.api)
        current.removeAll { $0.site == site && $0.api == api }
        current.append(Current(site: site, api: api, user: owner.userID))
    }

    /// Takes an account out. Who was current is not replaced: the person says who comes next.
    mutating func remove(_ owner: TokenOwner) {
        accounts.removeAll { $0.isOf(owner) }
        current.removeAll {
            $0.user == owner.userID && $0.site == owner.addresses.site && $0.api == owner.addresses.api
        }
    }
}
