/// One observation with all that people read on its page.
package struct ObservationDetail: Sendable, Hashable {
    /// The observation.
    package let observation: Observation
    /// The observer's words; may hold HTML and Markdown.
    package let description: String?
    /// The observer's tags.
    package let tags: [String]
    /// The licence of the observation itself; nil when all rights are reserved.
    package let license: String?
    /// Who says what it is, the oldest first.
    package let identifications: [Identification]
    /// What was written under it, the oldest first.
    package let comments: [Comment]
    /// The photos, the first one first.
    package let photos: [Photo]
    /// The sounds.
    package let sounds: [Sound]
    /// The titles of the projects it is in, collection projects included.
    package let projects: [String]
    /// Whether it is of something captive or planted.
    package let isCaptive: Bool?
    /// What the identifiers agree on; nil when on nothing.
    package let communityTaxon: Taxon?
    /// When it was last changed, ISO 8601 with an offset.
    package let updatedAt: String?
    /// How many people marked it as a favourite.
    package let favourites: Int
    /// The program it was uploaded with, when the server names it.
    package let application: String?
    /// Whether the API took notice of the token.
    package let recognition: Recognition
    /// The observation as the server sent it, JSON in UTF-8. It may hold the hidden place.
    package let rawJSON: [UInt8]
}
