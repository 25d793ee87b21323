/// A token or a password: text that must never be printed by accident.
///
/// Descriptions, debug descriptions, interpolation, `dump` and mirrors all show the same mark.
/// The text itself comes out only by asking for ``exposed``, which is easy to search for.
package struct Secret: Sendable, Hashable {
    private let text: String

    /// Wraps a secret text.
    package init(_ text: String) {
        self.text = text
    }

    /// The secret itself: for a request header, a form body or a token store, never for a message or a log.
    package var exposed: String { text }

    /// How many characters the secret has.
    package var length: Int { text.count }

    /// Whether there is no text at all.
    package var isEmpty: Bool { text.isEmpty }

    /// The first and the last four characters, `eyJh…x9Qw`, so that a person can tell two tokens apart.
    ///
    /// A text under 24 characters shows nothing but `…`: eight of its characters would be too many.
    package var edges: String {
        text.count < 24 ? "…" : "\(text.prefix(4))…\(text.suffix(4))"
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
