import Testing

@testable import INaturalist

struct WebAddressTests {
    private static let site = "https://www.inaturalist.org"

    @Test(
        "An address of the website is read as the query that it shows",
        arguments: [
            ("?taxon_id=47170&user_id=wren", "observer:wren taxon:47170", []),
            ("?place_id=any&verifiable=true&subview=table&view=species&page=3&per_page=96&locale=de", "", []),
            ("?place_id=any&verifiable=any", "", []),
            ("?id=1,%202&user_id=+wren", "observer:wren id:1,2", []),
            ("?quality_grade=research,+needs_id", "quality:research,needs_id", []),
            ("?verifiable=false", "quality:casual", []),
            ("?verifiable=false&quality_grade=research", "quality:research", ["verifiable=false"]),
            (
                "?quality_grade=needs_id,research&iconic_taxa=Aves%2Cunknown",
                "quality:research,needs_id iconic:Aves,unknown", []
            ),
            (
                "?q=white+bog%20orchid&search_on=description", "q:\"white bog orchid\" search-on:description",
                []
            ),
            ("?q=50%25+%2B+1", "q:\"50% + 1\"", []),
            ("?q=caf%C3%A9", "q:café", []),
            ("?taxon_name=Platanthera+dilatata", "taxon:\"Platanthera dilatata\"", []),
            ("?taxon_ids[]=1&taxon_ids%5B%5D=3", "taxon:1,3", []),
            (
                "?d1=2024-01-02&d2=2024-02-03&created_d1=2024-03-04&created_d2=2024-04-05",
                "observed-from:2024-01-02 observed-to:2024-02-03 created-from:2024-03-04 created-to:2024-04-05",
                []
            ),
            (
                "?on=2024-02-29&created_on=2024-03-01",
                "observed-from:2024-02-29 observed-to:2024-02-29 created-from:2024-03-01 created-to:2024-03-01",
                []
            ),
            ("?year=2024", "observed-from:2024-01-01 observed-to:2024-12-31", []),
            ("?year=2024&month=2", "observed-from:2024-02-01 observed-to:2024-02-29", []),
            ("?month=5,6", "", ["month=5,6"]),
            ("?year=2023,2024", "", ["year=2023,2024"]),
            (
                "?geoprivacy=obscured_private&taxon_geoprivacy=open&obscuration=private",
                "obscuration:private geoprivacy:obscured,private taxon-geoprivacy:open", []
            ),
            ("?captive=true&photos=false&geo=any", "captive:yes photos:no", []),
            ("?swlat=-38.5&swlng=175&nelat=-36&nelng=-178.25", "box:-38.5,175,-36,-178.25", []),
            ("?swlat=1&swlng=2&nelat=3", "", ["swlat=1", "swlng=2", "nelat=3"]),
            ("?lat=1&lng=2&radius=3", "", ["lat=1", "lng=2", "radius=3"]),
            (
                "?hrank=genus&lrank=species&without_taxon_id=5",
                "highest-rank:genus lowest-rank:species without-taxon:5", []
            ),
            ("?order_by=observed_on&order=asc", "order:observed", []),
            ("?order_by=observations.id", "order:-id", []),
            ("?order_by=votes&order=desc", "", ["order_by=votes", "order=desc"]),
            (
                "?reviewed=false&viewer_id=5&term_id=9&identified=true", "",
                ["reviewed=false", "term_id=9", "identified=true"]
            ),
            (
                "?project_id=bog-watch&updated_since=2026-11-24T06%3A00%3A00%2B00%3A00",
                "project:bog-watch updated-since:2026-11-24T06:00:00Z", []
            ),
            ("?&=&user_id=&utm_source=mail#map", "", []),
            ("", "", []),
            ("/", "", []),
            ("/123", "id:123", []),
            ("/123,124?locale=fr", "id:123,124", []),
            ("/wren", "observer:wren", []),
        ]
    )
    func reads(rest: String, text: String, ignored: [String]) throws {
        let reading = try QueryReading(webAddress: Self.site + "/observations" + rest)
        #expect(reading.query.text == text)
        #expect(reading.ignored == ignored)
        #expect((reading.remark == nil) == ignored.isEmpty)
    }

