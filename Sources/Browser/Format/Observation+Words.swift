package import INaturalist
package import TerminalUI

extension Observation {
    /// The common name where there is one, else the scientific one, else what the observer guessed.
    package nonisolated var displayName: String {
        taxon?.commonName ?? taxon?.name ?? speciesGuess ?? "unknown"
    }

    /// A sign and a word for how it is hidden and by what: `◐ obscured`, `● private`, `◐ taxon`, `○ open`.
    ///
    /// The word is `taxon` where the observer left it open and the taxon's status alone hides it.
    package nonisolated var geoprivacySign: Span {
        switch obscuration {
        case .none: Span("○ open", .muted)
        case .obscured: Span(isHiddenByObserver ? "◐ obscured" : "◐ taxon")
        case .private: Span(isHiddenByObserver ? "● private" : "● taxon")
        }
    }

    /// Why it is hidden, in a few words.
    package nonisolated var obscurationReason: String {
        switch (obscuration, isHiddenByObserver, isHiddenByTaxon) {
        case (.none, _, _): "open: everyone sees the true point"
        case (let obscuration, true, true):
            "\(obscuration.rawValue) by the observer and by the taxon's status"
        case (let obscuration, true, false): "\(obscuration.rawValue) by the observer"
        case (let obscuration, false, _): "\(obscuration.rawValue) by the taxon's status"
        }
    }

    private nonisolated var isHiddenByObserver: Bool { geoprivacy == .obscured || geoprivacy == .private }
    private nonisolated var isHiddenByTaxon: Bool {
        taxonGeoprivacy == .obscured || taxonGeoprivacy == .private
    }
}
