extension Surface {
    /// The text of every line, without the blanks at its end.
    package var lines: [String] {
        (0..<size.rows).map { row in
            var line = text(ofRow: row)
            while line.last == " " {
                line.removeLast()
            }
            return line
        }
    }

    /// Everything that is on the surface, as text that can be compared and read.
    ///
    /// First the lines with the blanks at their end, each closed by "|". Then one letter a cell for its
    /// style, "." for ordinary text on the ordinary ground; the letter of a style is always the same. Then
    /// what the letters mean, and where the cursor is.
    package var snapshot: String {
        var result = ""
        for row in 0..<size.rows {
            result += text(ofRow: row) + "|\n"
        }
        result += "--- styles\n"
        var used: Set<Style> = []
        for row in 0..<size.rows {
            for cell in self.row(row) {
                used.insert(cell.style)
                result.append(cell.style.letter)
            }
            result += "|\n"
        }
        result += "---\n"
        for ground in Ground.allCases {
            for role in Role.allCases where used.contains(Style(role, on: ground)) {
                result += "\(Style(role, on: ground).letter) \(role) on \(ground)\n"
            }
        }
        if let cursor {
            result += "cursor at column \(cursor.column), row \(cursor.row)\n"
        } else {
            result += "no cursor\n"
        }
        return result
    }

    private func text(ofRow row: Int) -> String {
        self.row(row).reduce(into: "") { $0 += $1.text }
    }
}

extension Style {
    /// A letter of its own for each of the 65 styles.
    fileprivate var letter: Character {
        let letters: StaticString =
            ".bcdefghijklmABCDEFGHIJKLMnopqrstuvwxyzNOPQRSTUVWXYZ0123456789+=*"
        let index = Int(ground.rawValue) * Role.allCases.count + Int(role.rawValue)
        guard index < letters.utf8CodeUnitCount else { return "?" }
        return Character(Unicode.Scalar(letters.utf8Start[index]))
    }
}
