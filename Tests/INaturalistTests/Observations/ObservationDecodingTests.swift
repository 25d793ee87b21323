import Testing

@testable import INaturalist

struct ObservationDecodingTests {
    private static let decoder = ObservationDecoder(site: "https://example.org")

    private static func observation(_ members: String) -> Observation? {
        JSONValue(parsing: Array("{\(members)}".utf8)).flatMap(decoder.observation)
    }

    /// The rule of the reference, section 4.2, for one kind of viewer and one kind of observation.
    struct DisclosureCase: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let members: String
        let disclosure: Disclosure
        let access: Access
    }

    private static let truth = Location(point: Coordinate(latitude: 41.61, longitude: -93.71), accuracy: 330)

    @Test(
        "Absent, null and a value stay apart",
        arguments: [
            DisclosureCase(
                testDescription: "obscured, keys absent",
                members: #""geoprivacy":"obscured""#,
                disclosure: .withheld,
                access: .withheld
            ),
            DisclosureCase(
                testDescription: "obscured by taxon, keys absent",
                members: #""geoprivacy":null,"taxon_geoprivacy":"obscured""#,
                disclosure: .withheld,
                access: .withheld
            ),
            DisclosureCase(
                testDescription: "private, keys absent",
                members: #""geoprivacy":"private""#,
                disclosure: .withheld,
                access: .withheld
            ),
            DisclosureCase(
                testDescription: "open, keys absent",
                members: #""geoprivacy":null,"taxon_geoprivacy":"open""#,
                disclosure: .withheld,
                access: .open
            ),
            DisclosureCase(
                testDescription: "open, keys null",
                members: #""private_geojson":null,"private_location":null,"private_place_guess":null"#,
                disclosure: .nothingHidden,
                access: .open
            ),
            DisclosureCase(
                testDescription: "obscured without a point, keys null",
                members: #""geoprivacy":"obscured","private_geojson":null,"private_location":null"#,
                disclosure: .nothingHidden,
                access: .granted
            ),
            DisclosureCase(
                testDescription: "GeoJSON alone",
                members:
                    #"""
                    "geoprivacy":"obscured","positional_accuracy":330,"private_geojson":{"type":"Point",\#
                    "coordinates":[-93.71,41.61]}
                    """#,
                disclosure: .disclosed(TrueFace(location: truth, place: nil)),
                access: .granted
            ),
            DisclosureCase(
                testDescription: "location alone, with words for the place",
                members:
                    #"""
                    "taxon_geoprivacy":"private","positional_accuracy":"330",\#
                    "private_location":"41.61,-93.71","private_place_guess":"Behind the house"
                    """#,
                disclosure: .disclosed(TrueFace(location: truth, place: "Behind the house")),
                access: .granted
            ),
            DisclosureCase(
                testDescription: "strings inside GeoJSON, no accuracy",
                members:
                    #"""
                    "geoprivacy":"private","private_geojson":{"coordinates":["-93.71","41.61"]},\#
                    "positional_accuracy":null
                    """#,
                disclosure: .disclosed(
                    TrueFace(location: Location(point: truth.point, accuracy: nil), place: nil)
                ),
                access: .granted
            ),
            DisclosureCase(
                testDescription: "only the words for the place",
                members:
                    #"""
                    "geoprivacy":"obscured","private_geojson":null,"private_place_guess":"Behind the house"
                    """#,
                disclosure: .disclosed(TrueFace(location: nil, place: "Behind the house")),
                access: .granted
            ),
        ]
    )
    func keepsThreeStates(example: DisclosureCase) throws {
        let observation = try #require(Self.observation(#""id":1,\#(example.members)"#))
        #expect(observation.disclosure == example.disclosure)
        #expect(observation.access == example.access)
    }

    @Test("Each point has its own accuracy, and a point that is withheld lends its accuracy to no other")
    func keepsAccuraciesApart() throws {
        let members =
            #"""
            "id":1,"geoprivacy":"obscured","location":"41.6532861424,-93.6965336266",\#
            "positional_accuracy":330,"public_positional_accuracy":27754
            """#
        let withheld = try #require(Self.observation(members))
        #expect(withheld.publicFace.location?.accuracy == 27_754)
        #expect(withheld.trueLocation == nil)
        #expect(withheld.displacement == nil)
        let granted = try #require(Self.observation(members + #","private_location":"41.61,-93.71""#))
        #expect(granted.publicFace.location?.accuracy == 27_754)
        #expect(granted.trueLocation == Self.truth)
        #expect(granted.displacement?.isSameCell == true)
        #expect(granted.cell?.diagonal == 27_754)
        let open = try #require(
            Self.observation(#""id":1,"location":"1.0,2.0","positional_accuracy":5,"private_location":null"#)
        )
        #expect(open.publicFace.location?.accuracy == nil)
        #expect(open.trueLocation == open.publicFace.location)
        #expect(open.cell == nil)
    }

    @Test(
        "Points are read in every form that was seen, and from GeoJSON first",
        arguments: [
            (#""location":"41.5,-93.25""#, true), (#""location":"41.5, -93.25""#, true),
            (#""location":[41.5,-93.25]"#, true),
            (#""location":["41.5","-93.25"]"#, true),
            (#""geojson":{"type":"Point","coordinates":[-93.25,41.5]}"#, true),
            (#""geojson":{"coordinates":["-93.25","41.5"]},"location":"0,0""#, true),
            (#""geojson":null,"location":"41.5,-93.25""#, true),
            (#""geojson":{},"location":"41.5,-93.25""#, true),
            (#""location":null"#, false), (#""location":"""#, false), (#""location":"41.5""#, false),
            (#""location":"a,b""#, false),
            (#""location":"95,10""#, false), (#""location":"10,180.1""#, false),
            (#""location":"nan,10""#, false),
            (#""location":[41.5]"#, false), (#""location":{"lat":1}"#, false), (#""location":17"#, false),
            (#""geojson":{"coordinates":[-93.25]}"#, false), (#""geojson":{"coordinates":null}"#, false),
        ]
    )
    func readsPoints(members: String, isThere: Bool) throws {
        let observation = try #require(Self.observation(#""id":1,\#(members)"#))
        let expected = isThere ? Coordinate(latitude: 41.5, longitude: -93.25) : nil
        #expect(observation.publicFace.location?.point == expected)
    }

    @Test(
        "The stricter geoprivacy counts, and an unknown word hides",
        arguments: [
            ("null", "null", Obscuration.none), (#""open""#, #""open""#, .none),
            (#""obscured""#, "null", .obscured),
            ("null", #""obscured""#, .obscured), (#""obscured""#, #""private""#, .private),
            (#""private""#, #""open""#, .private),
            (#""open""#, #""private""#, .private), (#""hidden""#, "null", .obscured), (#""""#, "null", .none),
            ("3", "null", .none),
        ]
    )
    func takesTheStricter(own: String, taxon: String, obscuration: Obscuration) throws {
        let observation = try #require(
            Self.observation(#""id":1,"geoprivacy":\#(own),"taxon_geoprivacy":\#(taxon)"#)
        )
        #expect(observation.obscuration == obscuration)
    }

    @Test(
        "Dates are shortened to the month only when the place is withheld",
        arguments: [
            (#""geoprivacy":"obscured""#, "2021-05", "2021-06", nil),
            (#""geoprivacy":"private""#, "2021-05", "2021-06", nil),
            (#""geoprivacy":null"#, "2021-05-03", "2021-06-04", "14:06"),
            (#""geoprivacy":"obscured","private_location":"1,2""#, "2021-05-03", "2021-06-04", "14:06"),
            (#""geoprivacy":"obscured","private_location":null"#, "2021-05-03", "2021-06-04", "14:06"),
        ] as [(String, String, String, String?)]
    )
    func shortensDates(members: String, day: String, created: String, time: String?) throws {
        let dates =
            #"""
            "observed_on":"2021-05-03","time_observed_at":"2021-05-03T14:06:00-05:00",\#
            "created_at":"2021-06-04T20:06:00-05:00"
            """#
        let observation = try #require(Self.observation(#""id":1,\#(members),\#(dates)"#))
        #expect(observation.displayDate == day)
        #expect(observation.displayCreatedDate == created)
        #expect(observation.displayTime == time)
    }

    @Test(
        "The mark of a recognised JWT is its presence, true or false",
        arguments: [
            (#""viewer_trusted_by_observer":true"#, true), (#""viewer_trusted_by_observer":false"#, false),
            (#""viewer_trusted_by_observer":null"#, false), (#""x":1"#, nil),
        ] as [(String, Bool?)]
    )
    func readsMark(members: String, mark: Bool?) throws {
        let observation = try #require(Self.observation(#""id":1,\#(members)"#))
        #expect(observation.viewerTrustedByObserver == mark)
        #expect(Recognition(of: [observation]) == (mark == nil ? .notRecognised : .recognised))
    }

    @Test("No row says nothing about recognition, and one doubtful batch makes the whole doubtful")
    func joinsRecognition() {
        #expect(Recognition(of: []) == .unknown)
        let table: [(Recognition, Recognition, Recognition)] = [
            (.unknown, .unknown, .unknown), (.unknown, .recognised, .recognised),
            (.notRecognised, .unknown, .notRecognised),
            (.recognised, .recognised, .recognised), (.recognised, .notRecognised, .notRecognised),
        ]
        for (left, right, joined) in table {
            #expect(left.joined(with: right) == joined)
            #expect(right.joined(with: left) == joined)
        }
    }

    @Test("Nothing but the id is needed", arguments: ["12", "\"12\"", "12.0"])
    func needsOnlyID(id: String) throws {
        let observation = try #require(Self.observation(#""id":\#(id)"#))
        #expect(observation.id == 12)
        #expect(observation.url == "https://example.org/observations/12")
        #expect(
            observation.taxon == nil && observation.observer == nil && observation.publicFace.location == nil
        )
    }

    @Test(
        "Without an id there is no observation",
        arguments: [#""uuid":"x""#, #""id":null"#, #""id":0"#, #""id":"x""#, #""id":-1"#]
    )
    func refusesWithoutID(members: String) {
        #expect(Self.observation(members) == nil)
    }

    @Test(
        "Every other key may have any value of any kind",
        arguments: ["null", "1", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "{\"id\":null}"]
    )
    func survivesOddValues(value: String) throws {
        let keys = [
            "uuid", "uri", "taxon", "species_guess", "user", "observed_on", "time_observed_at", "created_at",
            "quality_grade",
            "geoprivacy", "taxon_geoprivacy", "geojson", "location", "place_guess", "private_geojson",
            "private_location",
            "private_place_guess", "positional_accuracy", "public_positional_accuracy",
            "viewer_trusted_by_observer",
            "description", "tags", "identifications", "comments", "photos", "observation_photos", "sounds",
            "project_observations", "non_traditional_projects", "captive", "community_taxon", "updated_at",
            "faves_count",
            "application", "license_code", "observation_sounds",
        ]
        let all = keys.map { "\"\($0)\":\(value)" }.joined(separator: ",")
        let json = try #require(JSONValue(parsing: Array("{\"id\":5,\(all)}".utf8)))
        #expect(Self.decoder.detail(json)?.observation.id == 5)
    }

    @Test(
        "Only an address of a page is taken over",
        arguments: [
            ("https://www.inaturalist.org/observations/5", "https://www.inaturalist.org/observations/5"),
            ("javascript:alert(1)", "https://example.org/observations/5"),
            ("https://a b", "https://example.org/observations/5"),
            ("https://a\\u001b[31m", "https://example.org/observations/5"),
        ]
    )
    func checksAddress(uri: String, url: String) throws {
        #expect(try #require(Self.observation(#""id":5,"uri":"\#(uri)""#)).url == url)
    }

    @Test("Details are read from both ways of writing them")
    func readsDetails() throws {
        let text = #"""
            {"id":5,"description":"Under a log","tags":["a",{"tag":"b"},null],"license_code":null,"captive":false,
            "identifications":[{"id":1,"current":false,"category":"improving","body":null,"user":{"id":2,"login":"x"},
            "taxon":{"id":3,"name":"Bufo"},"created_at":"2021-01-01T00:00:00+00:00"},{"id":null}],
            "comments":[{"id":9,"body":"Nice","user":null,"hidden":true}],
            "photos":[],"observation_photos":[{"photo":{"id":4,"url":"https://h/photos/4/square.jpg","license_code":"cc-by"}},{"photo":null}],
            "observation_sounds":[{"sound":{"id":6,"file_url":"https://h/6.m4a"}}],
            "project_observations":[{"project":{"title":"One"}}],"non_traditional_projects":[{"project":{"title":"Two"}},{"project":{"title":"One"}}],
            "faves_count":"3","application":{"name":"iNat"},"viewer_trusted_by_observer":false}
            """#
        let json = try #require(JSONValue(parsing: Array(text.utf8)))
        let detail = try #require(Self.decoder.detail(json))
        #expect(detail.description == "Under a log")
        #expect(detail.tags == ["a", "b"])
        #expect(detail.license == nil)
        #expect(detail.identifications.count == 1)
        #expect(detail.identifications.first?.isCurrent == false)
        #expect(detail.identifications.first?.taxon?.name == "Bufo")
        #expect(detail.comments.first?.isHidden == true)
        #expect(detail.photos.map(\.id) == [4])
        #expect(detail.sounds.first?.url == "https://h/6.m4a")
        #expect(detail.projects == ["One", "Two"])
        #expect(detail.favourites == 3)
        #expect(detail.isCaptive == false)
        #expect(detail.application == "iNat")
        #expect(detail.recognition == .recognised)
        #expect(detail.rawJSON == Array(text.utf8))
    }

    @Test("The fields of a search fit the comma list that the API takes")
    func namesFields() throws {
        let pattern = /[a-z_.]+(,[a-z_.]+)*/
        #expect(SearchFields.parameter.wholeMatch(of: pattern) != nil)
        #expect(Set(SearchFields.names).count == SearchFields.names.count)
        #expect(SearchFields.names.contains("viewer_trusted_by_observer"))
    }
}
