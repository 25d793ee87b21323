/// Text as roff takes it, for mandoc and groff alike.
enum Roff {
    /// Text inside a line, or as a word after a macro.
    ///
    /// A hyphen is written as a minus, so that what is copied from the page is what the program takes, and what is not
    /// ASCII by its number, so that the page does not depend on the reader's character set.
    static func inline(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case "\"": result += "\\(dq"
            case " "..."\u{7E}": result.unicodeScalars.append(scalar)
            default:
                let number = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - number.count)) + number + "]"
            }
        }
    }

    /// A line of text; a dot at its beginning is no macro.
    static func line(_ text: String) -> String {
        // Names of options are not divided at the end of a line.
        let line = (" " + inline(text)).replacing(" \\-\\-", with: " \\%\\-\\-").dropFirst()
        return line.hasPrefix(".") ? "\\&" + line : String(line)
    }

    /// Flowing text, each sentence on a line of its own: so roff knows where sentences end.
    static func text(_ text: String) -> [String] {
        var sentences: [String] = [""]
        for word in text.split(separator: " ") {
            if !sentences[sentences.count - 1].isEmpty { sentences[sentences.count - 1] += " " }
            sentences[sentences.count - 1] += word
            let bare = word.reversed().drop { $0 == ")" || $0 == "”" || $0 == "\"" }
            if let last = bare.first, ".!?".contains(last) { sentences.append("") }
        }
        return sentences.filter { !$0.isEmpty }.map(line)
    }

    /// Words after a macro. None of them is taken for a macro itself, nor for punctuation.
    static func words(_ text: String) -> String {
        text.split(separator: " ").map { "\\&" + inline(String($0)) }.joined(separator: " ")
    }
}
