internal import SecretMemory

/// Where the characters of a secret stand, in bytes, counted from near where it is asked for and not from its start.
/// Bytes that are no UTF-8 count one each.
extension SecretBytes {
    /// The first place between two characters, or an end, that is not before some byte.
    func boundary(notBefore place: Int) -> Int {
        guard place < count else { return count }
        return withCharacters(before: place) { characters in
            while characters.currentCodeUnitOffset < place, characters.skipForward() == 1 {}
            return characters.currentCodeUnitOffset
        } ?? place
    }

    /// The last place between two characters, or an end, that is before some byte.
    func boundary(before place: Int) -> Int {
        guard place > 0 else { return 0 }
        return withCharacters(before: place) { characters in
            var last = characters.currentCodeUnitOffset
            while characters.skipForward() == 1, characters.currentCodeUnitOffset < place {
                last = characters.currentCodeUnitOffset
            }
            return last
        } ?? place - 1
    }

    /// How many characters begin before some byte; no more than a limit are counted.
    func characters(before place: Int, upTo limit: Int = .max) -> Int {
        withCharacters(before: 0) { characters in
            var passed = 0
            while passed < limit, characters.currentCodeUnitOffset < place, characters.skipForward() == 1 {
                passed += 1
            }
            return passed
        } ?? min(place, limit)
    }

    /// Lends the characters from a place between two of them that is before some byte; the start where there is none
    /// near.
    ///
    /// - Returns: What the body returned; nil for bytes that are no UTF-8.
    private func withCharacters(
        before place: Int,
        _ body: (inout UTF8Span.CharacterIterator) -> Int
    ) -> Int? {
        withBytes { bytes in
            guard let text = try? UTF8Span(validating: Swift.Span<UInt8>(_unsafeBytes: bytes)) else {
                return nil
            }
            // Nothing joins two printable characters of ASCII.
            func isPlain(_ index: Int) -> Bool { bytes[index] &- 0x20 < 0x5F }
            var start = max(0, place - 1)
            while start > 0, !isPlain(start - 1) || !isPlain(start) { start -= 1 }
            var characters = text.makeCharacterIterator()
            characters.reset(toUnchecked: start)
            return body(&characters)
        }
    }
}
