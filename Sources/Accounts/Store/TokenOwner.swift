internal import INaturalist

/// Whose tokens they are: an account of one pair of servers.
struct TokenOwner: Sendable, Hashable {
    /// The servers that the tokens came from.
    let addresses: ServerAddresses
    /// The account's numeric id there.
    let userID: Int
    /// The account's login, for labels and messages; it can change, so nothing is found by it.
    let login: String

    init(_ account: Account, at addresses: ServerAddresses) {
        self.addresses = addresses
        userID = account.id
        login = account.login
    }

    /// Makes sure that a JWT, where there is one, names this account: nobody's token is kept as somebody else's.
    ///
    /// - Throws: ``AccountStoreError/otherUser(login:)``, also for a JWT that names nobody.
    func check(_ credentials: Credentials) throws(AccountStoreError) {
        guard let jwt = credentials.jwt else { return }
        if jwt.userID != userID { throw .otherUser(login: login) }
    }

    /// The name of this owner's file: the id, and a mark of both servers.
    ///
    /// The mark is FNV-1a of 64 bits (Fowler, Noll, Vo) and only keeps names apart: the file itself names its servers,
    /// and a file that names others is not used.
    var fileName: String {
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(addresses.site)\n\(addresses.api)".utf8 {
            mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(mark, radix: 16)
        return "\(userID)-\(String(repeating: "0", count: 16 - digits.count))\(digits).json"
    }
}
