import Testing

@testable import ObservationStore

@Suite("Short forms of what nearly every row has")
struct CompactFormTests {
    @Test("the usual form of a UUID takes 16 bytes")
    func usualUUID() {
        let text = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
        #expect(
            CompactUUID.cell(text)
                == .bytes([
                    0x0A, 0x1B, 0x2C, 0x3D, 0x4E, 0x5F, 0x60, 0x71, 0x82, 0x93, 0xA4, 0xB5, 0xC6, 0xD7, 0xE8,
                    0xF9,
                ])
        )
        #expect(CompactUUID.text(CompactUUID.cell(text)) == text)
    }

    @Test(
        "any other is kept as it is",
        arguments: [
            "", "0", "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9", "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
            "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f99",
            "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8fg", "0a1b2c3d-4e5f-6071-8293xa4b5c6d7e8f9",
            "0a1b2c3d-4e5f-6071-829-3a4b5c6d7e8f9", "é1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9a",
        ]
    )
    func unusualUUID(text: String) {
        #expect(CompactUUID.cell(text) == .words(text))
    }

    @Test(
        "words are sorted by their letters without what is on them",
        arguments: [
            ("plain", nil), ("Réne", "Rene"), ("re\u{301}ne", "rene"), ("Straße", "Strasse"),
            ("Ørsted", "orsted"),
            ("Жук", "жук"), ("Ǻ", "a"), ("Ḁ", "a"), ("虫", "虫"), ("“a”", "“a”"),
        ] as [(String, String?)]
    )
    func folding(text: String, key: String?) {
        #expect(Folding.key(text)?.lowercased() == key?.lowercased())
    }
}
