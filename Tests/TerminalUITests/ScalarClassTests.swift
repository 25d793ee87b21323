import Testing

@testable import TerminalUI

@Suite("Scalar classes")
struct ScalarClassTests {
    @Test(
        "the fast path for Latin agrees with the table",
        arguments: [0x00..<0x20, 0x21..<0x7F, 0x7F..<0xA1, 0xA1..<0x250] as [Range<UInt32>]
    )
    func fastPath(_ range: Range<UInt32>) {
        for value in range {
            let width: Int8 = value < 0x20 || (0x7F..<0xA0).contains(value) ? -1 : 1
            #expect(ScalarClass.of(value) == ScalarClass.computed(value, width: width), "U+\(value)")
        }
    }

    @Test(
        "without any UTF-8 locale the usual scripts keep their widths",
        arguments: ["aÄß", "ΑЯא", "東京漢字かな한국어", "ｱ", "e\u{301}\u{20DD}", "👨🌳", "◐●○▸│─█░…±", "ＡＢ", "कम"]
    )
    func fallback(_ text: String) {
        for scalar in text.unicodeScalars {
            #expect(
                ScalarClass.computed(scalar.value, width: nil) == ScalarClass.of(scalar.value),
                "\(scalar)"
            )
        }
    }

    @Test("what is no scalar has no class", arguments: [0xD800, 0xDFFF, 0x110000, UInt32.max])
    func noScalar(_ value: UInt32) {
        #expect(ScalarClass.of(value) == .nothing)
    }

    @Test("tasks that need the same pages at once all get the same answer")
    func concurrent() async {
        let texts = HostileText.all
        await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<16 {
                group.addTask { texts.map { TerminalText.columns($0.raw) } }
            }
            for await columns in group {
                #expect(columns == texts.map(\.columns))
            }
        }
    }
}
