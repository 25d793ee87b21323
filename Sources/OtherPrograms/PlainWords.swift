internal import Glibc

/// What is said of other programs, fit for a line on the terminal.
enum PlainWords {
    /// The first line that a program complained with, or how it ended.
    static func reason(_ outcome: ChildProcess.Outcome) -> String {
        let text = String(decoding: outcome.errors.prefix(4_000), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).first.map { plain($0.prefix(200)) } ?? ""
        let words = line.drop { $0 == " " }
        return words.isEmpty ? ending(outcome.ending) : "says “\(words)”"
    }

    /// How a program ended, as the end of a sentence that begins with its name.
    static func ending(_ ending: ChildProcess.Ending) -> String {
        switch ending {
        case .exited(let code): "ended with code \(code)"
        case .signalled(let number): "was ended by signal \(number)"
        case .timedOut: "took too long"
        case .cancelled: "was stopped"
        case .notStarted(let code): "could not be started (\(String(cString: strerror(code))))"
        }
    }

    /// The text without what moves a terminal's cursor or turns its text around.
    private static func plain(_ text: Substring) -> String {
        var result = ""
        for scalar in text.unicodeScalars where !isHarmful(scalar) { result.unicodeScalars.append(scalar) }
        return result
    }

    /// Whether a terminal does something else with it than showing it.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
