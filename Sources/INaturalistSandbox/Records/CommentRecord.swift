/// Something that somebody said.
struct CommentRecord: Sendable {
    let id: Int
    let person: Int
    let createdAt: Moment
    let body: String
}
