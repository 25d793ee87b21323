package import ObservationStore

/// How many observations have each value of a facet, as JSON for scripts.
package struct FacetReport: Sendable, Encodable {
    private let facet: String
    private let counts: [Count]

    /// - Parameter facet: as the command line calls it.
    package init(_ counts: [FacetCount], by facet: String) {
        self.facet = facet
        self.counts = counts.map { count in
            var entry = Count(title: count.title, count: count.count)
            switch count.value {
            case .missing: break
            case .word(let word): entry.value = word
            case .number(let number): entry.value = String(number)
            }
            return entry
        }
    }

    /// The object as text in one line.
    package var json: String { JSONLine.text(self) }

    private struct Count: Sendable, Encodable {
        @Nullable var value: String?
        @Nullable var title: String?
        let count: Int

        init(title: String?, count: Int) {
            self.count = count
            self.title = title
        }
    }
}
