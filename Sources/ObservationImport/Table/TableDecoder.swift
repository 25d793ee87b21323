internal import INaturalist

/// Makes an observation of a row of the website's export.
///
/// - `latitude` and `longitude` are the public point, with `public_positional_accuracy`. `positional_accuracy` is the
///   true point's: it goes with the private one, and with the public one where nothing is hidden, because the two
///   are the same there. It never goes with an obscured point.
/// - An empty private column of an obscured row is “withheld”, of an open row “nothing is hidden”: the website fills
///   these columns for rows alone whose truth is hidden and may be seen. An observation that is hidden and never had
///   coordinates has them empty, too, and nobody can tell it from one whose coordinates are withheld.
/// - Without private columns the file is the public's view: “withheld”, as a reply without these keys.
/// - `coordinates_obscured` alone says that something is hidden and not why; neither does a private point whose row
///   names no geoprivacy. Such a row gets a geoprivacy of its own word, which is taken to hide.
struct TableDecoder {
    private let header: TableHeader
    /// The field of each column; -1 for those that are not there.
    private let at: Fields
    /// The site's address, for rows without `url`.
    private let site: String
    private let hasPrivateColumns: Bool
    /// Whether the file says of every row if it is hidden.
    private let saysWhatIsHidden: Bool

    /// The word of a geoprivacy whose reason the file does not tell.
    static let hiddenWord = "hidden"

    init(_ header: TableHeader, site: String) {
        self.header = header
        self.site = site
        at = Fields(header)
        hasPrivateColumns = at.privateLatitude >= 0 || at.privatePlaceGuess >= 0
        saysWhatIsHidden = at.coordinatesObscured >= 0 || (at.geoprivacy >= 0 && at.taxonGeoprivacy >= 0)
    }

    /// What has to be known of the whole file.
    var remarks: [FileRemark] {
        var remarks: [FileRemark] = []
        if at.id < 0 { remarks.append(.numberedByLine) }
        if !saysWhatIsHidden { remarks.append(.hidingIsUnknown) }
        if !hasPrivateColumns { remarks.append(.publicAlone) }
        return remarks
    }

    /// - Parameter line: where the row begins; its id when the file has none.
    func observation(_ row: inout TableRow, line: Int) throws(RowRefusal) -> Observation {
        let id = try id(row, line: line)
        let publicPoint = try point(row, at.latitude, at.longitude, .latitude, .longitude)
        let privatePoint = try point(
            row,
            at.privateLatitude,
            at.privateLongitude,
            .privateLatitude,
            .privateLongitude
        )
        var geoprivacy = reason(&row, at.geoprivacy)
        let taxonGeoprivacy = reason(&row, at.taxonGeoprivacy)
        let isObscured = row.flag(at.coordinatesObscured)
        var isHidden =
            (geoprivacy?.obscuration ?? .none) != .none || (taxonGeoprivacy?.obscuration ?? .none) != .none
        if !isHidden, isObscured == true || privatePoint != nil {
            geoprivacy = .other(Self.hiddenWord)
            isHidden = true
        }
        let isOpen = !isHidden && saysWhatIsHidden
        let accuracy = try row.number(at.accuracy, .positionalAccuracy, Self.metres)
        var publicAccuracy = try row.number(at.publicAccuracy, .publicPositionalAccuracy, Self.metres)
        if isOpen { publicAccuracy = publicAccuracy ?? accuracy }
        let privatePlace = row.text(at.privatePlaceGuess)
        return Observation(
            id: id,
            uuid: row.text(at.uuid),
            url: url(row, id: id),
            taxon: try taxon(&row),
            speciesGuess: row.text(at.speciesGuess),
            observer: try observer(&row),
            observedOn: try day(row, at.observedOn, .observedOn),
            timeObservedAt: try moment(row, at.timeObservedAt, .timeObservedAt),
            createdAt: try moment(row, at.createdAt, .createdAt),
            qualityGrade: row.text(at.qualityGrade),
            geoprivacy: geoprivacy,
            taxonGeoprivacy: taxonGeoprivacy,
            publicFace: PublicFace(
                location: publicPoint.map { Location(point: $0, accuracy: publicAccuracy) },
                place: row.text(at.placeGuess)
            ),
            disclosure: disclosure(privatePoint, accuracy, privatePlace, isOpen: isOpen),
            description: row.text(at.description),
            updatedAt: try moment(row, at.updatedAt, .updatedAt)
        )
    }

    private func disclosure(
        _ point: Coordinate?,
        _ accuracy: Double?,
        _ place: String?,
        isOpen: Bool
    ) -> Disclosure {
        if point != nil || place != nil {
            return .disclosed(
                TrueFace(location: point.map { Location(point: $0, accuracy: accuracy) }, place: place)
            )
        }
        return hasPrivateColumns && isOpen ? .nothingHidden : .withheld
    }

