import Foundation
import INaturalist
import ObservationExport
import Testing

@Suite struct JSONLinesExportTests {
    private func objects(_ observations: [Observation], showsTruth: Bool) throws -> [[String: Any]] {
        var writer = ObservationWriter(.jsonLines, showsTruth: showsTruth)
        let text = writer.beginning + writer.text(of: observations) + writer.end
        #expect(text.utf8.count { $0 == 0x0A } == observations.count)
        return try #require(try PythonReader().json(text, .jsonLines) as? [[String: Any]])
    }

    @Test func `a line is an observation as the report has it`() throws {
        let objects = try objects(Samples.all, showsTruth: true)
        let face = try #require(objects[0]["private"] as? [String: Any])
        #expect(face["latitude"] as? Double == 41.60218 && face["longitude"] as? Double == -93.6124)
        #expect(objects[1]["private"] is NSNull && objects[1]["observed_on"] as? String == "2026-06")
        let alone = try JSONSerialization.jsonObject(
            with: Data(ObservationReport.json(of: Samples.granted).utf8)
        )
        #expect(alone as? NSDictionary == objects[0] as NSDictionary)
    }

    @Test func `without the true points every key is there, and what is hidden is null`() throws {
        let shown = try objects(Samples.all, showsTruth: true)
        let hidden = try objects(Samples.all, showsTruth: false)
        for (shown, hidden) in zip(shown, hidden) {
            #expect(Set(shown.keys) == Set(hidden.keys))
            #expect(hidden["private"] is NSNull && hidden["displacement"] is NSNull)
            #expect(hidden["public"] as? NSDictionary == shown["public"] as? NSDictionary)
        }
        // Whoever reads the file was not told more, so that is what it says.
        #expect(hidden.map { $0["access"] as? String } == ["withheld", "withheld", "open", "withheld"])
        #expect(
            hidden.map { $0["observed_on"] as? String } == ["2026-06", "2026-06", "2026-06-21", "2026-06"]
        )
    }

    @Test func `awkward texts stay in their line and come back as they were`() throws {
        let objects = try objects(Samples.awkwardRows(), showsTruth: false)
        #expect(objects.map { $0["observer"] as? String } == Samples.awkward.map { $0 })
    }
}
