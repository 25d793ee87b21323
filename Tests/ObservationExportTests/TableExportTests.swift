import INaturalist
import ObservationExport
import Testing

@Suite struct TableExportTests {
    private func text(_ observations: [Observation], showsTruth: Bool) -> String {
        var writer = ObservationWriter(.csv, showsTruth: showsTruth)
        return writer.beginning + writer.text(of: observations) + writer.end
    }

    private static let open = """
        id,url,taxon,scientific_name,observer,observed_on,quality_grade,geoprivacy,taxon_geoprivacy,obscuration,access,\
        public_latitude,public_longitude,public_accuracy_m,public_place
        """

    @Test func `a table has the columns of the public, and those of the truth when they are wanted`() {
        #expect(text([], showsTruth: false) == Self.open + "\r\n")
        #expect(
            text([], showsTruth: true)
                == Self.open
                + ",true_latitude,true_longitude,true_accuracy_m,true_place,distance_m,bearing_deg\r\n"
        )
    }

    @Test func `Python reads every value as it is`() throws {
        let rows = try PythonReader().table(text(Samples.all, showsTruth: true))
        #expect(rows.map { $0["id"] } == ["9104", "9102", "9100", "9098"])
        let granted = rows[0]
        #expect(granted["taxon"] == "Western Prairie Fringed Orchid")
        #expect(granted["scientific_name"] == "Platanthera praeclara")
        #expect(granted["access"] == "granted" && granted["obscuration"] == "obscured")
        #expect(granted["public_latitude"] == "41.65104" && granted["public_longitude"] == "-93.71288")
        #expect(granted["public_accuracy_m"] == "27754" && granted["public_place"] == "Iowa, US")
        #expect(granted["true_latitude"] == "41.60218" && granted["true_longitude"] == "-93.6124")
        #expect(granted["true_accuracy_m"] == "330")
        #expect(granted["true_place"] == "Old Mill Meadow, Polk, Iowa")
        // GeographicLib 2.1.2, Geodesic::WGS84().Inverse(41.65104, -93.71288, 41.60218, -93.6124): 9978.0574 m, 122.9135°.
        #expect(granted["distance_m"] == "9978.06" && granted["bearing_deg"] == "122.91")
        #expect(granted["observed_on"] == "2026-06-21")
        let withheld = rows[1]
        #expect(withheld["access"] == "withheld" && withheld["observed_on"] == "2026-06")
        for name in ["true_latitude", "true_longitude", "true_accuracy_m", "true_place", "distance_m"] {
            #expect(withheld[name] == "")
        }
        let open = rows[2]
        #expect(open["true_latitude"] == "-0.0000001" && open["true_longitude"] == "179.9999999")
        #expect(open["true_accuracy_m"] == "0.13" && open["distance_m"] == "")
        let pointless = rows[3]
        #expect(pointless["taxon"] == "" && pointless["public_latitude"] == "")
        #expect(pointless["true_latitude"] == "" && pointless["true_place"] == "a \"quoted\", place")
    }

    @Test func `without the true points nothing of them is in the table, and hidden ones have no day`() throws
    {
        let text = text(Samples.all, showsTruth: false)
        for secret in ["41.602", "93.612", "Old Mill", "330", "quoted"] { #expect(!text.contains(secret)) }
        let rows = try PythonReader().table(text)
        #expect(rows.map { $0["observed_on"] } == ["2026-06", "2026-06", "2026-06-21", "2026-06"])
        #expect(rows.map { $0["access"] } == ["withheld", "withheld", "open", "withheld"])
    }

    @Test func `awkward texts come back, and what a spreadsheet would run has an apostrophe before it`()
        throws
    {
        let rows = try PythonReader().table(text(Samples.awkwardRows(), showsTruth: true))
        #expect(rows.count == Samples.awkward.count)
        let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝"]
        for (row, original) in zip(rows, Samples.awkward) {
            let isFormula = original.unicodeScalars.first.map(starts.contains) ?? false
            let expected = (isFormula ? "'" : "") + original.replacing("\u{85}", with: "\u{FFFD}")
            for name in ["taxon", "scientific_name", "observer", "public_place", "true_place"] {
                // Byte for byte: Swift takes texts for equal that have the same letters.
                #expect(
                    row[name].map { Array($0.utf8) } == Array(expected.utf8),
                    "\(original.debugDescription)"
                )
            }
        }
    }

    @Test func `negative numbers are numbers, and have no apostrophe`() throws {
        let rows = try PythonReader().table(text([Samples.granted], showsTruth: true))
        #expect(rows[0]["public_longitude"].flatMap(Double.init) == -93.71288)
    }

    @Test func `no control of a terminal gets into the file`() throws {
        let nasty = Samples.observation(
            1,
            commonName: "\u{1B}]0;title\u{7}\u{0}\u{7F}\u{9B}31m",
            publicFace: PublicFace(location: nil, place: nil),
            disclosure: .withheld
        )
        let rows = try PythonReader().table(text([nasty], showsTruth: false))
        #expect(rows[0]["taxon"] == "\u{FFFD}]0;title\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}31m")
    }
}
