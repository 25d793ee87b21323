/// Words as the search engine takes texts apart: in small letters, without accents.
enum Words {
    /// The words of a text; many and one are the same.
    static func of(_ text: String) -> Set<String> {
        Set(list(text).map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
    }

    /// The words of a text, in order.
    static func list(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in folded(text).unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// Whether each word of one text begins a word of another, as in autocompletion.
    static func begins(_ text: String, _ other: String) -> Bool {
        let words = list(other)
        return list(text).allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }

    /// Small letters without accents.
    private static func folded(_ text: String) -> String {
        let small = text.lowercased()
        if small.utf8.allSatisfy({ $0 < 0x80 }) { return small }
        var scalars = String.UnicodeScalarView()
        for scalar in small.unicodeScalars where scalar.properties.canonicalCombiningClass == .notReordered {
            scalars.append(scalar.value < 0x80 ? scalar : base(of: scalar))
        }
        return String(scalars)
    }

    /// The letter under a Latin letter's accent, which its name tells: LATIN SMALL LETTER E WITH ACUTE.
    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let prefix = "LATIN SMALL LETTER "
        guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return scalar }
        let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
        guard letter.count == 1, name.contains(" WITH ") else { return scalar }
        return letter.lowercased().unicodeScalars.first ?? scalar
    }
}
