import Testing

@testable import TerminalUI

@Suite("ASCII twins")
struct AsciiTwinTests {
    @Test("every sign has one printable ASCII character")
    func printable() {
        var flawed: [String] = []
        for value in UInt32(0)..<0x30000 where !(0x20...0x7E).contains(asciiTwin(of: value)) {
            flawed.append(String(value, radix: 16))
        }
        #expect(flawed == [])
    }

    @Test("ASCII is its own twin", arguments: 0x20...0x7E)
    func ascii(_ value: UInt32) {
        #expect(asciiTwin(of: value) == UInt8(value))
    }

    @Test(
        "our own signs have a look-alike",
        arguments: Array(
            zip(
                "◐●○▸│─┌┐└┘├┤┬┴┼±°…—·↑↓⏎•–×✓█░‹›→←▾▴",
                "o*.>|-+++++++++" + "~o~-.^v<*-x+#:<>><v^"
            ).map { [$0, $1] }
        )
    )
    func signs(_ pair: [Character]) {
        let sign = pair[0].unicodeScalars.first?.value ?? 0
        #expect(pair[1].asciiValue == asciiTwin(of: sign))
        #expect(TerminalText.columns(String(pair[0])) == 1)
    }

    @Test("a Latin letter loses its accent")
    func latin() {
        for value in UInt32(0xC0)...0x17F {
            // "LATIN SMALL LETTER E WITH ACUTE": an authority of its own on what the letter is.
            guard let name = Unicode.Scalar(value)?.properties.name else { continue }
            let words = name.split(separator: " ")
            guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
                continue
            }
            let letter = words[1] == "CAPITAL" ? String(words[3]) : words[3].lowercased()
            #expect(Character(Unicode.Scalar(asciiTwin(of: value))) == Character(letter), "\(name)")
        }
    }

    @Test(
        "more dots of braille look fuller",
        arguments: [(0x2800, " "), (0x2801, "."), (0x280F, ":"), (0x28FF, "#")]
    )
    func braille(_ value: UInt32, _ twin: Character) {
        #expect(asciiTwin(of: value) == twin.asciiValue)
    }

    @Test(
        "what has no twin is a question mark",
        arguments: [0x6771, 0x1F468, 0x0416, 0xFFFD, 0xD800, 0xFFFF_FFFF]
    )
    func others(_ value: UInt32) {
        #expect(asciiTwin(of: value) == UInt8(ascii: "?"))
    }
}
