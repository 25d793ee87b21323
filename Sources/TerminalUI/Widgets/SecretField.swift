package import SecretMemory

/// A line for a password, a token or another secret: it shows points, and keeps what is typed where it is
/// overwritten, never in a `String`.
package struct SecretField: Sendable, Hashable {
    /// What was typed, in UTF-8. Setting it puts the cursor at its end. Every edit makes another one, and the one
    /// before is overwritten with its last owner.
    package var secret: SecretBytes {
        didSet {
            cursor = secret.count
            isFull = false
        }
    }
    /// What stands there while nothing is typed.
    package var hint: String
    /// Whether some of what was typed or pasted last had no room, which is drawn at the right end.
    private(set) var isFull = false
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
    package var cursorOffset: Int { secret.characters(before: cursor) }

    /// Characters in all.
    package var length: Int { secret.characters(before: secret.count) }

    /// What is drawn of the characters, none of which counts beyond a limit: how many there are, and how many of them
    /// stand before the cursor.
    func counts(upTo limit: Int) -> (all: Int, beforeCursor: Int) {
        let all = secret.characters(before: secret.count, upTo: limit)
        return (all, cursor == secret.count ? all : secret.characters(before: cursor, upTo: limit - 1))
    }

    /// Takes a key or a paste, as ``TextField`` does.
    ///
    /// The text is one word whatever blanks it has: they are not to be found out. Controls and line breaks are
    /// dropped; everything else is kept, because a password is none of our business. What is beyond the limit is left
    /// out, and ``isFull`` tells it.
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
        var isCut = false
        let room = LineEdit.limit - secret.count
        scalars { scalar in
            guard !LineEdit.isLineBreak(scalar), scalar.properties.generalCategory != .control else { return }
            isCut = isCut || addition.count + UTF8.width(scalar) > room
            if !isCut { addition.append(scalar) }
        }
        if addition.count > 0 { replace(cursor..<cursor, with: addition.secret) }
        if addition.count > 0 || isCut { isFull = isCut }
    }

    private mutating func replace(_ range: Range<Int>, with addition: SecretBytes) {
        let place = range.lowerBound + addition.count
        secret = secret.replacing(range, with: addition)
        // What was inserted may have joined the character after it.
        cursor = secret.boundary(notBefore: place)
    }

    private func offset(of place: LineEdit.Place) -> Int {
        switch place {
        case .start, .wordStart: 0
        case .end, .wordEnd: secret.count
        case .characterBefore: secret.boundary(before: cursor)
        case .characterAfter: secret.boundary(notBefore: cursor + 1)
        }
    }
}
