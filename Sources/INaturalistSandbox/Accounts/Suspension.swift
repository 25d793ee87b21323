/// That an account is suspended, and until when.
struct Suspension: Sendable, Hashable {
    /// ISO 8601, or nil for a suspension without an end.
    let until: String?

    /// The end as a moment.
    var end: Moment? {
        until.flatMap { Moment(parsing: $0) }
    }
}
