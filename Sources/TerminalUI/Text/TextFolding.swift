/// Letters without case and without accents, one scalar for one scalar, so that what matches can be found again in
/// the text as it stands.
enum TextFolding {
    /// The letter to compare by; 0 for a mark that is put on the letter before it.
    @inline(__always)
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: return value + 0x20
        case 0..<0x80: return value
        case 0x80..<0x500: return usual[Int(value) - 0x80]
        case 0x1E00..<0x2000: return extended[Int(value) - 0x1E00]
        default: return withoutCase(scalar)
        }
    }

    /// Whether a scalar is part of a word as the search's index cuts them: letters, numbers and private use.
    @inline(__always)
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80: return false
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    /// Latin, Greek and Cyrillic letters, looked up once: Unicode's names are slow to read.
    private static let usual = (UInt32(0x80)..<0x500).map(withoutAccent)
    /// The same for letters with several accents.
    private static let extended = (UInt32(0x1E00)..<0x2000).map(withoutAccent)

    private static func withoutCase(_ scalar: Unicode.Scalar) -> UInt32 {
        guard scalar.properties.canonicalCombiningClass == .notReordered else { return 0 }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }

    /// `LATIN SMALL LETTER E WITH ACUTE` is an E.
    private static func withoutAccent(_ value: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(value) else { return value }
        let lower = withoutCase(scalar)
        switch lower {
        // Letters whose names do not tell what is put on them.
        case 0x3C2: return 0x3C3
        case 0x439: return 0x438
        case 0x451: return 0x435
        case 0x453: return 0x433
        case 0x457: return 0x456
        case 0x45C: return 0x43A
        case 0x45E: return 0x443
        default: break
        }
        guard lower != 0, let name = Unicode.Scalar(lower)?.properties.name else { return lower }
        let words = name.split(separator: " ")
        guard let with = words.firstIndex(of: "WITH") else { return lower }
        return letters[words[..<with].joined(separator: " ")] ?? lower
    }

    /// The letters without anything on them, by name.
    private static let letters: [String: UInt32] = {
        let plain =
            [0x61...0x7A, 0xE6...0xE6, 0x3B1...0x3C9, 0x430...0x44F, 0x456...0x456]
            as [ClosedRange<UInt32>]
        var letters: [String: UInt32] = [:]
        for value in plain.joined() {
            if let name = Unicode.Scalar(value)?.properties.name { letters[name] = value }
        }
        return letters
    }()
}
