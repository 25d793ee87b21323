import MemoryScan
import SecretMemory
import TerminalUI
import Testing

@testable import Curses

@Suite("What the decoder leaves in memory")
struct ForgettingTests {
    fileprivate static let start = Array("\u{1B}[200~".utf8)
    private static let end = Array("\u{1B}[201~".utf8)

    @Test(
        "Nothing of a paste, however it is cut, once the paste is let go",
        arguments: [12, 40],
        [1, 7, 1 << 16]
    )
    func paste(_ length: Int, _ piece: Int) async {
        await #expect(processExitsWith: .success) { [length, piece] in
            let needle = Needle(length: length)
            var decoder = InputDecoder()
            var events = ForgettingTests.feed(SecretBytes(ForgettingTests.start), piece, &decoder)
            events += ForgettingTests.feed(needle.secret, piece, &decoder)
            #expect(events.isEmpty)
            // The half of an end mark, so that something waits.
            events += ForgettingTests.feed(SecretBytes(ForgettingTests.end[..<3]), piece, &decoder)
            events += ForgettingTests.feed(SecretBytes(ForgettingTests.end[3...]), piece, &decoder)
            try #expect(MemoryScan.findings(of: needle).count == 1)
            #expect(events == [.paste(PastedText(needle.secret))])
            events = []
            try #expect(MemoryScan.findings(of: needle).isEmpty)
            #expect(decoder.decode([0x6A], at: 0) == [.key(.character("j"))])
        }
    }

    @Test("Nothing of a password whose keys all came at once", arguments: [12, 40])
    func typed(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            var decoder = InputDecoder()
            let count = ForgettingTests.feed(needle.secret, 1 << 16, &decoder).count
            #expect(count == length)
            try #expect(MemoryScan.findings(of: needle).isEmpty)
            #expect(!decoder.isAmbiguous)
        }
    }

    /// As ``InputReader`` does: the bytes it read are overwritten after they were decoded.
    private static func feed(
        _ bytes: SecretBytes,
        _ piece: Int,
        _ decoder: inout InputDecoder
    ) -> [InputEvent] {
        bytes.withBytes { bytes in
            var events: [InputEvent] = []
            for start in stride(from: 0, to: bytes.count, by: piece) {
                events += decoder.decode(bytes[start..<min(start + piece, bytes.count)], at: 0)
            }
            return events
        }
    }
}