    private func id(_ row: TableRow, line: Int) throws(RowRefusal) -> Int {
        if at.id < 0 { return line }
        guard let trimmed = row.trimmed(at.id) else { throw .noID }
        guard let id = NumberText.integer(trimmed), 1...Int(Int32.max) ~= id else {
            throw .impossibleID(TableRow.words(trimmed))
        }
        return id
    }

    private func point(
        _ row: TableRow,
        _ latitudeField: Int,
        _ longitudeField: Int,
        _ latitudeColumn: TableColumn,
        _ longitudeColumn: TableColumn
    ) throws(RowRefusal) -> Coordinate? {
        let latitude = try row.number(latitudeField, latitudeColumn, -90...90)
        let longitude = try row.number(longitudeField, longitudeColumn, -180...180)
        switch (latitude, longitude) {
        case (let latitude?, let longitude?):
            return Coordinate(latitude: latitude, longitude: longitude)
        case (nil, nil): return nil
        case (.some, nil):
            throw .halfAPoint(present: latitudeColumn.rawValue, missing: longitudeColumn.rawValue)
        case (nil, .some):
            throw .halfAPoint(present: longitudeColumn.rawValue, missing: latitudeColumn.rawValue)
        }
    }

    private static let metres: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude

    private func reason(_ row: inout TableRow, _ field: Int) -> Geoprivacy? {
        guard row.trimmed(field) != nil else { return nil }
        return row.text(field).map(Geoprivacy.init(word:))
    }

    private func url(_ row: TableRow, id: Int) -> String {
        let text = row.trimmed(at.url).map { String(decoding: $0, as: UTF8.self) }
        return text.flatMap(PageAddress.of) ?? "\(site)/observations/\(id)"
    }

    private func taxon(_ row: inout TableRow) throws(RowRefusal) -> Taxon? {
        let id = try row.count(at.taxonID, .taxonID)
        let scientificName = row.text(at.scientificName)
        let commonName = row.text(at.commonName)
        guard let name = scientificName ?? commonName else { return nil }
        return Taxon(
            id: id ?? MadeUpNumber.of(name),
            name: name,
            commonName: commonName,
            iconicName: row.text(at.iconicTaxonName)
        )
    }

    private func observer(_ row: inout TableRow) throws(RowRefusal) -> Account? {
        let id = try row.count(at.userID, .userID)
        let login = row.text(at.userLogin)
        guard id != nil || login != nil else { return nil }
        // As the API's reader: who has no login goes by the number.
        let shown = login ?? id.map(String.init) ?? ""
        return Account(id: id ?? MadeUpNumber.of(shown), login: shown, name: row.text(at.userName))
    }

    private func day(_ row: TableRow, _ field: Int, _ column: TableColumn) throws(RowRefusal) -> String? {
        guard let trimmed = row.trimmed(field) else { return nil }
        guard let day = DateText.day(trimmed) else {
            throw .notADate(column: column.rawValue, text: TableRow.words(trimmed))
        }
        return day
    }

    private func moment(_ row: TableRow, _ field: Int, _ column: TableColumn) throws(RowRefusal) -> String? {
        guard let trimmed = row.trimmed(field) else { return nil }
        guard let moment = DateText.moment(trimmed) else {
            throw .notADate(column: column.rawValue, text: TableRow.words(trimmed))
        }
        return moment
    }
}

extension TableDecoder {
    /// Where each column's field is, as numbers that are looked up without a hash.
    private struct Fields {
        let id, uuid, url, observedOn, timeObservedAt, createdAt, updatedAt, userID, userLogin, userName: Int
        let qualityGrade, description, placeGuess, latitude, longitude, accuracy, publicAccuracy: Int
        let privatePlaceGuess, privateLatitude, privateLongitude, geoprivacy, taxonGeoprivacy: Int
        let coordinatesObscured, speciesGuess, scientificName, commonName, iconicTaxonName, taxonID: Int

        init(_ header: TableHeader) {
            func field(_ column: TableColumn) -> Int { header.fields[column] ?? -1 }
            id = field(.id)
            uuid = field(.uuid)
            url = field(.url)
            observedOn = field(.observedOn)
            timeObservedAt = field(.timeObservedAt)
            createdAt = field(.createdAt)
            updatedAt = field(.updatedAt)
            userID = field(.userID)
            userLogin = field(.userLogin)
            userName = field(.userName)
            qualityGrade = field(.qualityGrade)
            description = field(.description)
            placeGuess = field(.placeGuess)
            latitude = field(.latitude)
            longitude = field(.longitude)
            accuracy = field(.positionalAccuracy)
            publicAccuracy = field(.publicPositionalAccuracy)
            privatePlaceGuess = field(.privatePlaceGuess)
            privateLatitude = field(.privateLatitude)
            privateLongitude = field(.privateLongitude)
            geoprivacy = field(.geoprivacy)
            taxonGeoprivacy = field(.taxonGeoprivacy)
            coordinatesObscured = field(.coordinatesObscured)
            speciesGuess = field(.speciesGuess)
            scientificName = field(.scientificName)
            commonName = field(.commonName)
            iconicTaxonName = field(.iconicTaxonName)
            taxonID = field(.taxonID)
        }
    }
}
