/// Where the records lie: all continents, both hemispheres, both sides of 180 degrees, and far north and south.
enum RegionTable {
    static let rows: [Region] = americas + europe + elsewhere

    private static let byKey = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })

    /// The region of a key. Every key has a row; a test says so.
    static func region(_ key: Region.Key) -> Region {
        byKey[key] ?? rows[0]
    }

    // swift-format-ignore
    private static let americas: [Region] = [
        Region(.iowa, "Iowa, US", "Polk, Iowa", 40.7...43.4, -96.3 ... -91.2, "America/Chicago", -360, .northern),
        Region(.minnesota, "Minnesota, US", "Polk, Minnesota", 43.6...48.8, -96.6 ... -92.1, "America/Chicago",
            -360, .northern),
        Region(.massachusetts, "Massachusetts, US", "Middlesex, Massachusetts", 41.7...42.7, -73.3 ... -70.8,
            "America/New_York", -300, .northern),
        Region(.maine, "Maine, US", "Hancock, Maine", 43.4...47.0, -70.8 ... -67.5, "America/New_York", -300,
            .northern),
        Region(.vermont, "Vermont, US", "Addison, Vermont", 42.8...44.9, -73.3 ... -71.6, "America/New_York",
            -300, .northern),
        Region(.northCarolina, "North Carolina, US", "Brunswick, North Carolina", 33.9...36.3, -83.5 ... -77.0,
            "America/New_York", -300, .northern),
        Region(.florida, "Florida, US", "Collier, Florida", 25.6...30.3, -82.5 ... -80.4, "America/New_York", -300,
            .northern),
        Region(.texas, "Texas, US", "Brewster, Texas", 28.6...33.5, -103.9 ... -96.4, "America/Chicago", -360,
            .northern),
        Region(.newMexico, "New Mexico, US", "Sierra, New Mexico", 32.0...36.5, -108.6 ... -103.5,
            "America/Denver", -420, .northern),
        Region(.arizona, "Arizona, US", "Pima, Arizona", 31.5...36.6, -113.8 ... -109.2, "America/Phoenix", -420),
        Region(.california, "California, US", "Alameda, California", 34.2...40.8, -122.9 ... -117.5,
            "America/Los_Angeles", -480, .northern),
        Region(.oregon, "Oregon, US", "Jackson, Oregon", 42.1...45.4, -123.7 ... -118.0, "America/Los_Angeles",
            -480, .northern),
        Region(.washington, "Washington, US", "Skagit, Washington", 46.2...48.8, -123.9 ... -117.8,
            "America/Los_Angeles", -480, .northern),
        Region(.alaska, "Alaska, US", "North Slope, Alaska", 61.0...71.2, -164.5 ... -146.0, "America/Anchorage",
            -540, .northern),
        Region(.hawaii, "Hawaii, US", "Honolulu, Hawaii", 21.35...21.6, -158.2 ... -157.8, "Pacific/Honolulu",
            -600),
        Region(.britishColumbia, "British Columbia, CA", "Capital, British Columbia", 48.5...54.0,
            -124.8 ... -118.0, "America/Vancouver", -480, .northern),
        Region(.ontario, "Ontario, CA", "Norfolk, Ontario", 42.7...47.5, -82.0 ... -76.0, "America/Toronto", -300,
            .northern),
        Region(.quebec, "Québec, CA", "Mékinac, Québec", 45.2...49.5, -74.5 ... -69.0, "America/Toronto", -300,
            .northern),
        Region(.greenland, "Avannaata, GL", "Qaanaaq, Avannaata", 72.5...78.4, -68.0 ... -54.0, "America/Nuuk",
            -120, .northern),
        Region(.mexico, "Michoacán, MX", "Ocampo, Michoacán", 18.5...20.1, -102.6 ... -100.2,
            "America/Mexico_City", -360),
        Region(.costaRica, "Limón, CR", "Tortuguero, Limón", 9.6...10.7, -83.6 ... -82.8, "America/Costa_Rica",
            -360),
        Region(.colombia, "Valle del Cauca, CO", "Dagua, Valle del Cauca", 3.2...4.9, -77.3 ... -75.8,
            "America/Bogota", -300),
        Region(.ecuador, "Galápagos, EC", "Isabela, Galápagos", -1.0...0.15, -91.4 ... -90.3,
            "Pacific/Galapagos", -360),
        Region(.peru, "Cusco, PE", "Paucartambo, Cusco", -13.9 ... -12.0, -72.8 ... -70.9, "America/Lima", -300),
        Region(.brazil, "Mato Grosso, BR", "Poconé, Mato Grosso", -17.5 ... -12.0, -58.9 ... -53.0,
            "America/Cuiaba", -240),
        Region(.chile, "Aysén, CL", "Cochrane, Aysén", -48.2 ... -44.8, -73.4 ... -71.8, "America/Santiago", -240,
            .southern),
    ]

    // swift-format-ignore
    private static let europe: [Region] = [
        Region(.england, "England, GB", "Wicken, Cambridgeshire", 50.9...54.5, -2.6...0.9, "Europe/London", 0,
            .northern),
        Region(.scotland, "Scotland, GB", "Aviemore, Highland", 56.0...58.3, -5.4 ... -2.6, "Europe/London", 0,
            .northern),
        Region(.norway, "Nordland, NO", "Bodø, Nordland", 66.2...68.6, 13.0...17.2, "Europe/Oslo", 60, .northern),
        Region(.svalbard, "Svalbard, SJ", "Longyearbyen, Svalbard", 77.2...80.4, 11.5...26.0,
            "Arctic/Longyearbyen", 60, .northern),
        Region(.iceland, "Norðurland Eystra, IS", "Mývatn, Þingeyjarsveit", 64.6...66.2, -18.2 ... -15.2,
            "Atlantic/Reykjavik", 0),
        Region(.sweden, "Jämtland, SE", "Åre, Jämtland", 62.2...64.0, 12.6...16.2, "Europe/Stockholm", 60,
            .northern),
        Region(.finland, "Uusimaa, FI", "Espoo, Uusimaa", 60.1...60.7, 23.6...26.0, "Europe/Helsinki", 120,
            .northern),
        Region(.estonia, "Saare, EE", "Kihelkonna, Saare", 58.1...58.6, 21.9...23.2, "Europe/Tallinn", 120,
            .northern),
        Region(.germany, "Thüringen, DE", "Jena, Thüringen", 50.4...51.5, 10.0...12.1, "Europe/Berlin", 60,
            .northern),
        Region(.austria, "Niederösterreich, AT", "Lunz am See, Niederösterreich", 47.6...48.5, 14.8...16.7,
            "Europe/Vienna", 60, .northern),
        Region(.switzerland, "Graubünden, CH", "Zernez, Graubünden", 46.3...46.95, 9.0...10.4, "Europe/Zurich", 60,
            .northern),
        Region(.italy, "Piemonte, IT", "Crissolo, Piemonte", 44.2...45.9, 7.0...8.6, "Europe/Rome", 60, .northern),
        Region(.france, "Alpes-de-Haute-Provence, FR", "Digne-les-Bains, Alpes-de-Haute-Provence", 43.8...44.6,
            5.8...6.9, "Europe/Paris", 60, .northern),
        Region(.spain, "Andalucía, ES", "Cazorla, Jaén", 36.6...38.4, -6.4 ... -2.2, "Europe/Madrid", 60, .northern),
        Region(.greece, "Ήπειρος, GR", "Μέτσοβο, Ήπειρος", 39.3...40.1, 20.5...21.4, "Europe/Athens", 120,
            .northern),
    ]

    // swift-format-ignore
    private static let elsewhere: [Region] = [
        Region(.kenya, "Laikipia, KE", "Nanyuki, Laikipia", -0.2...1.0, 36.3...37.4, "Africa/Nairobi", 180),
        Region(.madagascar, "Boeny, MG", "Soalala, Boeny", -17.0 ... -15.8, 45.2...47.2, "Indian/Antananarivo", 180),
        Region(.namibia, "Kunene, NA", "Palmwag, Kunene", -20.9 ... -18.0, 13.0...15.4, "Africa/Windhoek", 120),
        Region(.southAfrica, "Limpopo, ZA", "Musina, Limpopo", -24.9 ... -22.5, 27.8...31.2,
            "Africa/Johannesburg", 120),
        Region(.assam, "Assam, IN", "Kaziranga, Assam", 26.2...27.3, 91.8...94.6, "Asia/Kolkata", 330),
        Region(.westernGhats, "Tamil Nadu, IN", "Valparai, Tamil Nadu", 8.9...11.5, 76.8...77.9, "Asia/Kolkata",
            330),
        Region(.nepal, "Karnali, NP", "Dolpa, Karnali", 28.7...29.6, 81.8...83.4, "Asia/Kathmandu", 345),
        Region(.sichuan, "四川, CN", "卧龙, 四川", 30.2...32.8, 102.4...104.3, "Asia/Shanghai", 480),
        Region(.taiwan, "臺灣, TW", "南投, 臺灣", 23.4...24.6, 120.6...121.5, "Asia/Taipei", 480),
        Region(.japan, "京都府, JP", "京都市, 京都府", 34.9...35.6, 135.0...136.0, "Asia/Tokyo", 540),
        Region(.sumatra, "Aceh, ID", "Gayo Lues, Aceh", 3.3...4.8, 96.4...98.0, "Asia/Jakarta", 420),
        Region(.chukotka, "Чукотский АО, RU", "Анадырь, Чукотский АО", 62.5...66.8, 172.5...179.9,
            "Asia/Anadyr", 720),
        Region(.wrangel, "Wrangel Island, RU", "Ushakovskoye, Wrangel Island", 70.8...71.5, -179.95 ... -177.6,
            "Asia/Anadyr", 720),
        Region(.fiji, "Northern, FJ", "Taveuni, Northern", -17.0 ... -16.7, 179.75...180.0, "Pacific/Fiji", 720),
        Region(.newSouthWales, "New South Wales, AU", "Blackheath, New South Wales", -34.6 ... -32.0,
            149.2...151.4, "Australia/Sydney", 600, .southern),
        Region(.queensland, "Queensland, AU", "Cairns, Queensland", -18.6 ... -15.9, 145.0...146.4,
            "Australia/Brisbane", 600),
        Region(.tasmania, "Tasmania, AU", "Strahan, Tasmania", -43.4 ... -41.2, 145.2...147.9,
            "Australia/Hobart", 600, .southern),
        Region(.newZealand, "Southland, NZ", "Te Anau, Southland", -46.4 ... -44.6, 167.0...168.9,
            "Pacific/Auckland", 720, .southern),
        Region(.chathamIslands, "Chatham Islands, NZ", "Waitangi, Chatham Islands", -44.15 ... -43.7,
            -176.9 ... -176.2, "Pacific/Chatham", 765, .southern),
        Region(.rossSea, "Ross Dependency, AQ", "Cape Royds, Ross Island", -77.9 ... -77.2, 165.9...167.6,
            "Antarctica/McMurdo", 720, .southern),
    ]
}

extension RegionTable {
    /// Whether a place id belongs to any region.
    static func isPlace(_ id: Int) -> Bool {
        rows.contains { region in
            region.placeIDs.contains(id)
                || (id >= region.placeIDs(site: 0).max() ?? 0 && id <= region.placeIDs(site: 99).max() ?? 0)
        }
    }
}
