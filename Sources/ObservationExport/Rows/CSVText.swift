/// Lines of a table as RFC 4180 has them: commas, quotation marks doubled inside quotation marks, CR LF at the end.
enum CSVText {
    /// One line.
    static func line(_ values: [ExportColumn.Value]) -> String {
        values.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ value: ExportColumn.Value) -> String {
        switch value {
        case .nothing: ""
        case .number(let number): number
        case .text(let text): quoted(harmless(text))
        }
    }

    /// A text that no spreadsheet takes for a formula, and no terminal for commands.
    ///
    /// Names and places are other people's words. A cell that begins with `=`, `+`, `-`, `@`, Tab or a line break is run
    /// as a formula by spreadsheets, quoted or not; an apostrophe before it makes it a text there (OWASP, “CSV
    /// Injection”). Who reads the file with a program takes the apostrophe off again. Controls that are neither Tab nor
    /// line break become U+FFFD.
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        // Most texts are plain.
        if !formulaStarts.contains(first), text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
        var scalars = String.UnicodeScalarView()
        if formulaStarts.contains(first) { scalars.append("'") }
        for scalar in text.unicodeScalars {
            let isKept = !isControl(scalar) || scalar == "\t" || scalar == "\n" || scalar == "\r"
            scalars.append(isKept ? scalar : "\u{FFFD}")
        }
        return String(scalars)
    }

    /// The wide twins are taken for the same by spreadsheets of East Asia.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func quoted(_ text: String) -> String {
        let needsMarks = text.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsMarks else { return text }
        // By scalars: with an accent after it a quotation mark is another character, and a reader still takes it for one.
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" { scalars.append(scalar) }
            scalars.append(scalar)
        }
        return "\"" + String(scalars) + "\""
    }
}
