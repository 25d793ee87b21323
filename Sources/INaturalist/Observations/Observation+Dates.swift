extension Observation {
    /// The day it was observed as it may be shown: `YYYY-MM-DD`, or `YYYY-MM` when the place is withheld.
    ///
    /// The API hides no dates, but the website shows month and year alone then, because a day and
    /// neighbouring observations can give a hidden place away (reference 4.5). This program does the same.
    package var displayDate: String? {
        observedOn.map(shown)
    }

    /// The day it was uploaded as it may be shown; shortened by the rule of ``displayDate``.
    package var displayCreatedDate: String? {
        createdAt.map(shown)
    }

    /// Hours and minutes of the observation as they may be shown, `14:06`; nil when the place is withheld or
    /// no time was noted.
    package var displayTime: String? {
        guard access != .withheld, let timeObservedAt else { return nil }
        let parts = timeObservedAt.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].count >= 5 else { return nil }
        return String(parts[1].prefix(5))
    }

    private func shown(_ date: String) -> String {
        String(date.prefix(access == .withheld ? 7 : 10))
    }
}
