internal import Coordinates
package import INaturalist
internal import ObservationExport
internal import TerminalUI

/// One row for the clipboard: as lines that people read, and as JSON.
package nonisolated enum ObservationText {
    /// Labels and values, a line each: what the public sees, and what this identity may see.
    ///
    /// - Parameters:
    ///   - entry: the row.
    ///   - identity: who asks; what another was told is not in the text.
    ///   - notation: how points and lengths are written.
    /// - Returns: lines without a break at the end; nothing in them that a terminal would obey.
    package static func row(
        of entry: ObservationList.Entry,
        as identity: Identity,
        _ notation: Notation
    ) -> String {
        let observation = known(entry, to: identity)
        let face = observation.publicFace
        var lines: [(label: String, value: String?)] = [
            ("Taxon", taxon(observation)),
            ("Observation", String(observation.id)),
            ("Address", observation.url),
            ("Observer", observation.observer?.login),
            ("Observed", observation.displayDate),
            ("Quality", observation.qualityGrade),
            ("Geoprivacy", observation.obscurationReason),
            ("Public point", face.location.map { point($0, notation) } ?? "none"),
            ("Public place", face.place),
        ]
        lines += truth(of: entry, as: identity, notation)
        let width = lines.map(\.label.count).max() ?? 0
        return lines.compactMap { label, value in
            value.map { value in
                let blank = String(repeating: " ", count: width - label.count + 2)
                return label + blank + TerminalText.sanitised(value)
            }
        }.joined(separator: "\n")
    }

    /// The row as `inatty observations --json` has it in its list, indented.
    ///
    /// - Parameter identity: who asks; what another was told is not in the text.
    package static func json(of entry: ObservationList.Entry, as identity: Identity) -> String {
        ObservationReport.json(of: known(entry, to: identity))
    }

    private static func taxon(_ observation: Observation) -> String {
        guard let name = observation.taxon?.name, name != observation.displayName else {
            return observation.displayName
        }
        return "\(observation.displayName) (\(name))"
    }

    private static func truth(
        of entry: ObservationList.Entry,
        as identity: Identity,
        _ notation: Notation
    ) -> [(label: String, value: String?)] {
        let label = "True point"
        guard entry.answers(identity) else { return [(label, "not known yet")] }
        switch (entry.observation.disclosure, entry.observation.access) {
        case (.disclosed(let face), _):
            return [
                (label, face.location.map { point($0, notation) } ?? "none"),
                ("True place", face.place),
                ("Apart", entry.displacement.map(notation.displacementSentence)),
            ]
        case (_, .withheld): return [(label, "withheld")]
        default: return [(label, "the same")]
        }
    }

    private static func point(_ location: Location, _ notation: Notation) -> String {
        let accuracy = location.accuracy.map { " ± " + notation.units.whole($0) } ?? ", accuracy unknown"
        return notation.point(location.point) + accuracy
    }

    /// The observation without what another was told.
    private static func known(_ entry: ObservationList.Entry, to identity: Identity) -> Observation {
        var observation = entry.observation
        if !entry.answers(identity) { observation.disclosure = .withheld }
        return observation
    }
}
