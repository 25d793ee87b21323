import Foundation
import INaturalist
import ObservationExport
import Testing

@Suite struct GeoJSONExportTests {
    private func features(_ observations: [Observation], showsTruth: Bool) throws -> [[String: Any]] {
        var writer = ObservationWriter(.geoJSON, showsTruth: showsTruth)
        let text = writer.beginning + writer.text(of: observations) + writer.end
        let object = try #require(try PythonReader().json(text, .geoJSON) as? [String: Any])
        #expect(object["type"] as? String == "FeatureCollection")
        #expect(Set(object.keys) == ["type", "features"])
        return try #require(object["features"] as? [[String: Any]])
    }

    private func position(_ feature: [String: Any]) -> [Double]? {
        let geometry = feature["geometry"] as? [String: Any]
        #expect(geometry == nil || geometry?["type"] as? String == "Point")
        return geometry?["coordinates"] as? [Double]
    }

    @Test func `nothing is a collection without features`() throws {
        #expect(try features([], showsTruth: false).isEmpty)
    }

    @Test func `without the true points the geometry is the public one, longitude first`() throws {
        let features = try features(Samples.all, showsTruth: false)
        #expect(features.map { $0["id"] as? Int } == [9_104, 9_102, 9_100, 9_098])
        #expect(features.allSatisfy { $0["type"] as? String == "Feature" })
        #expect(
            features.map(position) == [
                [-93.71288, 41.65104], [-122.20417, 37.91132], [179.9999999, -0.0000001], nil,
            ]
        )
        #expect(features[3]["geometry"] is NSNull)
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["public_accuracy_m"] as? Double == 27_754)
        #expect(properties["observed_on"] as? String == "2026-06")
        #expect(properties.keys.allSatisfy { !$0.hasPrefix("true") && $0 != "distance_m" })
    }

    @Test func `with them it is the true one, and the public one is among the properties`() throws {
        let features = try features(Samples.all, showsTruth: true)
        #expect(
            features.map(position) == [[-93.6124, 41.60218], nil, [179.9999999, -0.0000001], nil]
        )
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["public_latitude"] as? Double == 41.65104)
        #expect(properties["true_accuracy_m"] as? Double == 330)
        #expect(properties["true_place"] as? String == "Old Mill Meadow, Polk, Iowa")
        #expect(properties["taxon_geoprivacy"] is NSNull)
        let withheld = try #require(features[1]["properties"] as? [String: Any])
        #expect(withheld["true_place"] is NSNull && withheld["observed_on"] as? String == "2026-06")
    }

    @Test func `awkward texts come back as they were`() throws {
        let features = try features(Samples.awkwardRows(), showsTruth: true)
        let places = features.map { ($0["properties"] as? [String: Any])?["true_place"] as? String }
        #expect(places.map { $0.map { Array($0.utf8) } } == Samples.awkward.map { Array($0.utf8) })
    }
}
