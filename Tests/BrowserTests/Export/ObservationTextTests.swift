import Coordinates
import Foundation
import INaturalist
import Testing

@testable import Browser

/// One row for the clipboard.
@Suite struct ObservationTextTests {
    private func entry(_ id: Int, as identity: Identity = .jwt) throws -> ObservationList.Entry {
        let observation = try #require(World.specimens.first { $0.id == id })
        return ObservationList.Entry(observation: observation, askedAs: identity)
    }

    private func value(_ label: String, in text: String) -> String? {
        text.split(separator: "\n").first { $0.hasPrefix(label + " ") }.map {
            String($0.dropFirst(label.count).drop { $0 == " " })
        }
    }

    @Test func `both faces are told with labels before the values`() throws {
        let text = ObservationText.row(of: try entry(9_104), as: .jwt, Notation())
        #expect(value("Taxon", in: text) == "Western Prairie Fringed Orchid (Platanthera praeclara)")
        #expect(value("Observation", in: text) == "9104")
        #expect(value("Observed", in: text) == "2026-06-21")
        #expect(value("Public point", in: text) == "41.6510400, -93.7128800 ± 27,754 m")
        #expect(value("Public place", in: text) == "Iowa, US")
        #expect(value("True point", in: text) == "41.6021800, -93.6124000 ± 330 m")
        #expect(value("True place", in: text) == "Old Mill Meadow, Polk, Iowa")
        // 9,978.06 m and 122.9° by GeographicLib.
        #expect(value("Apart", in: text)?.hasPrefix("10.0 km ESE") == true)
        let columns = text.split(separator: "\n").map { line in
            line.count
                - (value(
                    line.hasPrefix("Public ") || line.hasPrefix("True ")
                        ? line.split(separator: " ").prefix(2).joined(separator: " ")
                        : String(line.prefix { $0 != " " }),
                    in: text
                )?.count ?? 0)
        }
        #expect(Set(columns).count == 1, "the values stand one below the other")
    }

    @Test func `points and lengths are written as the person chose`() throws {
        let text = ObservationText.row(of: try entry(9_104), as: .jwt, Notation(.mgrs, .feet))
        #expect(value("True point", in: text)?.hasSuffix("± 1,083 ft") == true)
        #expect(value("True point", in: text)?.hasPrefix("15T") == true)
    }

    @Test(arguments: [Identity.anonymous, .oauth]) func `what was answered to another identity is not told`(
        _ identity: Identity
    ) throws {
        let entry = try entry(9_104)
        for text in [
            ObservationText.row(of: entry, as: identity, Notation()),
            ObservationText.json(of: entry, as: identity),
        ] {
            for secret in ["41.602", "93.612", "Old Mill", "330", "2026-06-21"] {
                #expect(!text.contains(secret))
            }
            #expect(text.contains("41.651") && text.contains("2026-06"))
        }
    }

    @Test func `what is withheld is called that, and its date is the month`() throws {
        let text = ObservationText.row(of: try entry(9_102), as: .jwt, Notation())
        #expect(value("True point", in: text) == "withheld" && value("Observed", in: text) == "2026-04")
    }

    @Test func `of an open observation the true point is the same`() throws {
        let text = ObservationText.row(of: try entry(9_100), as: .jwt, Notation())
        #expect(value("True point", in: text) == "the same")
    }

    @Test func `a private one has no public point, and one of unknown accuracy says so`() throws {
        let text = ObservationText.row(of: try entry(9_101), as: .jwt, Notation())
        #expect(value("Public point", in: text) == "none")
        #expect(value("True point", in: text) == "30.8200000, 103.1200000, accuracy unknown")
    }

    @Test func `nothing in it is obeyed by a terminal, and each value stays in its line`() throws {
        let text = ObservationText.row(of: try entry(9_099), as: .jwt, Notation())
        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\t" })
        let labels = text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(
            labels.allSatisfy {
                [
                    "Taxon", "Observation", "Address", "Observer", "Observed", "Quality", "Geoprivacy",
                    "Public", "True", "Apart",
                ].contains($0)
            }
        )
    }

    @Test func `the JSON is the row as the report has it`() throws {
        let text = ObservationText.json(of: try entry(9_104), as: .jwt)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let face = try #require(object["private"] as? [String: Any])
        #expect(face["latitude"] as? Double == 41.60218 && face["accuracy_m"] as? Double == 330)
        #expect(object["access"] as? String == "granted")
    }

    @Test func `what is copied has no control character of a name`() throws {
        let entry = ObservationList.Entry(
            observation: World.specimen(
                5,
                "Lilium",
                "Lily\u{1B}[201~\u{0D}rm",
                nil,
                .obscured,
                nil,
                PublicFace(location: nil, place: nil),
                .withheld
            ),
            askedAs: .jwt
        )
        let text = CopiedText(entry: entry, identity: .jwt, notation: Notation()).text(.summary)
        #expect(text?.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" } == false)
    }
}
