/// When an observation was made and entered.
struct TimeRecord: Sendable {
    /// The day, or nil when the observer does not remember.
    let observedOn: CivilDate?

    /// The second of the day, or nil when only the day is known.
    let observedAt: Int?

    let createdAt: Moment
    var updatedAt: Moment
}
