/// Writing YAML.
enum YAMLText {
    /// A text as a scalar: in quotation marks unless no reader of YAML could take it for something else.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return quoted + "\""
    }

    /// Words of letters, digits, hyphens and points, with a caret before them at most; a letter alone, a number and
    /// what YAML 1.1 takes for yes and no are in quotation marks.
    private static func isPlain(_ text: String) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let isOrdinary = words.allSatisfy { word in
            guard let first = word.first, first == "^" || first.isASCII && first.isLetter else {
                return false
            }
            return word.dropFirst().allSatisfy {
                $0 == "-" || $0 == "_" || $0 == "." || $0.isASCII && ($0.isLetter || $0.isNumber)
            }
        }
        let reserved: Set<String> = ["on", "off", "yes", "no", "true", "false", "null"]
        return isOrdinary && text.count > 1 && !reserved.contains(text.lowercased())
    }

    /// The characters that YAML 1.2 allows outside of escapes, without its line breaks and those that are not seen:
    /// what is printed may come from somebody else's file.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
            scalar.properties.generalCategory != .format
        default: false
        }
    }
}
