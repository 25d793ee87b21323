/// A made-up person who can sign in to the sandbox.
package struct SandboxAccount: Sendable, Hashable {
    /// What the account is for.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        /// Owns two thirds of the records and may see all of their coordinates.
        case observer
        /// Trusted by the observer with hidden coordinates.
        case trusted
        /// Curates one traditional and two collection projects, and has no right beyond what these give.
        case curator
        /// Has no relation to the observer, and trusts nobody.
        case stranger
        /// Suspended until a date far ahead.
        case suspended
        /// Suspended without an end.
        case banned
        /// A child whose parents have not given their permission.
        case child
    }

    /// What the account is for.
    package let role: Role

    /// The seven-digit user id.
    package let userID: Int

    /// The login name, which equals the role's name.
    package let login: String

    /// The display name.
    package let name: String

    /// The e-mail address, which signs in as well as the login does.
    package let email: String

    /// The password until a test changes it. It protects nothing: everything behind it is made up.
    package let password: String

    /// Every account that exists, in the order of ``Role``.
    static let all: [SandboxAccount] = [
        SandboxAccount(.observer, 1_234_567, "Wren Halloway", "prairie-orchid"),
        SandboxAccount(.trusted, 2_345_678, "Tamsin Okafor", "spotted-turtle"),
        SandboxAccount(.curator, 3_456_789, "Curtis Lindqvist", "sedge-meadow"),
        SandboxAccount(.stranger, 4_567_891, "Sol Marchetti", "peregrine-ledge"),
        SandboxAccount(.suspended, 5_678_912, "Sasha Grimsby", "fallen-log"),
        SandboxAccount(.banned, 6_789_123, "Barnaby Quill", "dry-riverbed"),
        SandboxAccount(.child, 7_891_234, "Chip Nakamura", "tadpole-pond"),
    ]

    private init(_ role: Role, _ userID: Int, _ name: String, _ password: String) {
        self.role = role
        self.userID = userID
        login = role.rawValue
        self.name = name
        email = "\(role.rawValue)@example.org"
        self.password = password
    }
}
