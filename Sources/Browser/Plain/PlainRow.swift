internal import INaturalist
internal import TerminalUI

/// A row of the table in words: `Spotted Turtle, 2026-05-04, private, public none, true 42.36110, -71.05700 ± 12 m`.
nonisolated struct PlainRow {
    let entry: ObservationList.Entry
    let identity: Identity
    let notation: Notation
    /// Whether who observed it says anything: in a list of one's own it does not.
    let namesObserver: Bool

    /// What comes first is what one looks for; a value has its label before it wherever it is not plain what it is.
    var text: String {
        let parts: [String?] = [
            cell(.taxon), namesObserver ? labelled("by", .observer) : nil, cell(.observedOn) ?? "no date",
            hiding,
            point("public", .publicPoint, .publicAccuracy), labelled("in", .publicPlace),
            point("true", .truePoint, .trueAccuracy), labelled("in", .truePlace),
            cell(.apart), entry.deletedAt == nil ? nil : "deleted from the site",
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// The table says `taxon` where the taxon's status alone hides the place, and leaves how to the sign before it.
    private var hiding: String? {
        let word = cell(.geoprivacy)
        return word == "taxon" ? entry.observation.obscuration.rawValue + " by taxon" : word
    }

    /// What the column says; nothing where it says nothing.
    private func cell(_ column: ObservationColumn) -> String? {
        let text = PlainText.line(column.span(for: entry, as: identity, notation).text)
        return ["", "—", "…"].contains(text) ? nil : text
    }

    private func labelled(_ label: String, _ column: ObservationColumn) -> String? {
        cell(column).map { label + " " + $0 }
    }

    private func point(_ label: String, _ column: ObservationColumn, _ accuracy: ObservationColumn) -> String
    {
        guard let point = cell(column) else {
            return label + (column == .truePoint && !entry.answers(identity) ? " asked for" : " none")
        }
        return label + " " + point + (cell(accuracy).map { " ± " + $0 } ?? "")
    }
}
