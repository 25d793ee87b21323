package import FoundationEssentials
package import INaturalist

/// An account whose tokens are kept, as the list of accounts knows it: nothing here is secret.
package struct KeptAccount: Sendable, Hashable, Identifiable {
    /// Whose tokens they are.
    package let account: Account
    /// The servers that the tokens came from. They go to these and to no others.
    package let addresses: ServerAddresses
    /// Where the tokens are: the keyring, or a file.
    package let keeping: Keeping
    /// How the person signed in.
    package let way: SignInWay
    /// Whether the program begins with this account. One of each pair of servers is, or none.
    package let isCurrent: Bool
    /// When the kept JWT ends; nil without one, or when it does not say.
    package let jwtExpiry: Date?

    /// The account's numeric id: one store lists accounts of one pair of servers alone.
    package var id: Int { account.id }

    /// Puts an entry together.
    package init(
        account: Account,
        addresses: ServerAddresses,
        keeping: Keeping,
        way: SignInWay,
        isCurrent: Bool,
        jwtExpiry: Date?
    ) {
        self.account = account
        self.addresses = addresses
        self.keeping = keeping
        self.way = way
        self.isCurrent = isCurrent
        self.jwtExpiry = jwtExpiry
    }
}
