internal import Coordinates
package import ObservationStore

nonisolated extension Facet {
    /// What people call it.
    package var title: String {
        switch self {
        case .geoprivacy: "Geoprivacy"
        case .taxonGeoprivacy: "Taxon geoprivacy"
        case .access: "Access"
        case .quality: "Quality"
        case .year: "Year"
        case .taxon: "Taxon"
        }
    }

    /// A value as people read it.
    ///
    /// - Parameter title: the name that the store knows for it, as a taxon's.
    package func title(of value: FacetValue, named title: String? = nil) -> String {
        switch value {
        case .missing: missing
        case .number(let number): title ?? (self == .taxon ? "taxon \(number)" : "\(number)")
        case .word(let word): title ?? self.title(ofWord: word)
        }
    }

    /// What it means that there is no value.
    private var missing: String {
        switch self {
        case .geoprivacy: "open (not set)"
        case .taxonGeoprivacy: "none"
        case .access: "unknown"
        case .quality: "no grade"
        case .year: "no date"
        case .taxon: "unknown taxon"
        }
    }

    private func title(ofWord word: String) -> String {
        switch (self, word) {
        case (.access, "open"): "open to all"
        case (.access, "granted"): "granted to you"
        case (.access, "withheld"): "withheld from you"
        case (.quality, "research"): "research grade"
        case (.quality, "needs_id"): "needs identification"
        default: word
        }
    }
}

extension NumberText {
    /// A share of a whole: `62%`, `3.4%`, `<0.1%`. Neither 0 nor 100 unless it is that.
    ///
    /// - Parameter fraction: 0 to 1.
    package nonisolated static func share(_ fraction: Double) -> String {
        guard fraction.isFinite, fraction > 0 else { return "0%" }
        if fraction >= 1 { return "100%" }
        if fraction < 0.001 { return "<0.1%" }
        if fraction < 0.0995 { return fixed(fraction * 100, decimals: 1) + "%" }
        return fraction > 0.99 ? ">99%" : fixed(fraction * 100, decimals: 0) + "%"
    }
}
