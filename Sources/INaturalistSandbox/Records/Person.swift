/// A made-up user: one of the accounts, or somebody who only owns or identifies records.
struct Person: Sendable {
    /// The user id; seven digits.
    let id: Int

    /// The login name.
    let login: String

    /// The display name, if the person gave one.
    let name: String?

    /// When the account was made.
    let createdAt: Moment

    /// Site roles, such as `curator`. They give no right to hidden coordinates (API reference 4.3).
    let roles: [String]

    /// Whether there is a portrait.
    let hasIcon: Bool

    /// The ORCID address, if given.
    let orcid: String?

    /// What the person says about themselves.
    let description: String?

    /// A version 4 UUID.
    let uuid: String

    /// Every person, the accounts first; an index into this array names a person elsewhere.
    static let everybody: [Person] = accounts + bystanders

    /// The index of an account's person.
    static func index(of role: SandboxAccount.Role) -> Int {
        SandboxAccount.Role.allCases.firstIndex(of: role) ?? 0
    }

    private static let accounts = SandboxAccount.all.enumerated().map { index, account in
        make(
            account.userID,
            account.login,
            account.name,
            roles: account.role == .curator ? ["curator"] : [],
            hasIcon: index % 2 == 0,
            about: account.role == .observer ? "Orchids, turtles and everything in between." : nil
        )
    }

    private static let bystanders = [
        make(1_100_101, "fern_gully", "Fern Gully"),
        make(1_200_202, "mossback", nil),
        make(1_300_303, "anders_oe", "Anders Ødegård-Þórsson", hasIcon: true),
        make(1_400_404, "hanako", "山田 花子", hasIcon: true),
        make(1_500_505, "yusuf", "يوسف المرزوقي"),
        make(1_600_606, "beetlebee", "Bee 👩🏽‍🔬🐝 Beetle"),
        make(1_700_707, "escape_artist", "\u{1B}[31mRed\u{1B}[0m Herring"),
        make(1_800_808, "bidi", "user\u{202E}resu"),
        make(
            1_900_909,
            "longwinded",
            String(repeating: "Maximiliana Theodora ", count: 9) + "von Langennamen"
        ),
        make(2_010_101, "ghost", nil),
        make(2_020_202, "rangifer", "Ánná\u{301} Rauta", roles: ["curator"], hasIcon: true),
        make(2_030_303, "tidepool", "Tide  Pool\t(she)"),
        make(2_040_404, "html_lover", "<b>Bold</b> &amp; Brave"),
        make(2_050_505, "nightjar", "Nightjar", hasIcon: true),
        make(2_060_606, "lichenologist", "Lee Kenn"),
        make(2_070_707, "zwj", "\u{200B}\u{200D}"),
    ]

    private static func make(
        _ id: Int,
        _ login: String,
        _ name: String?,
        roles: [String] = [],
        hasIcon: Bool = false,
        about: String? = nil
    ) -> Person {
        var generator = SplitMix64(seed: UInt64(id))
        return Person(
            id: id,
            login: login,
            name: name,
            createdAt: Moment(seconds: 1_230_000_000 + generator.below(60_000_000)),
            roles: roles,
            hasIcon: hasIcon,
            orcid: id % 7 == 3 ? "https://orcid.org/0000-0000-0000-\(padded(id % 10_000, 4))" : nil,
            description: about,
            uuid: UUIDText.random(using: &generator)
        )
    }
}
