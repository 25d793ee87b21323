/// The order of search results (API reference 3.3).
struct ObservationOrder: Sendable, Hashable {
    /// What is compared.
    enum Key: String, Sendable, Hashable {
        case createdAt = "created_at"
        case observedOn = "observed_on"
        case id
        case speciesGuess = "species_guess"
        case votes
        case updatedAt = "updated_at"
        case geoScore = "geo_score"
        case random
    }

    var key = Key.createdAt
    var isAscending = false

    /// Whether nothing but the default was asked for.
    var isDefault: Bool {
        key == .createdAt && !isAscending
    }

    init() {}

    /// Unknown keys are ignored, and every order but `asc` is descending.
    init(_ query: Query) {
        key = query["order_by"].flatMap(Key.init) ?? .createdAt
        isAscending = query["order"] == "asc"
    }

    /// Sorts records that stand by rising id. What has no value comes last in both directions, and the newer of two
    /// equals first unless the order is ascending.
    func sort(_ records: inout [ObservationRecord]) {
        switch key {
        case .id, .createdAt, .geoScore: if !isAscending { records.reverse() }
        case .random: records.shuffle()
        case .observedOn: sort(&records) { $0.time.observedOn.map { day in day.days * 86_400 } }
        case .updatedAt: sort(&records) { $0.time.updatedAt.seconds }
        case .votes: sort(&records) { $0.faves.count }
        case .speciesGuess: sort(&records) { $0.speciesGuess?.lowercased() }
        }
    }

    private func sort<Value: Comparable>(
        _ records: inout [ObservationRecord],
        by value: (ObservationRecord) -> Value?
    ) {
        var keyed = records.enumerated().map { (position: $0, value: value($1), record: $1) }
        keyed.sort { left, right in
            switch (left.value, right.value) {
            case (nil, nil): isAscending == (left.position < right.position)
            case (nil, _): false
            case (_, nil): true
            case (let first?, let second?) where first == second:
                isAscending == (left.position < right.position)
            case (let first?, let second?): isAscending == (first < second)
            }
        }
        records = keyed.map(\.record)
    }
}
