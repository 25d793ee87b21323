internal import TerminalUI

/// Text of the screens as it is read out or felt: without column art, one thing after another.
nonisolated enum PlainText {
    /// Signs that stand before a word that says the same.
    private static let signs: Set<Unicode.Scalar> = [
        "◐", "●", "○", "▸", "▾", "▲", "▼", "◂", "█", "░", "•",
    ]

    /// One line: controls, lines, bars and signs left out, and columns written as `label: value, value`.
    static func line(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in TerminalText.sanitised(text).unicodeScalars {
            let isDrawn = (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
            kept.append(isDrawn || signs.contains(scalar) ? " " : scalar)
        }
        let parts = parts(of: String(kept))
        guard let label = parts.first else { return "" }
        let rest = parts.dropFirst().joined(separator: ", ")
        guard !rest.isEmpty else { return spoken(label) }
        let isClosed = label.last.map { ":,.;".contains($0) } ?? false
        return spoken(label + (isClosed ? " " : ": ") + rest)
    }

    /// The lines of a text screen. What was wrapped under a label becomes one line again, and of several empty lines
    /// one is left.
    static func lines(_ texts: [String]) -> [String] {
        var lines: [String] = []
        for text in texts {
            let line = line(text)
            let isContinued = text.prefix { $0 == " " }.count >= continuation
            if line.isEmpty {
                if lines.last?.isEmpty == false { lines.append("") }
            } else if isContinued, let last = lines.last, !last.isEmpty {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(line)
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// What has fewer blanks before it is a line of its own.
    private static let continuation = 12

    /// The same text in ASCII.
    static func ascii(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let words = words[scalar] {
                bytes += Array(words.utf8)
            } else {
                let columns = TerminalText.columns(String(scalar))
                bytes += Array(repeating: asciiTwin(of: scalar.value), count: columns)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Signs that say more in several characters than in the one that a cell has.
    private static let words: [Unicode.Scalar: String] = [
        "±": "+/-", "→": "->", "←": "<-", "…": "...", "°": " deg", "⏎": "Enter", "≤": "<=", "≥": ">=",
    ]

    private static func spoken(_ text: String) -> String {
        text.replacing(" · ", with: ", ").replacing("→", with: "to")
    }

    /// What stands between two blanks or more.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var blanks = 2
        for character in text {
            if character == " " {
                blanks += 1
                continue
            }
            if blanks >= 2 {
                parts.append("")
            } else if blanks == 1 {
                parts[parts.count - 1].append(" ")
            }
            blanks = 0
            parts[parts.count - 1].append(character)
        }
        return parts
    }
}
