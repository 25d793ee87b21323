internal import INaturalist

/// Makes an observation of JSON of the API or of this program.
struct RowDecoder {
    private let site: String
    private let api: ObservationDecoder

    /// - Parameter site: the site's address, for observations whose text names no page.
    init(site: String) {
        self.site = site
        api = ObservationDecoder(site: site)
    }

    /// Whether that is one observation, and no envelope of several.
    func isRow(_ text: [UInt8]) -> Bool {
        guard let json = JSONValue(parsing: text) else { return false }
        return json["id"] != nil && json["results"] == nil && json["observations"] == nil
    }

    func row(_ text: [UInt8]) -> Result<Observation, RowRefusal> {
        guard let json = JSONValue(parsing: text) else { return .failure(.notJSON) }
        guard json.isObject else { return .failure(.noObservation) }
        guard let id = json["id"], !id.isNull else { return .failure(.noID) }
        guard let number = id.int, 1...Int(Int32.max) ~= number else {
            return .failure(.impossibleID(String(decoding: id.source, as: UTF8.self)))
        }
        if json["public"]?.isObject == true, json["access"] != nil {
            return .success(reported(json, id: number))
        }
        guard let observation = api.observation(json) else { return .failure(.noObservation) }
        return .success(observation)
    }

    /// A row of `ObservationReport`.
    ///
    /// Its `private` is null for what is withheld, and also for what is not hidden; `access` tells them apart. What a
    /// report has no key for is missing: who observed is known by login alone.
    private func reported(_ json: JSONValue, id: Int) -> Observation {
        let taxon = json["taxon"]
        let login = json["observer"]?.words
        let disclosure: Disclosure
        if let face = json["private"], face.isObject {
            disclosure = .disclosed(TrueFace(location: location(face), place: face["place"]?.words))
        } else {
            disclosure = json["access"]?.string == "granted" ? .nothingHidden : .withheld
        }
        let shown = json["public"]
        return Observation(
            id: id,
            uuid: json["uuid"]?.words,
            url: json["url"]?.words.flatMap(PageAddress.of) ?? "\(site)/observations/\(id)",
            taxon: taxon.flatMap(Self.taxon),
            observer: login.map { Account(id: MadeUpNumber.of($0), login: $0) },
            observedOn: json["observed_on"]?.words,
            qualityGrade: json["quality_grade"]?.words,
            geoprivacy: json["geoprivacy"]?.words.map(Geoprivacy.init(word:)),
            taxonGeoprivacy: json["taxon_geoprivacy"]?.words.map(Geoprivacy.init(word:)),
            publicFace: PublicFace(
                location: shown.flatMap(location),
                place: shown?["place"]?.words
            ),
            disclosure: disclosure
        )
    }

    private func location(_ face: JSONValue) -> Location? {
        guard
            let point = Coordinate(
                validLatitude: face["latitude"]?.double,
                longitude: face["longitude"]?.double
            )
        else { return nil }
        let accuracy = face["accuracy_m"]?.double
        return Location(point: point, accuracy: accuracy.flatMap { $0 >= 0 ? $0 : nil })
    }

    private static func taxon(_ json: JSONValue) -> Taxon? {
        guard let id = json["id"]?.int, let name = json["name"]?.words else { return nil }
        return Taxon(id: id, name: name, commonName: json["common_name"]?.words, rank: json["rank"]?.words)
    }
}
