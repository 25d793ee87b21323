package import INaturalist
internal import TerminalUI

/// The table's columns as lines of plain text, for a terminal's scrollback or a pipe.
package nonisolated struct PlainTable: Sendable {
    private let rows: [[String]]
    /// How wide each column is: as its widest cell.
    private let widths: [Int]
    private let identity: Identity
    /// Scripts read the same whatever a person has chosen for the screen.
    private static let notation = Notation()

    /// - Parameter identity: for whom the observations were answered.
    package init(_ observations: [Observation], as identity: Identity) {
        self.identity = identity
        let titles = ["Id"] + ObservationColumn.standard.map { $0.specification(Self.notation).title }
        let rows = [titles] + observations.map { Self.row(of: $0, as: identity) }
        widths = titles.indices.map { column in rows.map { TerminalText.columns($0[column]) }.max() ?? 0 }
        self.rows = rows
    }

    /// The header and a line for each observation, columns aligned.
    package var lines: [String] { Self.lines(rows, widths) }

    /// Lines for more observations in the same columns. Where one needs more room than these had, its line is out of
    /// step: who prints a million rows does not know the widest beforehand.
    package func lines(of observations: [Observation]) -> [String] {
        Self.lines(observations.map { Self.row(of: $0, as: identity) }, widths)
    }

    private static func row(of observation: Observation, as identity: Identity) -> [String] {
        let entry = ObservationList.Entry(observation: observation, askedAs: identity)
        return ["\(observation.id)"]
            + ObservationColumn.standard.map { column in
                TerminalText.sanitised(column.span(for: entry, as: identity, Self.notation).text)
            }
    }

    private static func lines(_ rows: [[String]], _ widths: [Int]) -> [String] {
        rows.map { row in
            let cells = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: max(width - TerminalText.columns(text), 0))
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
