internal import Coordinates
internal import INaturalist
internal import TerminalUI

/// What goes to the clipboard of an observation.
nonisolated struct CopiedText {
    let entry: ObservationList.Entry
    /// Who asks: what was answered to another tells nothing of the true point.
    let identity: Identity
    let notation: Notation

    /// The text; nil when there is none, or this identity may not see it.
    func text(_ copied: RowAction.Copied) -> String? {
        let observation = entry.observation
        let shown = observation.publicFace.location
        let truth = entry.trueLocation(for: identity)
        switch copied {
        case .id: return String(observation.id)
        case .address: return observation.url
        case .summary:
            let point = shown.map { notation.point($0.point) }
            return [observation.url, observation.displayName, point].compactMap(\.self)
                .map { TerminalText.sanitised($0) }.joined(separator: "\n")
        case .publicPoint: return shown.map { notation.point($0.point) }
        case .truePoint: return truth.map { notation.point($0.point) }
        case .publicGeoURI: return shown.map { GeoURI.text(of: $0) }
        case .trueGeoURI: return truth.map { GeoURI.text(of: $0) }
        case .text: return ObservationText.row(of: entry, as: identity, notation)
        case .json: return ObservationText.json(of: entry, as: identity)
        }
    }
}
