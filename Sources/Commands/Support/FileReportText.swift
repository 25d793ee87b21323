import ObservationImport
import TerminalUI

/// What is said of a file that was read, as lines. Its own words are in it, so every line is sanitised.
struct FileReportText {
    private let report: FileReport
    private let source: FileSource

    init(_ report: FileReport, of source: FileSource) {
        self.report = report
        self.source = source
    }

    /// For who asked what the file is.
    var lines: [String] {
        var lines = [
            "“\(source.name)”: \(report.kind.title)", "rows: \(report.rows)", "refused: \(report.refused)",
        ]
        lines += problems.map { "  \($0)" }
        if !report.unusedColumns.isEmpty {
            lines.append(
                "columns without a place in the table: \(report.unusedColumns.joined(separator: ", "))"
            )
        }
        lines += remarks
        return lines.map(TerminalText.sanitised)
    }

    /// For who reads the rows, and has to know what is missing.
    var complaints: [String] {
        var lines = remarks
        if report.refused > 0 {
            let rows = report.refused == 1 ? "1 row" : "\(report.refused) rows"
            lines.append(
                "\(rows) of “\(source.name)” cannot be read and \(report.refused == 1 ? "is" : "are") left out:"
            )
            lines += report.problems.prefix(5).map(\.text)
            if report.refused > 5 { lines.append("… inatty open --check names them all.") }
        }
        return lines.map(TerminalText.sanitised)
    }

    private var problems: [String] {
        let more = report.refused - report.problems.count
        return report.problems.map(\.text) + (more > 0 ? ["… and \(more) more"] : [])
    }

    private var remarks: [String] {
        var lines = report.remarks.map(\.text)
        if report.damagedTexts > 0 {
            let rows = report.damagedTexts == 1 ? "1 row has" : "\(report.damagedTexts) rows have"
            lines.append("\(rows) letters that are not UTF-8, shown as “\u{FFFD}”: save the file as UTF-8.")
        }
        if !report.unknownColumns.isEmpty {
            lines.append("unknown columns, left out: \(report.unknownColumns.joined(separator: ", "))")
        }
        return lines
    }
}
