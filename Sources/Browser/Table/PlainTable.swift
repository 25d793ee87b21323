package import INaturalist
internal import TerminalUI

/// The table's columns as lines of plain text, for a terminal's scrollback or a pipe.
package nonisolated struct PlainTable: Sendable {
    private let rows: [[String]]

    /// - Parameter identity: for whom the observations were answered.
    package init(_ observations: [Observation], as identity: Identity) {
        let columns = ObservationColumn.allCases
        let entries = observations.map { ObservationList.Entry(observation: $0, askedAs: identity) }
        rows =
            [["Id"] + columns.map(\.specification.title)]
            + entries.map { entry in
                ["\(entry.observation.id)"]
                    + columns.map { TerminalText.sanitised($0.span(for: entry, as: identity).text) }
            }
    }

    /// The header and a line for each observation, columns aligned.
    package var lines: [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { TerminalText.columns($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - TerminalText.columns(text))
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
