internal import INaturalist

extension PublicRow {
    /// The columns in the order of the file: first what is sorted and filtered by, because reading a row ends with the
    /// last column that is asked for.
    static let columns = [
        "id", "obscuration", "geoprivacy", "taxon_geoprivacy", "quality", "observed_on", "latitude",
        "longitude",
        "accuracy", "taxon", "name_key", "common_name", "taxon_name", "guess", "login", "place_key", "place",
        "created_at", "fetched_at", "deleted_at", "observer", "observer_name", "rank", "iconic_taxon",
        "observed_at",
        "updated_at", "uuid", "address",
    ]

    static let insertion = """
        INSERT OR REPLACE INTO observation (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")))
        """

    /// All rows with their descriptions.
    static let all = """
        SELECT \(columns.map { "o.\($0)" }.joined(separator: ", ")), d.words FROM observation o \
        LEFT JOIN description d ON d.id = o.id
        """

    /// One row with its description, by its id.
    static let selection = "\(all) WHERE o.id = ?1"

    /// Binds the values of ``insertion``.
    func bind(to statement: RawStatement) {
        let content = content
        statement.bind(1, id)
        statement.bind(2, content.obscuration)
        statement.bind(3, content.geoprivacy)
        statement.bind(4, content.taxonGeoprivacy)
        statement.bind(5, content.quality)
        statement.bind(6, content.observedOn)
        statement.bind(7, content.latitude)
        statement.bind(8, content.longitude)
        statement.bind(9, content.accuracy)
        statement.bind(10, content.taxon)
        statement.bind(11, content.nameKey)
        statement.bind(12, content.commonName)
        statement.bind(13, content.taxonName)
        statement.bind(14, content.guess)
        statement.bind(15, content.login)
        statement.bind(16, Folding.key(content.place))
        statement.bind(17, content.place)
        statement.bind(18, content.createdAt)
        statement.bind(19, fetchedAt)
        statement.bind(20, deletedAt)
        statement.bind(21, content.observer)
        statement.bind(22, content.observerName)
        statement.bind(23, content.rank)
        statement.bind(24, content.iconicTaxon)
        statement.bind(25, content.observedAt)
        statement.bind(26, content.updatedAt)
        statement.bind(27, content.uuid)
        statement.bind(28, content.address)
    }

    /// Reads the row of ``selection``.
    init(_ row: RawStatement) {
        id = row.integer(0)
        fetchedAt = row.integer(18)
        deletedAt = row.optionalInteger(19)
        content = Content(
            geoprivacy: row.cell(2),
            taxonGeoprivacy: row.cell(3),
            quality: row.cell(4),
            observedOn: row.cell(5),
            latitude: row.real(6),
            longitude: row.real(7),
            accuracy: row.real(8),
            taxon: row.optionalInteger(9),
            commonName: row.text(11),
            taxonName: row.text(12),
            guess: row.cell(13),
            login: row.text(14),
            place: row.text(16),
            createdAt: row.cell(17),
            observer: row.optionalInteger(20),
            observerName: row.text(21),
            rank: row.cell(22),
            iconicTaxon: row.cell(23),
            observedAt: row.cell(24),
            updatedAt: row.cell(25),
            uuid: row.cell(26),
            address: row.cell(27),
            description: row.text(28)
        )
    }

    /// The observation as one viewer was told it.
    func observation(_ sight: SightRow?, addresses: AddressBook) -> Observation {
        let content = content
        return Observation(
            id: Int(id),
            uuid: CompactUUID.text(content.uuid),
            url: addresses.address(content.address, id: id),
            taxon: content.taxon.map { number in
                Taxon(
                    id: Int(number),
                    name: content.taxonName ?? "",
                    commonName: content.commonName,
                    rank: WordCode.rank.word(content.rank),
                    iconicName: WordCode.iconicTaxon.word(content.iconicTaxon)
                )
            },
            speciesGuess: content.guessWords,
            observer: content.observer.map {
                Account(id: Int($0), login: content.login ?? "", name: content.observerName)
            },
            observedOn: CompactDate.dayText(content.observedOn),
            timeObservedAt: CompactDate.momentText(content.observedAt),
            createdAt: CompactDate.momentText(content.createdAt),
            qualityGrade: WordCode.quality.word(content.quality),
            geoprivacy: WordCode.geoprivacy.word(content.geoprivacy).map(Geoprivacy.init(word:)),
            taxonGeoprivacy: WordCode.geoprivacy.word(content.taxonGeoprivacy).map(Geoprivacy.init(word:)),
            publicFace: PublicFace(location: content.location, place: content.place),
            disclosure: sight?.disclosure(isOpen: content.obscuration == 0) ?? .withheld,
            viewerTrustedByObserver: sight?.isTrusted,
            description: content.description,
            updatedAt: CompactDate.momentText(content.updatedAt)
        )
    }
}