    @Test(
        "Other sites of the network, the API and other pages of the website are read too",
        arguments: [
            ("https://inaturalist.ca/observations?taxon_id=1", "taxon:1"),
            ("HTTPS://mexico.inaturalist.org/observations/5", "id:5"),
            ("http://127.0.0.1:8080/observations?user_id=wren", "observer:wren"),
            (
                "https://api.inaturalist.org/v1/observations?user_id=wren&only_id=true&per_page=0",
                "observer:wren"
            ),
            ("https://api.inaturalist.org/v2/observations?user_id=wren&fields=all", "observer:wren"),
            ("https://www.inaturalist.org/people/reed-warbler", "observer:reed-warbler"),
            ("https://www.inaturalist.org/taxa/47170-Fungi", "taxon:47170/Fungi"),
            ("https://www.inaturalist.org/taxa/47170", "taxon:47170"),
            ("https://www.inaturalist.org/taxa/Platanthera-dilatata", "taxon:Platanthera-dilatata"),
            ("https://www.inaturalist.org/places/north-carolina", "place:north-carolina"),
            ("https://www.inaturalist.org/places/38", "place:38"),
            ("https://www.inaturalist.org/projects/bog-watch?tab=observations", "project:bog-watch"),
        ]
    )
    func readsOthers(address: String, text: String) throws {
        let reading = try QueryReading(webAddress: address)
        #expect(reading.query.text == text)
        #expect(reading.ignored.isEmpty)
    }

    @Test(
        "What is no address of observations is told, and so is a wrong value in one",
        arguments: [
            ("taxon:Fungi", nil, "no address of observations"),
            ("https://", nil, "no address of observations"),
            ("https://www.inaturalist.org", nil, "no address of observations"),
            ("https://www.inaturalist.org/", nil, "no address of observations"),
            ("https://www.inaturalist.org/home", nil, "no address of observations"),
            ("https://www.inaturalist.org/taxa", nil, "no address of observations"),
            ("https://www.inaturalist.org/observations/identify", nil, "no address of observations"),
            ("https://www.inaturalist.org/observations/1/edit", nil, "no address of observations"),
            ("https://www.inaturalist.org/journal/wren", nil, "no address of observations"),
            ("https://www.inaturalist.org/observations/00000000-0000-4000-8000-000000000000", .id, "UUID"),
            ("https://www.inaturalist.org/observations/2147483648", .id, "no observation id"),
            ("https://www.inaturalist.org/observations?quality_grade=good", .quality, "“good”"),
            ("https://www.inaturalist.org/observations?d1=yesterday", .observedFrom, "“yesterday” is no day"),
            (
                "https://www.inaturalist.org/observations?d1=2024-01-01&d1=2024-01-02", .observedFrom,
                "one value"
            ),
            ("https://www.inaturalist.org/observations?captive=perhaps", .captive, "“perhaps”"),
            ("https://www.inaturalist.org/observations?taxon_id=99999999999", .taxon, "no id"),
        ] as [(String, QueryField?, String)]
    )
    func refuses(address: String, field: QueryField?, words: String) {
        let problem = #expect(throws: QueryProblem.self) { try ObservationQuery(webAddress: address) }
        #expect(problem?.field == field)
        #expect(problem?.description.contains(words) == true)
    }

    @Test("Every field goes into the address and comes back from it", arguments: QueryField.allCases)
    func roundTripsEachField(field: QueryField) throws {
        var query = ObservationQuery()
        try query.set(field, to: ObservationQuery.words(for: field))
        let address = query.webAddress(site: Self.site)
        #expect(address.allSatisfy { $0.isASCII && !$0.isWhitespace && !"\"<>|".contains($0) })
        let reading = try QueryReading(webAddress: address)
        #expect(reading.query == query)
        #expect(reading.ignored.isEmpty)
    }

    @Test("A query with every field comes back from its address")
    func roundTripsAll() throws {
        let query = try ObservationQuery.full()
        #expect(try ObservationQuery(webAddress: query.webAddress(site: Self.site)) == query)
    }

    @Test(
        "Names with every sort of character come back from the address",
        arguments: [
            "a&b=c", "50% off", "1+1", "#tag?", "Platanthera × hybrid", "名前", "a;b", "\"marks\"",
            "back\\slash", "100%25",
        ]
    )
    func roundTripsOddNames(name: String) throws {
        var query = ObservationQuery(words: name)
        query.taxa = [.name(name), .name("Fungi"), .id(3)]
        query.observers = [.name(name)]
        let read = try ObservationQuery(webAddress: query.webAddress(site: Self.site))
        #expect(read.words == name)
        #expect(Set(read.taxa) == Set(query.taxa))
        #expect(read.observers == query.observers)
    }

    @Test(
        "The website is told to search everywhere and for everything, as the query does",
        arguments: [
            ("", "/observations?place_id=any&verifiable=any"),
            ("place:38 geo:yes", "/observations?place_id=38&geo=true&verifiable=any"),
            (
                "q:\"a b&c\" order:observed",
                "/observations?q=a%20b%26c&place_id=any&verifiable=any&order_by=observed_on&order=asc"
            ),
            // The website has no such order.
            ("order:accuracy", "/observations?place_id=any&verifiable=any"),
        ]
    )
    func writes(line: String, rest: String) throws {
        let query = try ObservationQuery(text: line)
        #expect(query.webAddress(site: Self.site) == Self.site + rest)
        #expect(query.webAddress(site: "https://inaturalist.ca/") == "https://inaturalist.ca" + rest)
    }
}
