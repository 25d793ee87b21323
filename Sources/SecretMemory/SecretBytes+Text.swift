extension SecretBytes {
    /// The UTF-8 of a text, whose own copy stays in memory: for what is no secret, for tests, and where a secret
    /// came as a text anyway.
    package convenience init(_ text: String) {
        self.init(text.utf8)
    }

    /// The text as a `String`, with U+FFFD for what is no UTF-8: a copy that nobody overwrites.
    package var exposed: String {
        unsafe withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Where the characters of the text begin, in bytes, and behind them where it ends, so that there is always one
    /// more than there are characters as a person counts them. Bytes that are no UTF-8 count one each.
    package var boundaries: [Int] {
        unsafe withBytes { bytes in
            let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
            guard let text = try? UTF8Span(validating: span) else { return Array(0...count) }
            var places = [0]
            var characters = text.makeCharacterIterator()
            while characters.skipForward() == 1 { places.append(characters.currentCodeUnitOffset) }
            return places
        }
    }

    /// The scalars of the text, one at a time, with U+FFFD for what is no UTF-8.
    package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        unsafe withBytes { bytes in
            var rest = unsafe bytes.makeIterator()
            var decoder = UTF8()
            while true {
                switch unsafe decoder.decode(&rest) {
                case .scalarValue(let scalar): body(scalar)
                case .error: body("\u{FFFD}")
                case .emptyInput: return
                }
            }
        }
    }
}
