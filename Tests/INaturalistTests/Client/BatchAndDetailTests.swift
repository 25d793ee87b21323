import INaturalistSandbox
import Synchronization
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct BatchAndDetailTests {
    private static func ids(_ session: SandboxSession, _ count: Int) async throws -> [Int] {
        var ids: [Int] = []
        var below: Int?
        while ids.count < count {
            let page = try await session.client.page(
                ObservationQuery(),
                window: below.map(IDWindow.below) ?? .all,
                as: .anonymous
            )
            ids += page.observations.map(\.id)
            below = page.nextIDBelow
            if below == nil { break }
        }
        return Array(ids.prefix(count))
    }

    @Test("Any number of ids comes back in the order asked, and what is missing is named")
    func keepsOrder() async throws {
        try await SandboxSession.run { session in
            let known = try await Self.ids(session, 450)
            var generator = SystemRandomNumberGenerator()
            var wanted = known.shuffled(using: &generator)
            wanted.insert(5, at: 3)
            wanted.insert(2_147_483_647, at: 250)
            wanted.insert(2_147_483_648, at: 300)
            wanted.insert(-7, at: 301)
            wanted.append(wanted[0])
            session.sandbox.forgetRequests()
            let sizes = Mutex<[Int]>([])
            let batch = try await session.client.observations(ids: wanted, as: session.jwt(.observer)) {
                part in
                sizes.withLock { $0.append(part.observations.count + part.missing.count) }
            }
            #expect(batch.missing == [5, 2_147_483_647, 2_147_483_648, -7])
            #expect(batch.observations.map(\.id) == wanted.dropLast().filter { !batch.missing.contains($0) })
            #expect(batch.recognition == .recognised)
            #expect(sizes.withLock { $0 } == [200, 200, 54])
            let requests = session.sandbox.requests
            #expect(requests.count == 3)
            #expect(requests.allSatisfy { $0.path == "/v2/observations" })
            #expect(requests.allSatisfy { !$0.query.contains("2147483648") })
        }
    }

    @Test("No ids need no request, and impossible ones neither")
    func needsNone() async throws {
        try await SandboxSession.run { session in
            let none = try await session.client.observations(ids: [], as: .anonymous)
            #expect(none == ObservationBatch(observations: [], missing: [], recognition: .unknown))
            let impossible = try await session.client.observations(ids: [0, 0, -1], as: .anonymous)
            #expect(impossible.missing == [0, -1])
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test("The detail shows what the page of an observation shows")
    func readsDetail() async throws {
        try await SandboxSession.run { session in
            let ids = try await Self.ids(session, 3)
            let detail = try await session.client.detail(id: ids[0], as: session.jwt(.observer))
            #expect(detail.observation.id == ids[0])
            #expect(detail.observation.access == .granted)
            #expect(detail.description?.hasPrefix("Eleven plants in flower") == true)
            #expect(detail.identifications.count == 2)
            #expect(detail.identifications[1].body == "Agreed, a lovely one.")
            #expect(detail.photos.count == 2)
            #expect(detail.photos[0].url(size: .large)?.contains("/large.jpg") == true)
            #expect(detail.license == "cc-by-nc")
            #expect(detail.favourites == 1)
            #expect(detail.recognition == .recognised)
            #expect(JSONValue(parsing: detail.rawJSON)?["id"]?.int == ids[0])
            let turtle = try await session.client.detail(id: ids[1], as: .anonymous)
            #expect(turtle.projects.count >= 1)
            #expect(turtle.observation.access == .withheld)
        }
    }

    @Test("The detail tells the three viewers apart, and agrees with the page")
    func agreesWithPage() async throws {
        try await SandboxSession.run { session in
            for authorization in [
                .anonymous, session.oauth(.observer), try session.jwt(.observer), try session.jwt(.stranger),
            ] {
                let page = try await session.client.page(ObservationQuery(), limit: 12, as: authorization)
                for row in page.observations {
                    let detail = try await session.client.detail(id: row.id, as: authorization).observation
                    #expect(detail.disclosure == row.disclosure)
                    #expect(detail.publicFace == row.publicFace)
                    #expect(detail.access == row.access)
                    #expect(detail.viewerTrustedByObserver == row.viewerTrustedByObserver)
                    #expect(detail.taxon == row.taxon)
                    #expect(detail.observer == row.observer)
                    #expect(detail.displayDate == row.displayDate)
                }
            }
        }
    }

    @Test("A curator gets through the detail what a collection project's trust grants")
    func asksForProjects() async throws {
        try await SandboxSession.run { session in
            let curator = try session.jwt(.curator)
            let query = ObservationQuery(observer: "observer", obscurations: [.obscured, .private])
            let page = try await session.client.page(query, as: curator)
            var granted = 0
            for row in page.observations.prefix(60) where row.access == .withheld {
                if try await session.client.detail(id: row.id, as: curator).observation.access == .granted {
                    granted += 1
                }
            }
            #expect(granted > 0)
        }
    }

    @Test("What is not there is told, and what cannot be there is not asked for")
    func missesDetail() async throws {
        try await SandboxSession.run { session in
            await #expect(throws: INaturalistError.notFound(message: nil)) {
                try await session.client.detail(id: 5, as: .anonymous)
            }
            session.sandbox.forgetRequests()
            for id in [0, -1, 2_147_483_648] {
                await #expect(throws: INaturalistError.impossibleID(id)) {
                    try await session.client.detail(id: id, as: .anonymous)
                }
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }
}
