internal import Coordinates
package import INaturalist
internal import ObservationStore
package import TerminalUI

/// Both faces of one observation side by side: what everyone sees, and what the identity that speaks may see.
package nonisolated struct ComparisonPane: Sendable {
    /// Lines with a rule above and below.
    static let fullRows = 6
    /// Lines with a rule above only.
    static let compactRows = 5

    private let entry: ObservationList.Entry?
    private let session: Session
    private let identity: Identity
    private let notation: Notation

    /// - Parameters:
    ///   - entry: the row that the cursor is on, if there is one.
    ///   - identity: whose view of it is shown.
    ///   - notation: how points and lengths are written.
    package init(entry: ObservationList.Entry?, session: Session, identity: Identity, _ notation: Notation) {
        self.notation = notation
        self.entry = entry
        self.session = session
        self.identity = identity
    }

    package func draw(on surface: inout Surface, in rect: Rect) {
        let divider = rect.left + rect.columns / 2
        drawFrame(on: &surface, in: rect, divider: divider)
        let inner = rect.inset(top: 1)
        let left = Rect(column: rect.left + 1, row: inner.top, columns: divider - rect.left - 2, rows: 4)
        let right = Rect(
            column: divider + 2,
            row: inner.top,
            columns: rect.right - divider - 3,
            rows: 4
        )
        let faces = (left.intersection(inner), right.intersection(inner))
        draw(publicLines(columns: left.columns), on: &surface, in: faces.0)
        draw(viewerLines(columns: right.columns), on: &surface, in: faces.1)
    }

    private func drawFrame(on surface: inout Surface, in rect: Rect, divider: Int) {
        surface.drawHorizontalLine(row: rect.top, from: rect.left, columns: rect.columns)
        surface.fill(
            Rect(column: divider, row: rect.top, columns: 1, rows: 1),
            with: "┬",
            style: Style(.border)
        )
        surface.drawVerticalLine(column: divider, from: rect.top + 1, rows: 4)
        guard rect.rows >= Self.fullRows else { return }
        surface.drawHorizontalLine(row: rect.bottom - 1, from: rect.left, columns: rect.columns)
        surface.fill(
            Rect(column: divider, row: rect.bottom - 1, columns: 1, rows: 1),
            with: "┴",
            style: Style(.border)
        )
    }

    private func draw(_ lines: [StyledLine], on surface: inout Surface, in rect: Rect) {
        for (row, line) in lines.prefix(rect.rows).enumerated() {
            surface.write(line, in: rect.line(row))
        }
    }

    private func publicLines(columns: Int) -> [StyledLine] {
        let caption: StyledLine = [Span("PUBLIC", .publicFace), Span("  what everyone sees", .muted)]
        guard let observation = entry?.observation else { return [caption] }
        let face = observation.publicFace
        return [
            caption,
            pointLine(face.location, columns: columns, role: .publicFace)
                ?? StyledLine(
                    observation.obscuration == .private ? "no point is public" : "no coordinates",
                    .muted
                ),
            StyledLine(face.place ?? "no place is public", face.place == nil ? .muted : .text),
            publicCellLine(of: observation, columns: columns),
        ]
    }

    private func publicCellLine(of observation: Observation, columns: Int) -> StyledLine {
        switch observation.obscuration {
        case .none: StyledLine("open: this is the true point", .muted)
        case .private: StyledLine("private: no cell is public", .muted)
        case .obscured:
            observation.cell.map { cell in
                StyledLine(TerminalText.longest(of: ["somewhere in " + cell.text, cell.text], in: columns))
            } ?? StyledLine("", .muted)
        }
    }

    private func viewerLines(columns: Int) -> [StyledLine] {
        let caption: StyledLine = [
            Span("YOU", .trueFace),
            Span(
                "  " + session.viewerCaption(of: identity, heldAt: entry?.fetchedAt, columns: columns - 5),
                .muted
            ),
        ]
        guard let entry else { return [caption] }
        guard entry.answers(identity) else {
            return [caption, StyledLine("asking…", .muted)]
        }
        switch (entry.observation.disclosure, entry.observation.access) {
        case (_, .withheld):
            return [caption]
                + (entry.former.map { formerLines($0, columns: columns) } ?? withheldLines(columns: columns))
        case (.disclosed(let face), _):
            return [
                caption,
                pointLine(face.location, columns: columns, role: .trueFace)
                    ?? StyledLine("no coordinates", .muted),
                StyledLine(face.place ?? "no place was given", face.place == nil ? .muted : .text),
                entry.displacement.map { displacement in
                    let sentences = [
                        notation.displacementSentence(displacement),
                        notation.displacementWords(displacement),
                    ]
                    return StyledLine(TerminalText.longest(of: sentences, in: columns))
                } ?? StyledLine("no public point to compare with", .muted),
            ]
        default:
            return [caption, StyledLine("the same: nothing is hidden here", .muted)]
        }
    }

    /// What was granted once is shown as that: nothing else may remember it.
    private func formerLines(_ former: FormerTruth, columns: Int) -> [StyledLine] {
        let noticed = "no longer granted, noticed " + MomentText.day(of: former.until)
        let place = former.face.place.map { ["as it was granted before: " + $0, "before: " + $0, $0] }
        return [
            StyledLine(TerminalText.longest(of: [noticed, "no longer granted"], in: columns), .withheld),
            pointLine(former.face.location, columns: columns, role: .withheld)
                ?? StyledLine("there was no point", .muted),
            StyledLine(
                TerminalText.longest(of: place ?? ["as it was granted before"], in: columns),
                .muted
            ),
        ]
    }

    private func withheldLines(columns: Int) -> [StyledLine] {
        let jwtRemedy =
            session.credentials.jwt == nil ? "Sign in with a JWT: press S" : "Use the JWT: press t"
        let (reasons, remedy): ([String], String) =
            switch session.proof {
            case .proved:
                (["The observer has not let you see it"], "Observers grant it by trust, or to curators")
            case .ignoredByAPI: (["The API ignores OAuth tokens"], jwtRemedy)
            case .refused: (["This token is not honoured"], "Sign in again: press S")
            case .anonymous: (["An anonymous request sees no more", "Anonymous sees no more"], jwtRemedy)
            case nil: (["Not proved yet"], "")
            }
        return [
            StyledLine("withheld", .withheld), StyledLine(TerminalText.longest(of: reasons, in: columns)),
            StyledLine(remedy),
        ]
    }

    /// The point with its accuracy, in as many decimals as there is room for.
    private func pointLine(_ location: Location?, columns: Int, role: Role) -> StyledLine? {
        guard let location else { return nil }
        let units = notation.units
        let exact = location.accuracy.map { "  ± " + units.whole($0) } ?? "  accuracy unknown"
        let rough = location.accuracy.map { " ±" + units.length($0) } ?? " ± unknown"
        let (full, short) = (notation.point(location.point), notation.tablePoint(location.point))
        let choices = [(full, exact), (short, exact), (short, rough)].map { point, accuracy in
            StyledLine([Span(point, role), Span(accuracy)])
        }
        return choices.first { $0.columns <= columns } ?? choices.last
    }
}
