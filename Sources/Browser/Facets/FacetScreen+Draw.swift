internal import Coordinates
internal import ObservationStore
package import TerminalUI

nonisolated extension FacetScreen {
    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let room = Self.room(in: rect)
        let tabs = room.line(0)
        surface.drawChoice(
            Facet.allCases.map(\.title),
            selected: Facet.allCases.firstIndex(of: facet) ?? 0,
            at: tabs.origin,
            isFocused: true,
            limit: tabs.columns
        )
        let standing = standingLines(columns: room.columns)
        for (row, line) in standing.enumerated() {
            surface.write(line, in: room.line(Self.tabRows(in: rect) + row))
        }
        let table = table(in: rect)
        let rows = rows
        guard !rows.isEmpty else {
            let text = failure == nil ? (isCounted ? "There is no row to count." : "counting…") : ""
            surface.write(StyledLine(text, .muted), in: table.line(1).inset(left: 1))
            return
        }
        let layout = TableLayout(columns: layout(of: rows), width: TableLayout<Cell>.contentWidth(of: table))
        let bar = layout.placed.first { $0.id == .bar }?.columns ?? 0
        drawTable(
            on: &surface,
            in: table,
            layout: layout,
            source: Rows(screen: self, rows: rows, barColumns: bar),
            state: tableState
        )
    }

    /// Where the values stand.
    func table(in rect: Rect) -> Rect {
        let room = Self.room(in: rect)
        let above =
            Self.tabRows(in: rect) + standingLines(columns: room.columns).count + (rect.rows > 14 ? 1 : 0)
        return room.splitTop(above).rest
    }

    /// Which facet's name stands at a place.
    func tab(at position: Position, in rect: Rect) -> Facet? {
        let line = Self.room(in: rect).line(0)
        guard line.contains(position) else { return nil }
        var column = line.left
        let widths = Facet.allCases.map { TerminalText.columns($0.title) + 4 }
        // Where not all have room, one stands there alone, and a click goes on to the next.
        guard widths.reduce(2 * (widths.count - 1), +) <= line.columns else {
            let index = (Facet.allCases.firstIndex(of: facet) ?? 0) + 1
            return Facet.allCases[index % Facet.allCases.count]
        }
        for (facet, width) in zip(Facet.allCases, widths) {
            if position.column >= column, position.column < column + width { return facet }
            column += width + 2
        }
        return nil
    }

    private static func room(in rect: Rect) -> Rect {
        rect.inset(left: 1, top: rect.rows > 14 ? 1 : 0, right: 1)
    }

    private static func tabRows(in rect: Rect) -> Int { rect.rows > 14 ? 2 : 1 }

    /// What the rows are narrowed to, and how the counting stands.
    private func standingLines(columns: Int) -> [StyledLine] {
        let words = narrowingWords
        let narrowing: StyledLine =
            words.isEmpty
            ? StyledLine("Not narrowed by any facet.", .muted)
            : [Span("Narrowed to  ", .muted), Span(words.joined(separator: " · "), .heading)]
        var lines = narrowing.wrapped(to: max(1, columns), indent: 2)
        if lines.count > 2 { lines = [StyledLine("Narrowed by \(narrowed.count) facets")] }
        if let failure {
            lines += TerminalText.wrapped(failure, to: max(1, columns)).prefix(2).map {
                StyledLine($0, .failure)
            }
        } else if !isCounted, !rows.isEmpty {
            lines.append(StyledLine("counting… (the numbers are those of before)", .muted))
        } else if marked.count > 0 {
            lines.append([
                Span("\(NumberText.count(marked.count)) marked; ", .text), Span("⏎", .key),
                " narrows to them.",
            ])
        } else {
            let total = rows.reduce(0) { $0 + $1.count }
            lines.append(
                StyledLine("\(NumberText.count(total)) rows, \(NumberText.count(rows.count)) values", .muted)
            )
        }
        return lines
    }

    private enum Cell: Hashable, Sendable { case mark, value, count, share, bar, standing }

    private func layout(of rows: [FacetCount]) -> [TableColumn<Cell>] {
        let longest =
            rows.prefix(200).map { TerminalText.columns(facet.title(of: $0.value, named: $0.title)) }.max()
            ?? 0
        let digits = NumberText.count(rows.map(\.count).max() ?? 0).count
        var columns: [TableColumn<Cell>] = [
            TableColumn(id: .mark, title: "", minimum: 3, ideal: 3, priority: 3),
            TableColumn(
                id: .value,
                title: facet.title,
                minimum: 14,
                ideal: max(14, min(48, longest)),
                priority: 0
            ),
            TableColumn(
                id: .count,
                title: "Rows",
                minimum: max(5, digits),
                ideal: max(7, digits),
                priority: 1,
                alignment: .trailing
            ),
            TableColumn(id: .share, title: "Share", minimum: 6, ideal: 6, priority: 2, alignment: .trailing),
            TableColumn(
                id: .bar,
                title: "",
                minimum: 8,
                ideal: 24,
                growth: 1,
                priority: 5,
                truncation: .clip
            ),
        ]
        if narrowed[facet] != nil {
            columns.insert(
                TableColumn(id: .standing, title: "Shown", minimum: 8, ideal: 8, priority: 4),
                at: 4
            )
        }
        return columns
    }

    private struct Rows: TableRowSource {
        let screen: FacetScreen
        let rows: [FacetCount]
        let barColumns: Int
        let total: Double
        let most: Double

        init(screen: FacetScreen, rows: [FacetCount], barColumns: Int) {
            self.screen = screen
            self.rows = rows
            self.barColumns = barColumns
            total = Double(rows.reduce(0) { $0 + $1.count })
            most = Double(rows.map(\.count).max() ?? 0)
        }

        var count: Int { rows.count }

        func cell(row: Int, column: Cell) -> Span {
            let value = rows[row].value
            let count = Double(rows[row].count)
            switch column {
            case .mark: return Span(screen.marked.contains(value) ? "[x]" : "[ ]", .key)
            case .value: return Span(screen.facet.title(of: value, named: rows[row].title))
            case .count: return Span(NumberText.count(rows[row].count))
            case .share: return Span(NumberText.share(total > 0 ? count / total : 0), .muted)
            case .bar: return Span(BarText.bar(most > 0 ? count / most : 0, columns: barColumns), .border)
            case .standing:
                let isShown = screen.narrowed[screen.facet]?.contains(value) == true
                return isShown ? Span("shown", .success) : Span("left out", .muted)
            }
        }
    }
}
