import Foundation
import INaturalist
import TestSupport
import Testing

@testable import ObservationExport
@testable import ObservationImport

@Suite("Saved replies and reports")
struct ReplyTests {
    private static let row = """
        {"id": 7, "uuid": "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", "geoprivacy": "obscured",
         "location": "41.7,-93.7", "public_positional_accuracy": 27754, "positional_accuracy": 330,
         "private_location": "41.65,-93.69", "description": "a } and a \\" and ] in words",
         "taxon": {"id": 47000, "name": "Platanthera leucophaea"}}
        """

    @Test(
        "are read in every envelope",
        arguments: [
            "{\"total_results\": 1, \"page\": 1, \"results\": [ROW]}",
            "{\"results\": [ROW], \"total_results\": 1}\n",
            "[ROW]",
            "ROW",
            "\u{FEFF}  [ ROW ]  ",
        ]
    )
    func envelopes(envelope: String) throws {
        let text = envelope.replacing("ROW", with: Self.row)
        let (observations, report) = try MadeFile(text).read()
        let observation = try #require(observations.first)
        #expect(observations.count == 1)
        #expect(report.problems == [])
        #expect(observation.taxon?.name == "Platanthera leucophaea")
        #expect(observation.description == "a } and a \" and ] in words")
        #expect(observation.url == "https://www.example.org/observations/7")
        #expect(
            observation.disclosure.trueFace?.location
                == Location(point: Coordinate(latitude: 41.65, longitude: -93.69), accuracy: 330)
        )
    }

    @Test("pages that follow one another are read as one")
    func pages() throws {
        let text = "{\"results\":[{\"id\":1},{\"id\":2}]}\n{\"results\":[{\"id\":3},{\"id\":1}]}"
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.map(\.id) == [1, 2, 3])
        #expect(report.problems == [RowProblem(line: 2, refusal: .repeatedID(1))])
    }

    @Test("rows that cannot be read are told with their line")
    func refusals() throws {
        let text = """
            {"results": [
            {"id": 1},
            {"uuid": "x"},
            {"id": 0}, {"id": 1099511627776},
            {"id": 2,},
            7,
            {"id": null},
            {"id": 3}
            ]}
            """
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.map(\.id) == [1, 3])
        #expect(
            report.problems == [
                RowProblem(line: 3, refusal: .noID),
                RowProblem(line: 4, refusal: .impossibleID("0")),
                RowProblem(line: 4, refusal: .impossibleID("1099511627776")),
                RowProblem(line: 5, refusal: .notJSON),
                RowProblem(line: 6, refusal: .noObservation),
                RowProblem(line: 7, refusal: .noID),
            ]
        )
    }

    @Test("one that breaks off is told, and read as far as it goes")
    func cutShort() throws {
        let (observations, report) = try MadeFile("{\"results\":[\n{\"id\":1},\n{\"id\":2},\n{\"id\":3")
            .read()
        #expect(observations.map(\.id) == [1, 2])
        #expect(report.refused == 1)
        #expect(report.problems.first?.refusal == .cutShort)
    }

    @Test("a line that is no JSON costs that line alone")
    func lines() throws {
        let text = "{\"id\":1}\n{\"id\":\nwords\n\n[1]\r\n{\"id\":2}\r\n{\"id\":3}"
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.map(\.id) == [1, 2, 3])
        #expect(report.problems.map(\.line) == [2, 3, 5])
        #expect(report.problems.map(\.refusal) == [.notJSON, .notJSON, .noObservation])
    }

    @Test("a row that is too long is skipped, in lists and in lines", arguments: [true, false])
    func tooLong(isList: Bool) throws {
        let long = "{\"id\":2,\"description\":\"" + String(repeating: "x", count: 20 << 20) + "\"}"
        let rows = ["{\"id\":1}", long, "{\"id\":3}"]
        let text = isList ? "[" + rows.joined(separator: ",\n") + "]" : rows.joined(separator: "\n")
        let (observations, report) = try MadeFile(text).read()
        #expect(observations.map(\.id) == [1, 3])
        #expect(report.problems == [RowProblem(line: 2, refusal: .tooLong)])
    }

    /// The three states, for hidden observations and for open ones.
    private static let samples: [Observation] = {
        let truth = TrueFace(
            location: Location(
                point: Coordinate(latitude: 41.6532861424, longitude: -93.6965),
                accuracy: 330
            ),
            place: "Behind the old “mill”\n/ Ävaton"
        )
        let states: [(Geoprivacy?, Geoprivacy?, Disclosure)] = [
            (.obscured, nil, .disclosed(truth)), (.obscured, .private, .withheld),
            (.private, nil, .nothingHidden), (nil, nil, .withheld), (.open, .open, .withheld),
            (nil, .other("hazy"), .disclosed(TrueFace(location: nil, place: "A mill"))),
        ]
        return states.enumerated().map { number, state in
            Observation(
                id: number + 1,
                uuid: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f\(number)",
                url: "https://www.example.org/observations/\(number + 1)",
                taxon: Taxon(
                    id: 47_000,
                    name: "Platanthera leucophaea",
                    commonName: number == 0 ? nil : "Orchid",
                    rank: "species"
                ),
                observer: Account(id: MadeUpNumber.of("wren"), login: "wren"),
                observedOn: state.2 == .withheld && state.0 == .obscured ? "2024-05" : "2024-05-17",
                qualityGrade: "research",
                geoprivacy: state.0,
                taxonGeoprivacy: state.1,
                publicFace: PublicFace(
                    location: Location(
                        point: Coordinate(latitude: 41.7, longitude: -93.7),
                        accuracy: number == 2 ? nil : 27_754.5
                    ),
                    place: "Iowa, US"
                ),
                disclosure: state.2
            )
        }
    }()

    @Test("a report of this program comes back as it was")
    func report() throws {
        let batch = ObservationBatch(observations: Self.samples, missing: [], recognition: .recognised)
        let text = ObservationReport(batch, as: .jwt, proof: nil).json
        let (observations, report) = try MadeFile(text).read()
        #expect(report.kind == .report)
        #expect(observations == Self.samples)
    }

    @Test("so does one that was written as the rows came")
    func stream() throws {
        var stream = ObservationReportStream()
        var lines = [stream.beginning]
        for observation in Self.samples { lines.append(stream.line(observation)) }
        lines.append(stream.end(total: Self.samples.count))
        let text = lines.joined(separator: "\n")
        #expect(try MadeFile(text).read().observations == Self.samples)
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(json?["total"] as? Int == Self.samples.count)
        let none = ObservationReportStream()
        let empty = none.beginning + "\n" + none.end(total: 0)
        #expect(try MadeFile(empty).read().report.rows == 0)
    }
}

@Suite(.enabled(if: Recordings.areThere, "The recorded replies are not beside the repository."))
struct RecordedReplyTests {
    @Test(
        "Recorded replies of both versions are read",
        arguments: [
            ("v1-get_observation.json", 1), ("v1-get_observations_by_id.json", 1),
            ("v2-get_observations_by_id_full.json", 1), ("v1-get_nonexistent_observation.json", 0),
        ]
    )
    func recorded(name: String, count: Int) throws {
        let (observations, report) = try MadeFile(try Recordings.bytes(name)).read()
        #expect(report.kind == .reply)
        #expect(report.refused == 0)
        #expect(observations.count == count)
        #expect(observations.allSatisfy { $0.taxon?.name == "Lixus bardanae" })
    }

    @Test("A recorded reply without ids says so")
    func minimal() throws {
        let (observations, report) = try MadeFile(try Recordings.bytes("v2-get_observations_minimal.json"))
            .read()
        #expect(observations.isEmpty)
        #expect(report.problems.map(\.refusal) == [.noID])
    }
}
