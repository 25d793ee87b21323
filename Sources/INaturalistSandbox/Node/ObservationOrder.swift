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

    /// Whether it is the order of ids, or its reverse: records are entered by rising id.
    var followsIDs: Bool {
        switch key {
        case .id, .createdAt, .geoScore: true
        case .random, .observedOn, .updatedAt, .votes, .speciesGuess: false
        }
    }

    /// The same text for the same order.
    var text: String {
        "\(key) \(isAscending)"
    }

    /// Sorts indices that rise. What has no value comes last in both directions, and the newer of two equals first
    /// unless the order is ascending.
    func sort(_ indices: inout [Int32], in world: World) {
        switch key {
        case .id, .createdAt, .geoScore: return
        case .random: indices.shuffle()
        case .observedOn:
            sort(&indices) { index in
                let day = world.keys[index].observedOn
                return day == RecordKey.unknown ? nil : day
            }
        case .updatedAt: sort(&indices) { world.keys[$0].updatedAt }
        case .votes: sort(&indices) { world.keys[$0].faves }
        case .speciesGuess: sort(&indices) { world.record(at: $0).speciesGuess?.lowercased() }
        }
    }

    private func sort<Value: Comparable>(_ indices: inout [Int32], by value: (Int) -> Value?) {
        var known: [(index: Int32, value: Value)] = []
        var unknown: [Int32] = []
        for index in indices {
            if let value = value(Int(index)) { known.append((index, value)) } else { unknown.append(index) }
        }
        known.sort { left, right in
            left.value == right.value
                ? isAscending == (left.index < right.index) : isAscending == (left.value < right.value)
        }
        indices = known.map(\.index) + (isAscending ? unknown : unknown.reversed())
    }
}
