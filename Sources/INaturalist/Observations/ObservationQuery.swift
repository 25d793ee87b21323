/// Which observations a table shows.
package struct ObservationQuery: Sendable, Hashable {
    /// The observer's login or numeric id; nil for everybody's.
    package var observer: String?
    /// These observations only; empty for all.
    package var ids: [Int]
    /// How much is hidden; empty for any.
    package var obscurations: Set<Obscuration>
    /// The query in words, for a heading.
    package var title: String

    /// Puts a query together.
    package init(
        observer: String? = nil,
        ids: [Int] = [],
        obscurations: Set<Obscuration> = [],
        title: String = ""
    ) {
        self.observer = observer
        self.ids = ids
        self.obscurations = obscurations
        self.title = title
    }
}
