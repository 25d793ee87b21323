internal import Coordinates
internal import INaturalist
internal import TerminalUI

/// The two faces of an observation as a table of fields: label, public, yours.
nonisolated struct DetailComparison {
    let entry: ObservationList.Entry
    let session: Session
    let identity: Identity
    let notation: Notation

    private var observation: Observation { entry.observation }
    private var isAnswered: Bool { entry.answers(identity) }

    /// - Parameter columns: the width; below 76 the two faces stand one below the other.
    func lines(columns: Int) -> [StyledLine] {
        let name = observation.taxon?.name
        var title: StyledLine = [Span(observation.displayName, .heading)]
        if let name, name != observation.displayName { title.spans.append(Span("  " + name, .muted)) }
        let fields = fields
        return columns >= 76
            ? [title, ""] + beside(fields, columns: columns)
            : [title, ""] + below(fields, columns: columns)
    }

    private struct Field {
        let label: String
        let open: Span
        let yours: Span
    }

    private var fields: [Field] {
        let face = observation.publicFace
        return [
            Field(
                label: "Coordinates",
                open: point(face.location, .publicFace),
                yours: yours { point($0.location, .trueFace) }
            ),
            Field(label: "Accuracy", open: accuracy(face.location), yours: yours { accuracy($0.location) }),
            Field(label: "Place", open: place(face.place), yours: yours { place($0.place) }),
            Field(
                label: "Geoprivacy",
                open: Span(Self.word(observation.geoprivacy, whenAbsent: "open")),
                yours: Span(observation.obscurationReason, .muted)
            ),
            Field(
                label: "Taxon geoprivacy",
                open: Span(Self.word(observation.taxonGeoprivacy, whenAbsent: "none")),
                yours: Span("", .muted)
            ),
            Field(label: "Cell", open: cell, yours: yourCell),
            Field(
                label: "GeoJSON",
                open: geoJSON(face.location, .publicFace),
                yours: yours { geoJSON($0.location, .trueFace) }
            ),
        ]
    }

    private func yours(_ span: (TrueFace) -> Span) -> Span {
        guard isAnswered else { return Span("asking…", .muted) }
        switch (observation.disclosure, observation.access) {
        case (.disclosed(let face), _): return span(face)
        case (_, .withheld): return Span("withheld", .withheld)
        default: return Span("the same", .muted)
        }
    }

    private func point(_ location: Location?, _ role: Role) -> Span {
        location.map { Span(notation.point($0.point), role) } ?? Span("none", .muted)
    }

    private func accuracy(_ location: Location?) -> Span {
        guard let location else { return Span("—", .muted) }
        return location.accuracy.map { Span("± " + notation.units.whole($0)) } ?? Span("unknown", .muted)
    }

    private func place(_ place: String?) -> Span {
        place.map { Span($0) } ?? Span("none", .muted)
    }

    private func geoJSON(_ location: Location?, _ role: Role) -> Span {
        guard let point = location?.point else { return Span("null", .muted) }
        return Span("Point [\(point.longitude), \(point.latitude)]", role)
    }

    private var cell: Span {
        switch observation.obscuration {
        case .none: Span("not hidden", .muted)
        case .private: Span("none is public", .muted)
        case .obscured: observation.cell.map { Span($0.text) } ?? Span("—", .muted)
        }
    }

    private var yourCell: Span {
        guard isAnswered, let displacement = entry.displacement else { return Span("", .muted) }
        return Span(notation.displacementSentence(displacement))
    }

    static func word(_ geoprivacy: Geoprivacy?, whenAbsent: String) -> String {
        geoprivacy?.word ?? whenAbsent
    }

    private static let labelColumns = 17
    /// What a point in GeoJSON needs.
    private static let openColumns = 30

    private func beside(_ fields: [Field], columns: Int) -> [StyledLine] {
        // What is yours has the longer words: the displacement, the true place.
        let half = max(Self.openColumns, (columns - Self.labelColumns) * 2 / 5)
        let rest = columns - Self.labelColumns - half
        var lines = [
            Self.row(
                StyledLine("", .muted),
                [Span("PUBLIC", .publicFace), Span("  what everyone sees", .muted)],
                [
                    Span("YOU", .trueFace),
                    Span(
                        "  "
                            + session.viewerCaption(of: identity, heldAt: entry.fetchedAt, columns: rest - 6),
                        .muted
                    ),
                ],
                widths: (half, rest)
            )
        ]
        for field in fields {
            let left = TerminalText.wrapped(field.open.text, to: max(1, half - 2))
            let right = TerminalText.wrapped(field.yours.text, to: max(1, rest))
            for index in 0..<max(1, left.count, right.count) {
                lines.append(
                    Self.row(
                        StyledLine(index == 0 ? field.label : "", .muted),
                        StyledLine(index < left.count ? left[index] : "", field.open.role),
                        StyledLine(index < right.count ? right[index] : "", field.yours.role),
                        widths: (half, rest)
                    )
                )
            }
        }
        return lines
    }

    private func below(_ fields: [Field], columns: Int) -> [StyledLine] {
        fields.flatMap { field -> [StyledLine] in
            [
                StyledLine(field.label, .muted),
                [Span("  public  ", .muted), field.open],
                [Span("  you     ", .muted), field.yours],
            ]
        }
    }

    private static func row(
        _ label: StyledLine,
        _ open: StyledLine,
        _ yours: StyledLine,
        widths: (open: Int, yours: Int)
    ) -> StyledLine {
        StyledLine(columns: [(label, labelColumns), (open, widths.open), (yours, widths.yours)])
    }
}
