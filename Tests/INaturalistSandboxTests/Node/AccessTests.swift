import TestBrowser
import Testing

@testable import INaturalistSandbox

/// Who may see hidden places (API reference 4.2 and 4.3): every viewer on every kind of record.
struct AccessTests {
    /// A kind of record, by what decides about it.
    enum Kind: String, CaseIterable, Sendable {
        case observersOpen, observersObscured, observersPrivate, observersByTaxon
        case surveyWithLeave, surveyWithoutLeave, otherTraditionalProject
        case orchidByTaxonAlone, orchidByOwnChoice, orchidOfTrusted, orchidOfStranger
        case turtleOfObserver, strangersByTaxon

        func matches(_ record: ObservationRecord) -> Bool {
            let observer = record.owner == Person.index(of: .observer)
            let hidden = record.hiding != nil && record.place.truePoint != nil
            let survey = record.projects.first { $0.projectID == Project.wetlandSurvey.id }
            let inCollection = Project.collections.contains { $0.contains(record) }
            let own = record.place.geoprivacy
            let alone = survey == nil && !inCollection
            let isOrchid = Project.orchidWatch.contains(record) && survey == nil && hidden
            return switch self {
            case .observersOpen: observer && record.hiding == nil && record.place.truePoint != nil && alone
            case .observersObscured: observer && hidden && own == .obscured && alone
            case .observersPrivate: observer && hidden && own == .private && alone
            case .observersByTaxon: observer && hidden && own?.hides != true && alone
            case .surveyWithLeave:
                observer && hidden && survey?.allowsCoordinateAccess == true && !inCollection
            case .surveyWithoutLeave:
                observer && hidden && survey?.allowsCoordinateAccess == false && !inCollection
            case .otherTraditionalProject:
                observer && hidden && alone
                    && record.projects.contains { $0.projectID == Project.backyards.id }
            case .orchidByTaxonAlone:
                observer && isOrchid && own?.hides != true && record.place.taxonGeoprivacy?.hides == true
            case .orchidByOwnChoice: observer && isOrchid && own?.hides == true
            case .orchidOfTrusted: record.owner == Person.index(of: .trusted) && isOrchid
            case .orchidOfStranger: record.owner == Person.index(of: .stranger) && isOrchid
            case .turtleOfObserver:
                observer && hidden && Project.turtleCount.contains(record) && survey == nil
            case .strangersByTaxon:
                record.owner == Person.index(of: .stranger) && hidden && own == nil && alone
            }
        }

        /// The accounts that see the place in an ordinary request.
        var ordinarily: Set<SandboxAccount.Role> {
            switch self {
            case .orchidOfTrusted: [.trusted]
            case .orchidOfStranger, .strangersByTaxon: [.stranger]
            case .surveyWithLeave: [.observer, .trusted, .curator]
            default: [.observer, .trusted]
            }
        }

        /// The accounts that see it when the reply carries collection projects.
        var withCollections: Set<SandboxAccount.Role> {
            switch self {
            case .orchidByTaxonAlone, .orchidOfTrusted: ordinarily.union([.curator])
            default: ordinarily
            }
        }
    }

    private static let keys: Set = [
        "private_location", "private_geojson", "private_place_guess", "private_place_ids",
    ]

    @Test(
        "A hidden place is shown to who may see it, and its keys are absent for all others",
        arguments: Kind.allCases
    )
    func matrix(kind: Kind) async throws {
        try await withSandbox { sandbox, browser in
            let record = try #require(sandbox.source.world.records.last(where: kind.matches))
            for role in [SandboxAccount.Role.observer, .trusted, .curator, .stranger] {
                for (query, allowed) in [
                    ("", kind.ordinarily), ("?include_new_projects=true", kind.withCollections),
                ] {
                    let page = try await browser.get(
                        "/v1/observations/\(record.id)\(query)",
                        authorization: sandbox.bearer(role)
                    )
                    let row = try #require(try page.results().first)
                    let seen = row.keys.intersection(Self.keys)
                    #expect(seen == (allowed.contains(role) ? Self.keys : []), "\(role) \(query)")
                    let isTrusted = role == .trusted && record.owner == Person.index(of: .observer)
                    #expect(row["viewer_trusted_by_observer"] == .boolean(isTrusted))
                    if allowed.contains(role) {
                        let isHidden = record.hiding != nil
                        #expect((row["private_geojson"] == .null) == !isHidden)
                        #expect(row["private_place_ids"]?.elements.isEmpty == false)
                    }
                }
            }
            let anonymous = try await browser.get("/v1/observations/\(record.id)?include_new_projects=true")
                .results()
            #expect(anonymous.first?.keys.isDisjoint(with: Self.keys) == true)
        }
    }

