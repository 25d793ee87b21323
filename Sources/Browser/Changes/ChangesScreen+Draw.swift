internal import Coordinates
internal import FoundationEssentials
internal import ObservationStore
package import TerminalUI

nonisolated extension ChangesScreen {
    /// Where things stand.
    struct Layout {
        /// Since when, or the line in which that is typed.
        let heading: Rect
        /// The header and the changes.
        let table: Rect
        /// The change under the cursor in whole sentences.
        let sentence: Rect
    }

    static func layout(in rect: Rect) -> Layout {
        let room = rect.inset(left: 1, top: rect.rows > 14 ? 1 : 0, right: 1)
        let top = room.splitTop(rect.rows > 14 ? 3 : 2)
        let parts = top.rest.splitBottom(rect.rows >= 22 ? 5 : (rect.rows >= 10 ? 3 : 0))
        return Layout(heading: top.top, table: parts.rest, sentence: parts.bottom.inset(top: 1))
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let layout = Self.layout(in: rect)
        drawHeading(on: &surface, in: layout.heading)
        guard !rows.isEmpty else {
            let words =
                failure
                ?? (isComplete ? "Nothing has changed\(since == nil ? "" : " since then")." : "looking…")
            let role: Role = failure == nil ? .muted : .failure
            for (row, line) in TerminalText.wrapped(words, to: max(1, layout.table.columns - 2)).enumerated()
            {
                surface.write(StyledLine(line, role), in: layout.table.line(row).inset(left: 1))
            }
            return
        }
        let width = TableLayout<Cell>.contentWidth(of: layout.table)
        drawTable(
            on: &surface,
            in: layout.table,
            layout: TableLayout(columns: Self.columns(width: width), width: width, gap: width < 100 ? 1 : 2),
            source: Rows(rows: rows, isRoomy: width >= 100),
            state: tableState
        )
        drawSentence(on: &surface, in: layout.sentence)
    }

    private func drawHeading(on surface: inout Surface, in rect: Rect) {
        if let prompt { return prompt.draw(on: &surface, in: rect) }
        let moment = since.map { "since " + MomentText.day(of: $0) } ?? "since the first fetch"
        let count = NumberText.count(rows.count) + (isComplete ? "" : " or more")
        let changes = rows.count == 1 && isComplete ? " change" : " changes"
        let status = rows.isEmpty && !isComplete ? "" : "  \(count)\(changes)"
        surface.write(
            [Span("What changed ", .heading), Span(moment, .heading), Span(status, .muted)],
            in: rect.line(0)
        )
        let conspicuous = rows.count(where: \.isConspicuous)
        guard conspicuous > 0 else { return }
        surface.write(
            StyledLine(
                "▲ \(NumberText.count(conspicuous)) to look at: access lost, or hidden less than before",
                .warning
            ),
            in: rect.line(1)
        )
    }

    private func drawSentence(on surface: inout Surface, in rect: Rect) {
        guard let selected else { return }
        let text: StyledLine = [
            Span("Observation \(selected.observation)", .heading),
            Span(selected.name.isEmpty ? ": " : ", \(selected.name): "), Span(selected.words, selected.role),
            // A word for a word is said in full already.
            Span(selected.words.hasSuffix(selected.values) ? "." : ", " + selected.values + "."),
            Span(selected.remark.isEmpty ? "" : " " + selected.remark),
            Span(failure.map { " " + $0 } ?? "", .failure),
        ]
        for (row, line) in text.wrapped(to: max(1, min(rect.columns, 140))).prefix(rect.rows).enumerated() {
            surface.write(line, in: rect.line(row))
        }
    }

    private enum Cell: Hashable, Sendable { case sign, noticed, words, name, values, observation }

    private static func columns(width: Int) -> [TableColumn<Cell>] {
        let noticed = width >= 100 ? 16 : 10
        return [
            TableColumn(id: .sign, title: "", minimum: 1, ideal: 1, priority: 1),
            TableColumn(id: .noticed, title: "Noticed", minimum: noticed, ideal: noticed, priority: 2),
            TableColumn(
                id: .observation,
                title: "Observation",
                minimum: 11,
                ideal: 11,
                priority: 5,
                alignment: .trailing
            ),
            TableColumn(id: .name, title: "Taxon", minimum: 10, ideal: 24, growth: 2, priority: 3),
            TableColumn(id: .words, title: "What", minimum: 30, ideal: 38, priority: 0),
            TableColumn(id: .values, title: "Before → after", minimum: 24, ideal: 44, growth: 1, priority: 4),
        ]
    }

    private struct Rows: TableRowSource {
        let rows: [ChangeRow]
        /// Whether there is room for the minute.
        let isRoomy: Bool

        var count: Int { rows.count }

        func cell(row: Int, column: Cell) -> Span {
            let change = rows[row]
            switch column {
            case .sign: return Span(change.isConspicuous ? "▲" : "", .warning)
            case .noticed:
                return Span(
                    isRoomy ? MomentText.minute(of: change.noticedAt) : MomentText.day(of: change.noticedAt),
                    .muted
                )
            case .observation: return Span("\(change.observation)", .muted)
            case .name: return Span(change.name.isEmpty ? "—" : change.name)
            case .words: return Span(change.words, change.role)
            case .values: return Span(change.values, .muted)
            }
        }
    }
}
