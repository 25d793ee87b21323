internal import INaturalist

/// What does not depend on who asks, as the file holds it.
struct PublicRow: Sendable, Hashable {
    let id: Int64
    var content: Content
    /// When it was last noticed to be so, in seconds since 1970.
    var fetchedAt: Int64
    /// When it was noticed to be deleted, in seconds since 1970.
    var deletedAt: Int64?

    /// All that the server says of it.
    struct Content: Sendable, Hashable {
        var geoprivacy: Cell
        var taxonGeoprivacy: Cell
        var quality: Cell
        var observedOn: Cell
        var latitude: Double?
        var longitude: Double?
        var accuracy: Double?
        var taxon: Int64?
        var commonName: String?
        var taxonName: String?
        /// What the observer called it; 1 for the common name, 2 for the taxon's, as nearly every row has it.
        var guess: Cell
        var login: String?
        var place: String?
        var createdAt: Cell
        var observer: Int64?
        var observerName: String?
        var rank: Cell
        var iconicTaxon: Cell
        var observedAt: Cell
        var updatedAt: Cell
        var uuid: Cell
        /// The number of the address's beginning when the id ends it, else the whole address.
        var address: Cell
        var description: String?

        /// How much is hidden: 0, 1 and 2 as `Obscuration` has them.
        var obscuration: Int64 { max(Self.strictness(geoprivacy), Self.strictness(taxonGeoprivacy)) }

        private static func strictness(_ cell: Cell) -> Int64 {
            switch cell {
            case .missing, .number(0): 0
            case .number(2): 2
            default: 1
            }
        }
    }
}

extension PublicRow.Content {
    init(_ observation: Observation, addresses: inout AddressBook) throws {
        let face = observation.publicFace
        let taxon = observation.taxon
        geoprivacy = WordCode.geoprivacy.cell(observation.geoprivacy?.word)
        taxonGeoprivacy = WordCode.geoprivacy.cell(observation.taxonGeoprivacy?.word)
        quality = WordCode.quality.cell(observation.qualityGrade)
        observedOn = CompactDate.day(observation.observedOn)
        latitude = face.location?.point.latitude
        longitude = face.location?.point.longitude
        accuracy = face.location?.accuracy
        self.taxon = taxon.map { Int64($0.id) }
        commonName = taxon?.commonName
        taxonName = taxon?.name
        guess = Self.guess(observation.speciesGuess, commonName: taxon?.commonName, taxonName: taxon?.name)
        login = observation.observer?.login
        place = face.place
        createdAt = CompactDate.moment(observation.createdAt)
        observer = observation.observer.map { Int64($0.id) }
        observerName = observation.observer?.name
        rank = WordCode.rank.cell(taxon?.rank)
        iconicTaxon = WordCode.iconicTaxon.cell(taxon?.iconicName)
        observedAt = CompactDate.moment(observation.timeObservedAt)
        updatedAt = CompactDate.moment(observation.updatedAt)
        uuid = CompactUUID.cell(observation.uuid)
        address = try addresses.cell(observation.url, id: observation.id)
        description = observation.description
    }

    private static func guess(_ words: String?, commonName: String?, taxonName: String?) -> Cell {
        guard let words else { return .missing }
        // Compared by bytes: equal texts may have different ones, and what is kept comes back as it came.
        if let commonName, commonName.utf8.elementsEqual(words.utf8) { return .number(1) }
        if let taxonName, taxonName.utf8.elementsEqual(words.utf8) { return .number(2) }
        return .words(words)
    }

    var guessWords: String? {
        switch guess {
        case .number(1): commonName
        case .number(2): taxonName
        default: guess.words
        }
    }

    /// The words that the table shows for what it is of, without case and accents; nil when SQLite sorts them as well.
    var nameKey: String? { Folding.key(commonName ?? taxonName ?? guess.words) }

    /// The public point with its own accuracy.
    var location: Location? {
        guard let latitude, let longitude else { return nil }
        return Location(point: Coordinate(latitude: latitude, longitude: longitude), accuracy: accuracy)
    }

    /// All words that the filter looks through. The index can only forget words that are given to it again exactly, so
    /// a change here needs a migration that fills it anew.
    var searchWords: String {
        var words = commonName ?? ""
        for more in [taxonName, guess.words, login, observerName, place, description] {
            guard let more else { continue }
            words += "\n"
            words += more
        }
        return words
    }

    /// The same to the byte, where Swift's own comparison takes some different texts for equal.
    func isIdentical(to other: Self) -> Bool {
        self == other && searchWords.utf8.elementsEqual(other.searchWords.utf8)
    }

    /// How far a true point is from the public one, metres.
    func distance(to truth: Location) -> Double? {
        location.map { Displacement(from: $0.point, to: truth.point).distance }
    }

    /// Takes over what a file has no column for: a file never unsays what a server said.
    mutating func fill(from held: Self) {
        let guess = guessWords ?? held.guessWords
        if uuid == .missing { uuid = held.uuid }
        if taxon == held.taxon {
            if case .missing = rank { rank = held.rank }
            if case .missing = iconicTaxon { iconicTaxon = held.iconicTaxon }
            commonName = commonName ?? held.commonName
        }
        if observer == held.observer { observerName = observerName ?? held.observerName }
        // Else a row would be taken for open, and its obscured point for the true one.
        if case .missing = geoprivacy { geoprivacy = held.geoprivacy }
        if case .missing = taxonGeoprivacy { taxonGeoprivacy = held.taxonGeoprivacy }
        if obscuration < 2 {
            if latitude == nil || longitude == nil {
                (latitude, longitude, accuracy) = (held.latitude, held.longitude, held.accuracy)
            } else if latitude == held.latitude, longitude == held.longitude {
                accuracy = accuracy ?? held.accuracy
            }
        }
        if case .missing = observedAt { observedAt = held.observedAt }
        if case .missing = createdAt { createdAt = held.createdAt }
        if case .missing = updatedAt { updatedAt = held.updatedAt }
        if case .missing = quality { quality = held.quality }
        description = description ?? held.description
        place = place ?? held.place
        self.guess = Self.guess(guess, commonName: commonName, taxonName: taxonName)
    }
}
