/// What somebody wrote under an observation.
package struct Comment: Sendable, Hashable, Identifiable {
    /// The numeric id.
    package let id: Int
    /// Who wrote it.
    package let user: Account?
    /// The words; may hold HTML and Markdown.
    package let body: String
    /// When, ISO 8601 with an offset.
    package let createdAt: String?
    /// Whether a moderator hid it.
    package let isHidden: Bool
}
