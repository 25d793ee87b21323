/// A line that a person types into, and that anybody may read. What nobody may is for ``SecretField``.
package struct TextField: Sendable, Hashable {
    /// What was typed. Setting it puts the cursor at its end.
    package var text: String {
        didSet { cursor = text.endIndex }
    }
    /// What stands there while nothing is typed.
    package var hint: String
    /// Where the next character goes; always between two whole characters as a person counts them.
    private var cursor: String.Index

    /// A field with the cursor behind its text.
    package init(text: String = "", hint: String = "") {
        self.text = text
        self.hint = hint
        cursor = text.endIndex
    }

    /// Characters before the cursor.
    package var cursorOffset: Int { text.distance(from: text.startIndex, to: cursor) }

    /// The text before the cursor, for drawing.
    var textBeforeCursor: Substring { text[..<cursor] }

    /// The text from the cursor on, for drawing.
    var textAfterCursor: Substring { text[cursor...] }

    /// Takes a key or a paste.
    ///
    /// - Returns: Whether it was for the field. Enter, Tab, Escape and the vertical arrows never are.
    package mutating func handle(_ event: InputEvent) -> Bool {
        switch LineInput(event) {
        case .paste(let pasted): insert(insertable(pasted.text))
        case .edit(let edit): perform(edit)
        case nil: return false
        }
        return true
    }

    private mutating func perform(_ edit: LineEdit) {
        switch edit {
        case .insert(let character): insert(insertable(String(character)))
        case .move(let place): cursor = index(of: place)
        case .remove(let place):
            let other = index(of: place)
            remove(from: min(cursor, other), to: max(cursor, other))
        }
    }

    // MARK: - Editing

    /// What of a text may be typed or pasted here: line breaks vanish, and what could not be shown.
    private func insertable(_ raw: String) -> String {
        let unbroken = raw.unicodeScalars.filter { !LineEdit.isLineBreak($0) }
        let addition = String(String.UnicodeScalarView(unbroken))
        // A combining mark may be typed after its base, as a key of its own.
        let before = text[..<cursor].suffix(1).unicodeScalars
        let both = TerminalText.sanitised(String(before) + addition).unicodeScalars
        guard both.starts(with: before) else { return TerminalText.sanitised(addition) }
        return String(String.UnicodeScalarView(both.dropFirst(before.count)))
    }

    private mutating func insert(_ addition: String) {
        guard !addition.isEmpty else { return }
        replace(cursor..<cursor, with: addition)
    }

    private mutating func remove(from start: String.Index, to end: String.Index) {
        guard start < end else { return }
        replace(start..<end, with: "")
    }

    /// Changes a part and puts the cursor behind it, at the end of the character that now stands there.
    private mutating func replace(_ range: Range<String.Index>, with addition: String) {
        let rest = text[range.upperBound...].unicodeScalars.count
        var changed = text
        changed.replaceSubrange(range, with: addition)
        let scalars = changed.unicodeScalars
        let place = scalars.index(scalars.endIndex, offsetBy: -rest)
        text = changed
        // What was inserted may have joined the character after it.
        cursor = changed.indices.first { $0 >= place } ?? changed.endIndex
    }

    // MARK: - Moving

    private func index(of place: LineEdit.Place) -> String.Index {
        switch place {
        case .start: text.startIndex
        case .end: text.endIndex
        case .characterBefore: before
        case .characterAfter: after
        case .wordStart: wordStart
        case .wordEnd: wordEnd
        }
    }

    private var before: String.Index {
        cursor > text.startIndex ? text.index(before: cursor) : cursor
    }

    private var after: String.Index {
        cursor < text.endIndex ? text.index(after: cursor) : cursor
    }

    /// Where the word before the cursor begins.
    private var wordStart: String.Index {
        var index = cursor
        var isInWord = false
        while index > text.startIndex {
            let previous = text.index(before: index)
            if text[previous] == " " {
                if isInWord { break }
            } else {
                isInWord = true
            }
            index = previous
        }
        return index
    }

    /// Where the word after the cursor ends.
    private var wordEnd: String.Index {
        var index = cursor
        var isInWord = false
        while index < text.endIndex {
            if text[index] == " " {
                if isInWord { break }
            } else {
                isInWord = true
            }
            index = text.index(after: index)
        }
        return index
    }
}
