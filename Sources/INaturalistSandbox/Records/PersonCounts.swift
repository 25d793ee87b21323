/// How much a person has done.
struct PersonCounts: Sendable {
    var observations = 0
    var identifications = 0
    var species = 0
}
