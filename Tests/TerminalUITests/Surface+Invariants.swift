import TerminalUI

extension Surface {
    /// What is wrong with the cells, in words; empty when every cell is one that a terminal shows as it is
    /// counted.
    var flaws: [String] {
        var flaws: [String] = []
        for row in 0..<size.rows {
            let cells = Array(self.row(row))
            if cells.count != size.columns {
                flaws.append("row \(row) has \(cells.count) cells")
            }
            var column = 0
            while column < cells.count {
                let cell = cells[column]
                let place = "column \(column), row \(row)"
                let columns = TerminalText.columns(cell.text)
                if cell.isContinuation {
                    flaws.append("\(place): half a character")
                    column += 1
                    continue
                }
                if columns != 1, columns != 2 {
                    flaws.append("\(place): \(columns) columns")
                }
                if columns == 2 {
                    if column + 1 >= cells.count || !cells[column + 1].isContinuation {
                        flaws.append("\(place): a wide character without its other half")
                    } else if cells[column + 1].style != cell.style {
                        flaws.append("\(place): two halves that look different")
                    }
                }
                flaws += cell.forbiddenScalars.map { "\(place): U+\(String($0, radix: 16))" }
                column += max(1, columns)
            }
        }
        return flaws
    }
}

extension Cell {
    /// The scalars that must never reach a terminal.
    var forbiddenScalars: [UInt32] {
        var forbidden: [UInt32] = []
        for lane in 0..<4 where scalars[lane] != 0 {
            guard let scalar = Unicode.Scalar(scalars[lane]) else {
                forbidden.append(scalars[lane])
                continue
            }
            if scalar.isForbidden(after: scalars[0]) {
                forbidden.append(scalar.value)
            }
        }
        return forbidden
    }
}

extension Unicode.Scalar {
    /// Whether it controls, hides or reorders; judged by Unicode's own properties, not by our table.
    func isForbidden(after base: UInt32) -> Bool {
        if value == 0x200C || value == 0x200D {
            let hasScript = (0x0600...0x0DFF).contains(base) || (0x1000...0x18AF).contains(base)
            return !hasScript && !(0xFB50...0xFEFC).contains(base)
        }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
        default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }
}

/// The sizes that every widget must survive.
let everySize: [Size] = [
    Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 10, rows: 2),
    Size(columns: 2, rows: 10),
    Size(columns: 20, rows: 5), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    Size(columns: 200, rows: 60),
]
