/// Somebody's opinion on what it is.
struct IdentificationRecord: Sendable {
    let id: Int
    let person: Int
    let taxonID: Int
    let createdAt: Moment
    let body: String?
    let isCurrent: Bool
}
