import TestSupport
import Testing

@testable import INaturalist

@Suite(.enabled(if: Recordings.areThere, "The recorded replies are not beside the repository."))
struct RecordingTests {
    private static let decoder = ObservationDecoder(site: "https://www.inaturalist.org")

    private static func results(_ name: String) throws -> [JSONValue] {
        let json = try #require(JSONValue(parsing: try Recordings.bytes(name)))
        return try #require(json["results"]).elements
    }

    @Test(
        "Recordings of one observation by both versions, old and new, give the same facts",
        arguments: [
            "v1-get_observation.json", "v1-get_observations_by_id.json",
            "v2-get_observations_by_id_full.json",
        ]
    )
    func readsObservation(name: String) throws {
        let row = try #require(try Self.results(name).first)
        let detail = try #require(Self.decoder.detail(row))
        let observation = detail.observation
        #expect(observation.id == 16_227_955)
        #expect(observation.uuid == "6448d03a-7f9a-4099-86aa-ca09a7740b00")
        #expect(
            observation.publicFace.location
                == Location(point: Coordinate(latitude: 50.646894, longitude: 4.360086), accuracy: 23)
        )
        #expect(observation.taxon?.name == "Lixus bardanae")
        #expect(observation.taxon?.rank == "species")
        #expect(observation.taxon?.iconicName == "Insecta")
        #expect(observation.observer?.login == "niconoe")
        #expect(observation.observedOn == "2018-09-05")
        #expect(observation.displayTime == "14:06")
        #expect(observation.obscuration == .none)
        #expect(observation.access == .open)
        #expect(observation.disclosure == .withheld)
        #expect(observation.viewerTrustedByObserver == nil)
        #expect(observation.url == "https://www.inaturalist.org/observations/16227955")
        #expect(detail.identifications.count >= 2)
        #expect(detail.comments.count == 2)
        #expect(detail.license == "cc0")
        #expect(detail.photos.first?.url(size: .large)?.contains("/large.") == true)
        #expect(detail.communityTaxon == nil || detail.communityTaxon?.id == 493_595)
        #expect(JSONValue(parsing: detail.rawJSON)?["id"]?.int == 16_227_955)
    }

    @Test("A recording that passed through another client, with arrays for locations, is read")
    func readsArrays() throws {
        let rows = try Self.results("v2-get_observations_full.json")
        let observations = rows.compactMap(Self.decoder.observation)
        #expect(observations.count == rows.count)
        #expect(!observations.isEmpty)
        for observation in observations {
            #expect(observation.observedOn.map { $0.count == 10 } ?? true)
        }
        #expect(observations.contains { $0.publicFace.location != nil })
    }

    @Test("Rows without an id are no observations, and an unknown id is an empty list")
    func readsMinimal() throws {
        let rows = try Self.results("v2-get_observations_minimal.json")
        #expect(rows.count == 1)
        #expect(rows.compactMap(Self.decoder.observation).isEmpty)
        #expect(try Self.results("v1-get_nonexistent_observation.json").isEmpty)
    }

    @Test("A user is read", arguments: ["v1-get_user_by_id.json", "v1-get_users_autocomplete.json"])
    func readsUsers(name: String) throws {
        let users = try Self.results(name).map(Account.init(json:))
        #expect(!users.isEmpty)
        #expect(users.allSatisfy { ($0?.id ?? 0) > 0 && $0?.login.isEmpty == false })
    }

    @Test(
        "Replies of every other kind are whole JSON to the reader",
        arguments: [
            "v1-get_taxa_autocomplete.json", "v1-get_places_nearby.json", "v1-get_projects_by_id.json",
            "v1-get_observation_histogram_month_of_year.json", "get_access_token_401.json",
        ]
    )
    func readsTheRest(name: String) throws {
        let json = JSONValue(parsing: try Recordings.bytes(name))
        #expect(json?.isObject == true)
    }
}