    @Test("A search limited to the one collection project shows its curator what members trust them with")
    func singleProjectSearch() async throws {
        try await withSandbox { sandbox, browser in
            let curator = sandbox.bearer(.curator)
            let path = "/v1/observations?per_page=200&user_id=trusted&geoprivacy=obscured,private&project_id="
            let one = try await browser.get(path + "sandbox-orchid-watch", authorization: curator).results()
            let both = try await browser.get(path + "100201,100202", authorization: curator).results()
            #expect(!one.isEmpty)
            #expect(one.allSatisfy { $0.keys.contains("private_location") })
            let survey = Project.wetlandSurvey.id
            let unrelated = both.filter { row in
                !(row["project_ids"]?.elements.contains(.integer(survey)) ?? false)
            }
            #expect(!unrelated.isEmpty)
            #expect(unrelated.allSatisfy { !$0.keys.contains("private_location") })
        }
    }

    @Test(
        "Only a search of exactly one project shows a curator what members trust it with (4.3)",
        arguments: [
            ("project_id=100201", true), ("project_id=sandbox-orchid-watch&id_below=2000000000", true),
            ("project_id%5B%5D=100201", true), ("project_id=100201&include_new_projects=true", true),
            ("taxon_id=47217&include_new_projects=true", true), ("project_id=100201,100202", false),
            ("taxon_id=47217", false), ("members_of_project=100201&taxon_id=47217", false),
        ]
    )
    func shapes(query: String, isGranted: Bool) async throws {
        try await withSandbox { sandbox, browser in
            for version in ["/v1", "/v2"] {
                let path =
                    "\(version)/observations?\(query)&user_id=trusted&obscuration=obscured,private&per_page=200"
                    + "&fields=private_location,project_ids,lineage,ident_taxon_ids"
                let rows = try await browser.get(path, authorization: sandbox.bearer(.curator)).results()
                // The survey's own leave is another matter, whatever the search looks like.
                let orchids = rows.filter { row in
                    row["ident_taxon_ids"]?.elements.contains(47_217) == true
                        && row["project_ids"]?.elements.contains(100_101) == false
                }
                #expect(!orchids.isEmpty)
                #expect(orchids.allSatisfy { $0.keys.contains("private_location") == isGranted })
                let others = try await browser.get(path, authorization: sandbox.bearer(.stranger)).results()
                #expect(others.allSatisfy { !$0.keys.contains("private_location") })
            }
        }
    }

    @Test("Collection projects are in the reply only when asked for")
    func collectionProjects() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?user_id=observer&per_page=1"
            let plain = try #require(try await browser.get(path).results().first)
            let full = try #require(
                try await browser.get("\(path)&include_new_projects=true").results().first
            )
            #expect(plain["non_traditional_projects"] == nil)
            let project = try #require(full["non_traditional_projects"]?[0])
            #expect(project["project"]?["slug"] == "sandbox-orchid-watch")
            #expect(project["project"]?["prefers_user_trust"] == true)
            #expect(project["projectUser"]?["prefers_curator_coordinate_access_for"] == "taxon")
        }
    }

    @Test("No other field differs between viewers")
    func nothingElseDiffers() async throws {
        try await withSandbox { sandbox, browser in
            let path = "/v1/observations?user_id=observer&per_page=20"
            let open = try await browser.get(path).results()
            let full = try await browser.get(path, authorization: sandbox.bearer(.observer)).results()
            for (left, right) in zip(open, full) {
                let common = right.keys.subtracting(Self.keys).subtracting(["viewer_trusted_by_observer"])
                #expect(left.keys == common)
                for key in common where left[key] != right[key] { Issue.record("\(key) differs") }
            }
        }
    }
}
