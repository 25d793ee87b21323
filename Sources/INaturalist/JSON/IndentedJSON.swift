/// JSON text set out in lines for people. Tokens stay as they are, so that no digit of a number is lost.
enum IndentedJSON {
    /// - Parameter bytes: one whole JSON value, as the parser accepts it. What is no UTF-8 becomes U+FFFD.
    /// - Returns: the same value, with a line break at its end. Controls, marks that turn the direction of writing and
    ///   invisible characters stand as `\u` escapes, which JSON takes for the same.
    static func text(of bytes: [UInt8]) -> String {
        var writer = Writer()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { writer.take(scalar) }
        writer.output.append("\n")
        return String(writer.output)
    }

    private struct Writer {
        var output = String.UnicodeScalarView()
        private var depth = 0
        private var isInString = false
        private var isEscaped = false
        /// Whether a bracket was just opened: an empty one is closed in its line.
        private var isOpening = false

        mutating func take(_ scalar: Unicode.Scalar) {
            if isInString { return takeInString(scalar) }
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{FEFF}":
                return
            case "}", "]":
                depth -= 1
                if !isOpening { breakLine() }
                isOpening = false
                output.append(scalar)
                return
            default:
                break
            }
            if isOpening { breakLine() }
            isOpening = false
            output.append(scalar)
            switch scalar {
            case "{", "[":
                depth += 1
                isOpening = true
            case ",": breakLine()
            case ":": output.append(" ")
            case "\"": isInString = true
            default: break
            }
        }

        private mutating func takeInString(_ scalar: Unicode.Scalar) {
            if !isEscaped, scalar == "\"" { isInString = false }
            isEscaped = !isEscaped && scalar == "\\"
            if Self.isHarmless(scalar) {
                output.append(scalar)
            } else {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
            }
        }

        private mutating func escape(_ unit: UInt16) {
            let digits = String(unit, radix: 16)
            output.append(contentsOf: "\\u".unicodeScalars)
            output.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
            output.append(contentsOf: digits.unicodeScalars)
        }

        private mutating func breakLine() {
            output.append("\n")
            for _ in 0..<2 * depth { output.append(" ") }
        }

        private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
            return switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
            default: true
            }
        }
    }
}
