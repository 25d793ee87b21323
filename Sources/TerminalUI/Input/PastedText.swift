package import SecretMemory

/// A text that was pasted, as it came. It may be a password, because that is how password managers give them, so it
/// is overwritten with its last owner and never shown in a description.
package struct PastedText: Hashable, Sendable, CustomStringConvertible {
    /// The text in UTF-8, or whatever bytes the terminal sent for it.
    package let bytes: SecretBytes

    /// Wraps what was pasted.
    package init(_ bytes: SecretBytes) {
        self.bytes = bytes
    }

    /// A text that is in memory as a `String` anyway.
    package init(_ text: String) {
        bytes = SecretBytes(text)
    }

    /// The text for a field that anybody may read: a copy that nobody overwrites. Sanitise it before it is shown.
    package var text: String { bytes.exposed }

    /// Always the same mark.
    package var description: String { bytes.description }
}
