internal import INaturalist
internal import ObservationStore

/// Observations that nobody made: 5,000 taxa, 2,000 observers, as many places, accents, two thirds hidden and told to
/// the viewer. The same number gives the same observation on every run.
struct MadeUp {
    /// The sandbox's observer, so that the browser can open the same file.
    static let viewer = ViewerKey.jwt(user: 1_234_567)
    /// The list that they are all in: `inatty browse observer:observer` shows it.
    static let query = ObservationQuery(observer: "observer")
    static let site = "https://www.inaturalist.org"

    private struct Kind {
        let taxon: Taxon
        let hides: Geoprivacy?
    }

    private let kinds: [Kind]
    private let observers: [Account]
    private let places: [(words: String, hidden: String, point: Coordinate)]

    init() {
        var chance = Chance(seed: 20_260_621)
        kinds = (0..<5_000).map { Self.kind($0, &chance) }
        observers = (0..<2_000).map { number in
            let login = chance.word(2...4) + (chance.below(3) == 0 ? "\(chance.below(100))" : "")
            let name = chance.below(4) == 0 ? nil : "\(chance.name()) \(chance.name())"
            return Account(id: 1_000 + number * 37, login: login, name: name)
        }
        places = (0..<2_000).map { _ in
            let country = chance.pick(["US", "CA", "MX", "DE", "FR", "BR", "AU", "ZA", "JP", "NZ"])
            let region = chance.pick([
                "Iowa", "Île-de-France", "São Paulo", "Québec", "Bayern", "Nuevo León", "Otago", "Hokkaidō",
                "Limpopo", "Tasmania", "California", "Texas",
            ])
            let town = chance.name()
            let hidden =
                "\(chance.below(900) + 1) \(chance.name()) \(chance.pick(["Road", "Straße", "Trail"])), \(town)"
            let point = Coordinate(latitude: chance.real(-55, 68), longitude: chance.real(-175, 178))
            return ("\(town), \(region), \(country)", hidden, point)
        }
    }

    private static func kind(_ number: Int, _ chance: inout Chance) -> Kind {
        let name = "\(chance.name()) \(chance.word(2...4))"
        let common = chance.below(6) == 0 ? nil : "\(chance.name()) \(chance.pick(suffixes))"
        let group = chance.pick(["Plantae", "Aves", "Insecta", "Reptilia", "Amphibia", "Mammalia", "Fungi"])
        let hides: Geoprivacy? = chance.below(4) == 0 ? chance.pick([.obscured, .obscured, .private]) : nil
        return Kind(
            taxon: Taxon(
                id: 40_000 + number * 61,
                name: name,
                commonName: common,
                rank: chance.below(9) == 0 ? "genus" : "species",
                iconicName: group
            ),
            hides: hides
        )
    }

    private static let suffixes = [
        "Orchid", "Turtle", "Wren", "Fern", "Moth", "Épervier", "Käfer", "Salamander", "Sedge", "Owl",
        "Cañón Frog",
    ]

    /// The id of a row: rising, with gaps as a server's have.
    static func id(_ number: Int) -> Int { number * 251 + 1 + Int(Chance.mixed(UInt64(number)) % 250) }

    func observation(_ number: Int) -> Observation {
        var chance = Chance(seed: UInt64(number) &* 0x9E37_79B9 &+ 17)
        let id = Self.id(number)
        // A few kinds are seen often, most of them seldom.
        let kind = kinds[Int(chance.real(0, 1) * chance.real(0, 1) * Double(kinds.count))]
        let observer = observers[Int(chance.real(0, 1) * chance.real(0, 1) * Double(observers.count))]
        let place = places[chance.below(places.count)]
        let point = Coordinate(
            latitude: rounded(place.point.latitude + chance.real(-0.3, 0.3)),
            longitude: rounded(place.point.longitude + chance.real(-0.3, 0.3))
        )
        let accuracy = chance.below(5) == 0 ? nil : Double(chance.below(900) + 3)
        // Two thirds are hidden: a quarter by their taxon, the rest by their observer.
        let own: Geoprivacy? =
            kind.hides == nil && chance.below(9) < 5 ? chance.pick([.obscured, .obscured, .private]) : nil
        let hidden = [own, kind.hides].compactMap { $0 }.map(\.obscuration).max() ?? .none
        let (year, month, day) = (2008 + chance.below(18), chance.below(12) + 1, chance.below(28) + 1)
        let date = "\(year)-\(two(month))-\(two(day))"
        let hour = "\(two(chance.below(24))):\(two(chance.below(60)))"
        let truth = TrueFace(location: Location(point: point, accuracy: accuracy), place: place.hidden)
        return Observation(
            id: id,
            uuid: chance.uuid(),
            url: "\(Self.site)/observations/\(id)",
            taxon: kind.taxon,
            speciesGuess: kind.taxon.commonName ?? kind.taxon.name,
            observer: observer,
            observedOn: date,
            timeObservedAt: chance.below(10) == 0 ? nil : "\(date)T\(hour):00-05:00",
            createdAt: "\(date)T\(hour):\(two(chance.below(60)))+00:00",
            qualityGrade: chance.pick(["research", "research", "needs_id", "casual"]),
            geoprivacy: own,
            taxonGeoprivacy: kind.hides,
            publicFace: face(hidden, point, accuracy, place.words, &chance),
            disclosure: hidden == .none ? .nothingHidden : .disclosed(truth),
            viewerTrustedByObserver: false,
            updatedAt:
                "20\(26 - chance.below(3))-\(two(month))-\(two(day))T\(hour):\(two(chance.below(60)))+00:00"
        )
    }

    private func face(
        _ hidden: Obscuration,
        _ point: Coordinate,
        _ accuracy: Double?,
        _ place: String,
        _ chance: inout Chance
    ) -> PublicFace {
        switch hidden {
        case .none: PublicFace(location: Location(point: point, accuracy: accuracy), place: place)
        case .private: PublicFace(location: nil, place: nil)
        case .obscured:
            PublicFace(
                location: Location(
                    point: Coordinate(
                        latitude: rounded(point.latitude + chance.real(-0.1, 0.1)),
                        longitude: rounded(point.longitude + chance.real(-0.1, 0.1))
                    ),
                    accuracy: Double(24_000 + chance.below(7_000))
                ),
                place: place
            )
        }
    }

    /// As the servers send points: ten digits at most.
    private func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
