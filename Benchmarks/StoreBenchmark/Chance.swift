/// Random numbers that are the same on every run: Sebastiano Vigna's SplitMix64.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    static func mixed(_ seed: UInt64) -> UInt64 {
        var value = (seed ^ (seed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func real(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * Double(next() >> 11) / Double(1 << 53)
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func word(_ lengths: ClosedRange<Int>) -> String {
        (0..<lengths.lowerBound + below(lengths.count)).map { _ in pick(Self.syllables) }.joined()
    }

    mutating func name() -> String {
        let word = word(2...3)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    mutating func uuid() -> String {
        let digits = Array("0123456789abcdef")
        var text = ""
        var bits: UInt64 = 0
        for position in 0..<32 {
            if position % 16 == 0 { bits = next() }
            if [8, 12, 16, 20].contains(position) { text.append("-") }
            text.append(digits[Int(bits & 15)])
            bits >>= 4
        }
        return text
    }

    private static let syllables = [
        "pla", "tan", "the", "ra", "leu", "co", "qui", "li", "mo", "sa", "vé", "ro", "nü", "ka", "bel", "tor",
        "ixo",
        "fen", "gra", "hy", "la", "o", "phry", "stur", "nus", "wa", "zo", "ña", "ber", "cin",
    ]
}
