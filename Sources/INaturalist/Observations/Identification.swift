/// What somebody says that an observation is of.
package struct Identification: Sendable, Hashable, Identifiable {
    /// The numeric id.
    package let id: Int
    /// Who says so.
    package let user: Account?
    /// What it is, in their opinion.
    package let taxon: Taxon?
    /// `improving`, `supporting`, `leading`, `maverick`.
    package let category: String?
    /// Their words; may hold HTML and Markdown.
    package let body: String?
    /// When, ISO 8601 with an offset.
    package let createdAt: String?
    /// Whether it still stands, or was withdrawn or replaced.
    package let isCurrent: Bool
    /// Whether a moderator hid it.
    package let isHidden: Bool
}
