/// One observation, with what the public sees of its place and what this viewer was told beside it.
package struct Observation: Sendable, Hashable, Identifiable {
    /// The numeric id, 1 to 2,147,483,647.
    package let id: Int
    /// The UUID, by which the second version of the API names observations.
    package let uuid: String?
    /// The page for people.
    package let url: String
    /// What it is of; nil when unknown.
    package let taxon: Taxon?
    /// What the observer called it.
    package let speciesGuess: String?
    /// Who saw it.
    package let observer: Account?
    /// The day it was observed, `YYYY-MM-DD`. For people use ``displayDate``.
    package let observedOn: String?
    /// The moment it was observed, ISO 8601 with an offset; nil when no time was noted.
    package let timeObservedAt: String?
    /// The moment it was uploaded, ISO 8601 with an offset. For people use ``displayCreatedDate``.
    package let createdAt: String?
    /// `research`, `needs_id` or `casual`.
    package let qualityGrade: String?
    /// The observer's own choice; nil when there is none.
    package let geoprivacy: Geoprivacy?
    /// What the conservation status of the taxon asks for; nil when nothing.
    package let taxonGeoprivacy: Geoprivacy?
    /// Where everybody sees it.
    package let publicFace: PublicFace
    /// What the reply said about the hidden truth.
    package var disclosure: Disclosure
    /// Whether the observer trusts the viewer. The key is there only when the server recognised a JWT, so nil
    /// means that it did not (reference 4.4).
    package let viewerTrustedByObserver: Bool?
    /// What the observer wrote about it.
    package let description: String?
    /// The moment it was last changed at the server, ISO 8601 with an offset.
    package let updatedAt: String?

    /// Puts an observation together.
    package init(
        id: Int,
        uuid: String? = nil,
        url: String,
        taxon: Taxon? = nil,
        speciesGuess: String? = nil,
        observer: Account? = nil,
        observedOn: String? = nil,
        timeObservedAt: String? = nil,
        createdAt: String? = nil,
        qualityGrade: String? = nil,
        geoprivacy: Geoprivacy? = nil,
        taxonGeoprivacy: Geoprivacy? = nil,
        publicFace: PublicFace,
        disclosure: Disclosure,
        viewerTrustedByObserver: Bool? = nil,
        description: String? = nil,
        updatedAt: String? = nil
    ) {
        self.id = id
        self.uuid = uuid
        self.url = url
        self.taxon = taxon
        self.speciesGuess = speciesGuess
        self.observer = observer
        self.observedOn = observedOn
        self.timeObservedAt = timeObservedAt
        self.createdAt = createdAt
        self.qualityGrade = qualityGrade
        self.geoprivacy = geoprivacy
        self.taxonGeoprivacy = taxonGeoprivacy
        self.publicFace = publicFace
        self.disclosure = disclosure
        self.viewerTrustedByObserver = viewerTrustedByObserver
        self.description = description
        self.updatedAt = updatedAt
    }
}
