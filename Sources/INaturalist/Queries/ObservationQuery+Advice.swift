extension ObservationQuery {
    /// What a curator should know about the shape of the query, in whole sentences; nothing when no project
    /// is asked for, or one in a way that shows all it grants.
    ///
    /// A collection project's grant is checked in a search by exactly one project alone (reference 4.3), and
    /// box, public point and place go by what the public sees: true points are never looked at for other
    /// people's observations (reference 3.3).
    package var advice: String? {
        if projects.count > 1 {
            return """
                With several projects the server checks no curator's grant: ask for one project at a time to see \
                what it lets you see.
                """
        }
        let narrowing = publicNarrowing
        guard projects.count == 1, let last = narrowing.last else { return nil }
        let fields =
            (narrowing.count > 1 ? narrowing.dropLast().joined(separator: ", ") + " and " : "") + last
        return """
            \(fields) \(narrowing.count == 1 ? "goes" : "go") by the public point, so not all of the hidden \
            observations that the project lets you see are found: ask for the project without that to have them all.
            """
    }

    /// What leaves hidden observations out by their public point.
    private var publicNarrowing: [String] {
        var fields: [QueryField] = []
        if !places.isEmpty { fields.append(.place) }
        if box != nil { fields.append(.box) }
        if geo == true { fields.append(.geo) }
        return fields.map { "“\($0.name)”" }
    }
}
