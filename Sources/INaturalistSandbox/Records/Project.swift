/// A made-up project. What its curators may see follows from its kind (API reference 4.3).
struct Project: Sendable {
    /// How observations come into a project.
    enum Kind: Sendable {
        /// Added one by one, each with its own leave to show coordinates.
        case traditional
        /// By rule, and members say whether they trust the curators.
        case collection
    }

    /// What a member of a collection project lets its curators see.
    enum Trust: String, Sendable {
        /// Every hidden point.
        case any
        /// Points hidden by the taxon's status alone, not by the observer's own choice.
        case taxon
        /// None.
        case none
    }

    let id: Int
    let title: String
    let slug: String
    let kind: Kind

    /// Indices into ``Person/everybody`` of the managers and curators.
    let curators: [Int]

    /// Collection projects: whether members may trust the curators at all.
    let prefersUserTrust: Bool

    /// Collection projects: days since the rules last changed; trust counts after more than seven.
    let daysSinceRulesChanged: Int

    /// Collection projects: the taxon whose observations belong to it, with its descendants.
    let taxonID: Int?

    /// Collection projects: members by index into ``Person/everybody``, and what they let curators see.
    let members: [Int: Trust]

    private static let observer = Person.index(of: .observer)
    private static let trusted = Person.index(of: .trusted)
    private static let curator = Person.index(of: .curator)
    private static let stranger = Person.index(of: .stranger)

    /// A traditional project that `curator` curates.
    static let wetlandSurvey = Project(
        id: 100_101,
        title: "Sandbox Wetland Survey",
        slug: "sandbox-wetland-survey",
        kind: .traditional,
        curators: [curator],
        prefersUserTrust: false,
        daysSinceRulesChanged: 400,
        taxonID: nil,
        members: [:]
    )

    /// A traditional project that nobody with an account curates.
    static let backyards = Project(
        id: 100_102,
        title: "Backyards of the Sandbox",
        slug: "backyards-of-the-sandbox",
        kind: .traditional,
        curators: [],
        prefersUserTrust: false,
        daysSinceRulesChanged: 400,
        taxonID: nil,
        members: [:]
    )

    /// A collection project with trust that `curator` curates: the observer trusts it for taxa, `trusted` for all.
    static let orchidWatch = Project(
        id: 100_201,
        title: "Sandbox Orchid Watch",
        slug: "sandbox-orchid-watch",
        kind: .collection,
        curators: [curator],
        prefersUserTrust: true,
        daysSinceRulesChanged: 90,
        taxonID: 47_217,
        members: [observer: .taxon, trusted: .any, stranger: .none]
    )

    /// A collection project whose rules changed two days ago, so that nobody is trusted yet.
    static let turtleCount = Project(
        id: 100_202,
        title: "Sandbox Turtle Count",
        slug: "sandbox-turtle-count",
        kind: .collection,
        curators: [curator],
        prefersUserTrust: true,
        daysSinceRulesChanged: 2,
        taxonID: 39_532,
        members: [observer: .any, trusted: .any, stranger: .any]
    )

    /// Projects that hold no observation: they are there to be looked up.
    private static let others = [
        (100_103, "Dragonflies and Damselflies of the Sandbox", "dragonflies-and-damselflies-of-the-sandbox"),
        (100_104, "Sandbox Bioblitz: École du Marais", "sandbox-bioblitz-ecole-du-marais"),
        (100_105, "Orchids on Old Walls", "orchids-on-old-walls"),
    ].map { id, title, slug in
        Project(
            id: id,
            title: title,
            slug: slug,
            kind: .traditional,
            curators: [],
            prefersUserTrust: false,
            daysSinceRulesChanged: 400,
            taxonID: nil,
            members: [:]
        )
    }

    /// Every project.
    static let all = [wetlandSurvey, backyards, orchidWatch, turtleCount] + others

    /// Whether a person of ``Person/everybody`` joined it.
    func isMember(_ person: Int) -> Bool {
        members[person] != nil || curators.contains(person)
    }

    /// The collection projects.
    static let collections = all.filter { $0.kind == .collection }

    /// The project of an id or a slug.
    static func named(_ name: String) -> Project? {
        all.first { String($0.id) == name || $0.slug == name.lowercased() }
    }
}
