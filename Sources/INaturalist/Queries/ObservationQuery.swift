package import FoundationEssentials

/// Which observations: all that a search can be asked for.
///
/// A value that can be written as one line (``text``) and read from it, turned into the website's address and back, and
/// checked before anything is sent (``problems``).
package struct ObservationQuery: Sendable, Hashable {
    /// Whose observations; empty for everybody's.
    package var observers: [QueryReference]
    /// Of these taxa and all below them; empty for any.
    package var taxa: [QueryReference] = []
    /// Of none of these.
    package var excludedTaxa: [QueryReference] = []
    /// In these places, by the public point.
    package var places: [QueryReference] = []
    /// In these projects.
    package var projects: [QueryReference] = []
    /// These observations only; empty for all.
    package var ids: [Int]
    /// How much is hidden by either geoprivacy; empty for any.
    package var obscurations: Set<Obscuration>
    /// The observer's own choice: `open`, `obscured`, `private`; empty for any.
    package var geoprivacies: Set<String> = []
    /// What the taxon asks for, in the same words.
    package var taxonGeoprivacies: Set<String> = []
    /// `research`, `needs_id`, `casual`; empty for any.
    package var qualityGrades: Set<String> = []
    /// The first day of observation, `YYYY-MM-DD`.
    package var observedFrom: String?
    /// The last day of observation.
    package var observedTo: String?
    /// The first day of upload.
    package var createdFrom: String?
    /// The last day of upload.
    package var createdTo: String?
    /// `Aves`, `Plantae`, …, `unknown`; empty for any.
    package var iconicTaxa: Set<String> = []
    /// No taxon above that rank.
    package var highestRank: String?
    /// No taxon below that rank.
    package var lowestRank: String?
    /// Whether captive or cultivated.
    package var captive: Bool?
    /// Whether with photos.
    package var photos: Bool?
    /// Whether with a public point.
    package var geo: Bool?
    /// Words that the server looks for.
    package var words: String
    /// Where it looks for them; everywhere without.
    package var searchOn: String?
    /// Where the public point is.
    package var box: CoordinateBox?
    /// Changed at the server since that moment.
    package var updatedSince: Date?
    /// How the rows are sorted at first.
    package var order: QueryOrder?

    /// Puts a simple query together; the rest is set by its properties.
    package init(
        observer: String? = nil,
        ids: [Int] = [],
        obscurations: Set<Obscuration> = [],
        words: String = ""
    ) {
        observers = observer.map { [.name($0)] } ?? []
        self.ids = ids
        self.obscurations = obscurations
        self.words = words
    }
}
