/// Words as they are sorted: without case and without accents, as far as Unicode's names tell the letter.
enum Folding {
    /// The key to sort by; nil when SQLite's own comparison without case does as well, which it does for ASCII. So only
    /// words with other letters cost the key's bytes.
    static func key(_ text: String?) -> String? {
        guard let text else { return nil }
        let isASCII = text.utf8.withContiguousStorageIfAvailable { bytes in
            // All bytes at once, because nearly every text is.
            bytes.reduce(0, |) < 0x80
        }
        guard !(isASCII ?? text.utf8.allSatisfy { $0 < 0x80 }) else { return nil }
        var key = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                key.unicodeScalars.append(scalar)
            } else if scalar.value < UInt32(usual.count) {
                key += usual[Int(scalar.value)]
            } else {
                key += folded(scalar)
            }
        }
        return key
    }

    /// Latin, Greek and Cyrillic letters, looked up once: Unicode's names are slow to read.
    private static let usual: [String] = (0..<UInt32(0x500)).map { Unicode.Scalar($0).map(folded) ?? "" }

    /// Nothing for what is put on the letter before it.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.canonicalCombiningClass == .notReordered ? letter(scalar) : ""
    }

    /// The letter without what is put on it: `LATIN SMALL LETTER E WITH ACUTE` is an E.
    private static func letter(_ scalar: Unicode.Scalar) -> String {
        guard scalar.properties.isAlphabetic else { return String(scalar) }
        if let name = scalar.properties.name, name.hasPrefix("LATIN ") {
            let words = name.split(separator: " ")
            // Some have other words than a letter there: “LATIN SMALL LETTER SHARP S”.
            if words.count > 3, words[2] == "LETTER", words.count == 4 || words[4] == "WITH",
                words[3].count <= 2
            {
                return words[3].lowercased()
            }
            if words.count == 5, words[3] == "SHARP" { return "ss" }
        }
        return scalar.properties.lowercaseMapping
    }
}
