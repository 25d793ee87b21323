extension ObservationQuery {
    /// The fields that name something that has a number, the observer last, who may stay a login.
    package static let named: [QueryField] = [.taxon, .withoutTaxon, .place, .project, .observer]

    /// What a field of ``named`` names; nothing for any other.
    package subscript(field: QueryField) -> [QueryReference] {
        get {
            switch field {
            case .observer: observers
            case .taxon: taxa
            case .withoutTaxon: excludedTaxa
            case .place: places
            case .project: projects
            default: []
            }
        }
        set {
            switch field {
            case .observer: observers = newValue
            case .taxon: taxa = newValue
            case .withoutTaxon: excludedTaxa = newValue
            case .place: places = newValue
            case .project: projects = newValue
            default: break
            }
        }
    }

    /// Whether names there have to become numbers before it is asked.
    ///
    /// One observer may stay a login: the server says itself when it knows nobody of that name. Of several it
    /// leaves out those that it does not know without a word (reference 3.4), and logins beside numbers find
    /// nothing.
    package func needsNumbers(_ field: QueryField) -> Bool { field != .observer || observers.count > 1 }

    /// Names that have to become numbers before it is asked: `INaturalistClient.resolving` does that.
    var unresolved: [(field: QueryField, name: String)] {
        var names: [(field: QueryField, name: String)] = []
        for field in Self.named where needsNumbers(field) {
            for case .name(let name) in self[field] { names.append((field, name)) }
        }
        return names
    }

    /// Whether names stand in it that have to be looked up before it is asked
    /// (`INaturalistClient.resolving`).
    package var hasNames: Bool { !unresolved.isEmpty }

    /// What keeps it from being sent; nothing when all is well.
    var obstacle: QueryProblem? {
        problems.first
            ?? unresolved.first.map { field, name in
                QueryProblem(field, "“\(name)” was not looked up yet, so the server cannot be asked for it.")
            }
    }
}
