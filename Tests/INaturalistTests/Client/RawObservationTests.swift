import Foundation
import INaturalistSandbox
import Testing

@testable import INaturalist

/// The server's own reply for one observation.
@Suite(.timeLimit(.minutes(5)))
struct RawObservationTests {
    private static func hidden(_ session: SandboxSession) async throws -> Int {
        let page = try await session.client.page(.hidden, limit: 1, as: session.viewer(.observer))
        return try #require(page.observations.first).id
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `the observer's reply has the hidden place, everybody's lacks its keys`() async throws {
        try await SandboxSession.run { session in
            let id = try await Self.hidden(session)
            let viewer = try session.viewer(.observer)
            let own = try Self.object(try await session.client.rawObservation(id: id, as: viewer))
            #expect(own["id"] as? Int == id)
            let location = try await session.client.detail(id: id, as: viewer).observation.disclosure
                .trueFace?.location
            let point = try #require(location?.point)
            let sent = try #require(own["private_location"] as? String).split(separator: ",").compactMap {
                Double($0)
            }
            #expect(sent == [point.latitude, point.longitude])
            var anybody = viewer
            anybody.identity = .anonymous
            let open = try Self.object(try await session.client.rawObservation(id: id, as: anybody))
            #expect(open["id"] as? Int == id)
            #expect(open.keys.filter { $0.hasPrefix("private_") }.isEmpty)
        }
    }

    @Test func `it is asked for as the detail is`() async throws {
        try await SandboxSession.run { session in
            let id = try await Self.hidden(session)
            let viewer = try session.viewer(.observer)
            session.sandbox.forgetRequests()
            _ = try await session.client.rawObservation(id: id, as: viewer)
            _ = try await session.client.detail(id: id, as: viewer)
            let requests = session.sandbox.requests
            #expect(requests.count == 2)
            #expect(requests.map(\.path) == [String](repeating: "/v1/observations/\(id)", count: 2))
            #expect(requests.allSatisfy { $0.query.contains("include_new_projects=true") })
        }
    }

    @Test func `a JWT that is not honoured gets nothing at all`() async throws {
        try await SandboxSession.run { session in
            let id = try await Self.hidden(session)
            let viewer = try session.unknownViewer()
            await #expect(throws: INaturalistError.jwtNotHonoured) {
                try await session.client.rawObservation(id: id, as: viewer)
            }
        }
    }

    @Test func `what is not there is told, and what cannot be there is not asked for`() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.viewer(.observer)
            await #expect(throws: INaturalistError.notFound(message: nil)) {
                try await session.client.rawObservation(id: 5, as: viewer)
            }
            session.sandbox.forgetRequests()
            await #expect(throws: INaturalistError.impossibleID(0)) {
                try await session.client.rawObservation(id: 0, as: viewer)
            }
            #expect(session.sandbox.requests.isEmpty)
        }
    }

    @Test func `several are one list in the order asked, without those that are gone`() async throws {
        try await SandboxSession.run { session in
            let viewer = try session.viewer(.observer)
            let ids = try await session.client.page(.hidden, limit: 3, as: viewer).observations.map(\.id)
            let wanted = [ids[2], 5, ids[0]]
            let text = try await session.client.rawObservations(ids: wanted, as: viewer)
            let list = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
            #expect(list?.map { $0["id"] as? Int } == [ids[2], ids[0]])
            #expect(try await session.client.rawObservations(ids: [5, 5], as: viewer) == "[]\n")
            let alone = try await session.client.rawObservations(ids: [ids[0]], as: viewer)
            #expect(alone == (try await session.client.rawObservation(id: ids[0], as: viewer)))
        }
    }

    @Test func `the reply is the same value as before it was set out in lines`() async throws {
        try await SandboxSession.run { session in
            let page = try await session.client.page(
                ObservationQuery(),
                limit: 60,
                as: session.viewer(.observer)
            )
            for observation in page.observations {
                let detail = try await session.client.detail(
                    id: observation.id,
                    as: session.viewer(.observer)
                )
                let text = IndentedJSON.text(of: detail.rawJSON)
                let before = try JSONSerialization.jsonObject(with: Data(detail.rawJSON)) as? NSDictionary
                #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary == before)
            }
        }
    }
}
