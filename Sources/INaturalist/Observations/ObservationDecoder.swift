/// Reads observations of both versions of the API, from searches and from details.
///
/// Lenient with everything but the id: what is missing or has an unexpected form becomes nil, so that one odd
/// value loses neither the observation nor the page. The list of oddities is section 10 of the reference.
package struct ObservationDecoder: Sendable {
    /// The site's address, for the pages of observations whose reply names none.
    let site: String

    /// - Parameter site: the site's address, for the pages of observations whose reply names none.
    package init(site: String) {
        self.site = site
    }

    /// An observation, nil when it has no id.
    package func observation(_ json: JSONValue) -> Observation? {
        guard let id = json["id"]?.int, id > 0 else { return nil }
        return Observation(
            id: id,
            uuid: json["uuid"]?.words,
            url: url(json["uri"]?.words) ?? "\(site)/observations/\(id)",
            taxon: json["taxon"].flatMap(Taxon.init(json:)),
            speciesGuess: json["species_guess"]?.words,
            observer: json["user"].flatMap(Account.init(json:)),
            observedOn: (json["observed_on"]?.words).map { String($0.prefix(10)) },
            timeObservedAt: json["time_observed_at"]?.words,
            createdAt: json["created_at"]?.words,
            qualityGrade: json["quality_grade"]?.words,
            geoprivacy: json["geoprivacy"]?.words.map(Geoprivacy.init(word:)),
            taxonGeoprivacy: json["taxon_geoprivacy"]?.words.map(Geoprivacy.init(word:)),
            publicFace: publicFace(json),
            disclosure: disclosure(json),
            viewerTrustedByObserver: json["viewer_trusted_by_observer"].map { $0.bool ?? false },
            description: json["description"]?.words,
            updatedAt: json["updated_at"]?.words
        )
    }

    private func publicFace(_ json: JSONValue) -> PublicFace {
        let point = PointReader.point(geoJSON: json["geojson"], location: json["location"])
        let accuracy = PointReader.accuracy(json["public_positional_accuracy"])
        return PublicFace(
            location: point.map { Location(point: $0, accuracy: accuracy) },
            place: json["place_guess"]?.words
        )
    }

    /// Absent, null and a value stay apart (reference 4.2). Of the three keys one is enough, because the
    /// second version of the API leaves out what was not asked for.
    private func disclosure(_ json: JSONValue) -> Disclosure {
        let geoJSON = json["private_geojson"]
        let location = json["private_location"]
        let guess = json["private_place_guess"]
        if geoJSON == nil, location == nil, guess == nil { return .withheld }
        let point = PointReader.point(geoJSON: geoJSON, location: location)
        let place = guess?.words
        if point == nil, place == nil { return .nothingHidden }
        let accuracy = PointReader.accuracy(json["positional_accuracy"])
        return .disclosed(
            TrueFace(location: point.map { Location(point: $0, accuracy: accuracy) }, place: place)
        )
    }

    /// An address for people is taken over only when it is one: it may be opened in a browser.
    private func url(_ text: String?) -> String? {
        guard let text, text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        return text.unicodeScalars.allSatisfy { 0x21..<0x7F ~= $0.value } ? text : nil
    }
}
