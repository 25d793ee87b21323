internal import Coordinates
internal import ObservationExport
package import TerminalUI

nonisolated extension ExportScreen {
    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let body = Self.body(in: rect)
        if rect.rows >= 12 {
            surface.write(
                StyledLine("Write observations to a file", .heading),
                in: Rect(column: body.left, row: rect.top + 1, columns: body.columns, rows: 1)
            )
        }
        guard isAsking else {
            for (row, line) in lines(columns: body.columns).prefix(body.rows).enumerated() {
                surface.write(line, in: body.line(row))
            }
            return
        }
        form.draw(on: &surface, in: body)
        guard let remark else { return }
        let used = form.usedRows(in: body) + 1
        let lines = TerminalText.wrapped(remark.text, to: max(1, body.columns))
        for (row, line) in lines.prefix(max(0, body.rows - used)).enumerated() {
            surface.write(StyledLine(line, remark.role), in: body.line(used + row))
        }
    }

    /// What is told while it is written, and after.
    private func lines(columns: Int) -> [StyledLine] {
        switch stage {
        case .asking: return []
        case .writing(let progress):
            let total = progress?.total ?? shown
            let rows = progress?.rows ?? 0
            let share = total > 0 ? Double(rows) / Double(total) : 0
            let bar = BarText.progress(share, columns: max(1, min(60, columns)))
            return [
                StyledLine(bar),
                StyledLine("\(NumberText.count(rows)) of \(NumberText.count(total)) rows are written."),
                [Span("Esc", .key), Span(" stops; nothing is left behind then.", .muted)],
            ]
        case .written(let report, let path):
            let rows = report.rows == 1 ? "1 row is" : "\(NumberText.count(report.rows)) rows are"
            var text = "\(rows) in \(path). You alone may read it (mode 0600)."
            if report.rows < report.total {
                let gone = report.total - report.rows
                text += " \(NumberText.count(gone)) \(gone == 1 ? "was" : "were") no longer held."
            }
            return TerminalText.wrapped(text, to: max(1, columns)).map { StyledLine($0, .success) }
                + ["", [Span("Esc", .key), Span(" goes back.", .muted)]]
        }
    }
}
