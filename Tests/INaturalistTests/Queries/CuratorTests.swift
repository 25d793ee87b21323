import INaturalistSandbox
import Testing

@testable import INaturalist

@Suite(.timeLimit(.minutes(5)))
struct CuratorTests {
    @Test("A search by exactly one project shows a curator what it grants; by two, what the advice warns of")
    func asksForOneProject() async throws {
        try await SandboxSession.run { session in
            let curator = try session.viewer(.curator)
            func granted(_ line: String) async throws -> Set<Int> {
                let query = try await session.client.resolving(ObservationQuery(text: line), as: curator)
                let page = try await session.client.page(query, as: curator)
                return Set(page.observations.filter { $0.disclosure != .withheld }.map(\.id))
            }
            let one = "project:sandbox-orchid-watch obscuration:obscured,private"
            let two = "project:sandbox-orchid-watch,sandbox-turtle-count obscuration:obscured,private"
            #expect(try ObservationQuery(text: one).advice == nil)
            #expect(try ObservationQuery(text: two).advice != nil)
            let byOne = try await granted(one)
            let byTwo = try await granted(two)
            // What other rules grant, such as a traditional project's, in any shape.
            let anyhow = try await granted("id:" + byOne.map(String.init).joined(separator: ","))
            let byTheProject = byOne.subtracting(anyhow)
            #expect(!byTheProject.isEmpty)
            #expect(byTwo.isDisjoint(with: byTheProject))
            // One record, asked for with its collection projects, shows it all the same.
            let id = try #require(byTheProject.first)
            let detail = try await session.client.detail(id: id, as: curator)
            #expect(detail.observation.disclosure != .withheld)
        }
    }
}
