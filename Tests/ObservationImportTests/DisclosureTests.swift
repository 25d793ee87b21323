import INaturalist
import Testing

@testable import ObservationImport

@Suite("What a table says of hidden points")
struct DisclosureTests {
    private static let columns = [
        "id", "latitude", "longitude", "positional_accuracy", "public_positional_accuracy", "geoprivacy",
        "taxon_geoprivacy", "coordinates_obscured", "private_latitude", "private_longitude",
        "private_place_guess",
    ]

    private func read(_ row: [String: String], without left: [String] = []) throws -> Observation {
        let columns = Self.columns.filter { !left.contains($0) }
        let table = MadeTable(columns: columns, rows: [row.merging(["id": "1"]) { $1 }])
        let (observations, report) = try MadeFile(table.text).read()
        #expect(report.problems == [])
        return try #require(observations.first)
    }

    private static let privateColumns = ["private_latitude", "private_longitude", "private_place_guess"]
    private static let hidden = [
        "latitude": "41.7", "longitude": "-93.7", "positional_accuracy": "330",
        "public_positional_accuracy": "27754", "geoprivacy": "obscured",
    ]
    private static let point = Coordinate(latitude: 41.7, longitude: -93.7)

    @Test("a private value is disclosed, with the accuracy of the true point")
    func disclosed() throws {
        let observation = try read(
            Self.hidden.merging(["private_latitude": "41.65", "private_longitude": "-93.69"]) { $1 }
        )
        #expect(
            observation.disclosure.trueFace?.location
                == Location(point: Coordinate(latitude: 41.65, longitude: -93.69), accuracy: 330)
        )
        #expect(observation.publicFace.location == Location(point: Self.point, accuracy: 27_754))
        #expect(observation.access == .granted)
    }

    @Test("private words for the place alone are disclosed, too")
    func placeAlone() throws {
        let observation = try read(Self.hidden.merging(["private_place_guess": "The old mill"]) { $1 })
        #expect(observation.disclosure == .disclosed(TrueFace(location: nil, place: "The old mill")))
    }

    @Test("an empty private column of a hidden row is withheld, and the true accuracy goes with no point")
    func withheld() throws {
        let observation = try read(Self.hidden)
        #expect(observation.disclosure == .withheld)
        #expect(observation.access == .withheld)
        #expect(observation.publicFace.location == Location(point: Self.point, accuracy: 27_754))
    }

    @Test("the true accuracy never becomes that of an obscured point")
    func noPublicAccuracy() throws {
        let observation = try read(Self.hidden, without: ["public_positional_accuracy"])
        #expect(observation.publicFace.location == Location(point: Self.point, accuracy: nil))
    }

    @Test("an empty private column of an open row means that nothing is hidden")
    func nothingHidden() throws {
        let observation = try read(["latitude": "1", "longitude": "2", "positional_accuracy": "7"])
        #expect(observation.disclosure == .nothingHidden)
        #expect(observation.access == .open)
        #expect(observation.publicFace.location?.accuracy == 7)
    }

    @Test("without private columns the file is the public's view")
    func publicView() throws {
        let observation = try read(Self.hidden, without: Self.privateColumns)
        #expect(observation.disclosure == .withheld)
        #expect(observation.access == .withheld)
        let open = try read(["latitude": "1", "longitude": "2"], without: Self.privateColumns)
        #expect(open.disclosure == .withheld)
        #expect(open.access == .open)
    }

    @Test("what hides without a reason is hidden all the same", arguments: [true, false])
    func unknownReason(isTold: Bool) throws {
        let reasons = ["geoprivacy", "taxon_geoprivacy"]
        let row =
            isTold
            ? ["latitude": "1", "longitude": "2", "positional_accuracy": "7", "coordinates_obscured": "true"]
            : [
                "latitude": "1", "longitude": "2", "positional_accuracy": "7", "private_latitude": "1.05",
                "private_longitude": "2.05",
            ]
        let observation = try read(row, without: isTold ? reasons : reasons + ["coordinates_obscured"])
        #expect(observation.obscuration == .obscured)
        #expect(observation.publicFace.location?.accuracy == nil)
        #expect(observation.access == (isTold ? .withheld : .granted))
    }

    @Test("a file that does not say what is hidden has no accuracy that may be the true point's")
    func unknown() throws {
        let observation = try read(
            ["latitude": "1", "longitude": "2", "positional_accuracy": "7"],
            without: ["geoprivacy", "taxon_geoprivacy", "coordinates_obscured"] + Self.privateColumns
        )
        #expect(observation.publicFace.location?.accuracy == nil)
    }
}
