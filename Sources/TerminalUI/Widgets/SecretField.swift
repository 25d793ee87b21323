package import SecretMemory

/// A line for a password, a token or another secret: it shows points, and keeps what is typed where it is
/// overwritten, never in a `String`.
package struct SecretField: Sendable, Hashable {
    /// What was typed, in UTF-8. Setting it puts the cursor at its end. Every edit makes another one, and the one
    /// before is overwritten with its last owner.
    package var secret: SecretBytes {
        didSet { cursor = secret.count }
    }
    /// What stands there while nothing is typed.
    package var hint: String
    /// Where the next character goes, in bytes; always between two whole characters as a person counts them.
    private var cursor: Int

    /// A field with the cursor behind its text.
    package init(_ secret: SecretBytes = .empty, hint: String = "") {
        self.secret = secret
        self.hint = hint
        cursor = secret.count
    }

    /// Whether nothing is typed.
    package var isEmpty: Bool { secret.isEmpty }

    /// Characters before the cursor.
    package var cursorOffset: Int { secret.boundaries.count { $0 < cursor } }

    /// Characters in all.
    package var length: Int { secret.boundaries.count - 1 }

    /// Takes a key or a paste, as ``TextField`` does.
    ///
    /// The text is one word whatever blanks it has: they are not to be found out. Controls and line breaks are
    /// dropped; everything else is kept, because a password is none of our business.
    ///
    /// - Returns: Whether it was for the field.
    package mutating func handle(_ event: InputEvent) -> Bool {
        switch LineInput(event) {
        case .paste(let pasted): insert { keep in pasted.bytes.forEachScalar(keep) }
        case .edit(let edit): perform(edit)
        case nil: return false
        }
        return true
    }

    private mutating func perform(_ edit: LineEdit) {
        switch edit {
        case .insert(let character): insert { keep in character.unicodeScalars.forEach(keep) }
        case .move(let place): cursor = offset(of: place)
        case .remove(let place):
            let other = offset(of: place)
            if other != cursor { replace(min(cursor, other)..<max(cursor, other), with: .empty) }
        }
    }

    private mutating func insert(_ scalars: ((Unicode.Scalar) -> Void) -> Void) {
        var addition = SecretBuilder()
        scalars { scalar in
            guard !LineEdit.isLineBreak(scalar), scalar.properties.generalCategory != .control else { return }
            addition.append(scalar)
        }
        if addition.count > 0 { replace(cursor..<cursor, with: addition.secret) }
    }

    private mutating func replace(_ range: Range<Int>, with addition: SecretBytes) {
        let place = range.lowerBound + addition.count
        secret = secret.replacing(range, with: addition)
        // What was inserted may have joined the character after it.
        cursor = secret.boundaries.first { $0 >= place } ?? secret.count
    }

    private func offset(of place: LineEdit.Place) -> Int {
        switch place {
        case .start, .wordStart: 0
        case .end, .wordEnd: secret.count
        case .characterBefore: secret.boundaries.last { $0 < cursor } ?? 0
        case .characterAfter: secret.boundaries.first { $0 > cursor } ?? secret.count
        }
    }
}
