package import SecretMemory

/// A token or a password: text that must never be printed by accident, overwritten in memory once nobody holds it.
///
/// Descriptions, debug descriptions, interpolation, `dump` and mirrors all show the same mark.
/// The text itself comes out only by asking for ``exposed``, which is easy to search for.
package struct Secret: Sendable, Hashable {
    /// The secret in UTF-8, for what can do with bytes.
    package let bytes: SecretBytes

    /// Wraps a secret that never was a `String`: what was typed into a field, or read from a pipe.
    package init(bytes: SecretBytes) {
        self.bytes = bytes
    }

    /// Wraps a secret text. Its own copy in memory is the caller's, and nobody can overwrite it.
    package init(_ text: String) {
        bytes = SecretBytes(text)
    }

    /// The secret itself, for a request header or a token store, never for a message or a log.
    ///
    /// Each call makes a copy that is not overwritten: for tokens, which live in headers anyway, and never for a
    /// password.
    package var exposed: String { bytes.exposed }

    /// How many characters the secret has.
    package var length: Int { bytes.boundaries.count - 1 }

    /// Whether there is no text at all.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The first and the last four characters, `eyJh…x9Qw`, so that a person can tell two tokens apart.
    ///
    /// A text under 24 characters shows nothing but `…`: eight of its characters would be too many.
    package var edges: String {
        let places = bytes.boundaries
        guard places.count > 24 else { return "…" }
        return text(in: 0..<places[4]) + "…" + text(in: places[places.count - 5]..<bytes.count)
    }

    /// Lends the bytes; a copy made of them is the caller's to overwrite.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withBytes(body)
    }

    private func text(in range: Range<Int>) -> String {
        withBytes { String(decoding: $0[range], as: UTF8.self) }
    }
}

extension Secret {
    /// A text from outside with a mark wherever this secret stands in it.
    func hidden(in text: String) -> String {
        let source = Array(text.utf8)
        let count = bytes.count
        guard count > 0, source.count >= count else { return text }
        return withBytes { secret in
            var kept: [UInt8] = []
            var place = 0
            while place < source.count {
                if source[place...].starts(with: secret) {
                    kept += Self.mark.utf8
                    place += count
                } else {
                    kept.append(source[place])
                    place += 1
                }
            }
            return String(decoding: kept, as: UTF8.self)
        }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private static let mark = "‹secret›"

    /// Always the same mark.
    package var description: String { Self.mark }

    /// Always the same mark.
    package var debugDescription: String { Self.mark }

    /// A mirror without children, so that `dump` and reflection find no text.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
