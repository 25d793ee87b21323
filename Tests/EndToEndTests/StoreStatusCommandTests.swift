import Foundation
import INaturalist
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty store status`.
    @Suite
    struct StoreStatusCommandTests {
        @Test("A list that was never fetched has no time of it, in the JSON as in the text")
        func neverFetched() async throws {
            try await SyncWorld.run { world in
                let store = try world.store()
                _ = try store.openList(ObservationQuery(observer: "observer"), as: .anonymous, at: .now)
                store.close()
                let outcome = try await world.inatty("store", "status", "--json")
                #expect(outcome.exitCode == 0, "\(outcome.errors)")
                let object =
                    try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
                let list = try #require((object?["lists"] as? [[String: Any]])?.first)
                #expect(list["fetchedAt"] is NSNull)
                let text = try await world.inatty("store", "status")
                #expect(text.output.contains("never fetched"))
            }
        }
    }
}
