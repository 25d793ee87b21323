/// A line that a person types into, and that anybody may read. What nobody may is for ``SecretField``.
///
/// A key costs the same whatever the length of the text: only the characters at the cursor are looked at.
package struct TextField: Sendable, Hashable {
    /// What stands there while nothing is typed.
    package var hint: String
    /// Whether some of what was typed or pasted last had no room, which is drawn at the right end.
    private(set) var isFull = false
    private var content: String
    /// How many scalars the text has: no more than ``LineEdit/limit``, unless it was set so.
    private var count: Int
    /// Where the next character goes; always between two whole characters as a person counts them.
    private var cursor: String.Index

    /// A field with the cursor behind its text.
    package init(text: String = "", hint: String = "") {
        self.hint = hint
        content = text
        count = text.unicodeScalars.count
        cursor = text.endIndex
    }

    /// What was typed. Setting it puts the cursor at its end.
    package var text: String {
        get { content }
        set { self = TextField(text: newValue, hint: hint) }
    }

    /// Characters before the cursor.
    package var cursorOffset: Int { content.distance(from: content.startIndex, to: cursor) }

    /// The text before the cursor, for drawing.
    var textBeforeCursor: Substring { content[..<cursor] }

    /// The text from the cursor on, for drawing.
    var textAfterCursor: Substring { content[cursor...] }

    /// Takes a key or a paste. What is beyond the limit is left out, and ``isFull`` tells it.
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
        let before = clusterBeforeCursor
        let both = TerminalText.sanitised(String(before) + addition).unicodeScalars
        guard both.starts(with: before) else { return TerminalText.sanitised(addition) }
        return String(String.UnicodeScalarView(both.dropFirst(before.count)))
    }

    /// What a mark would join: the base before the cursor with its marks, of which no more than three are kept.
    private var clusterBeforeCursor: Substring.UnicodeScalarView {
        let scalars = textBeforeCursor.unicodeScalars
        let last = scalars.suffix(4)
        let base = last.lastIndex { scalar in
            switch ScalarClass.of(scalar.value) {
            case .single, .double, .space: true
            case .nothing, .mark, .lineBreak, .joiner, .emojiModifier, .jamo: false
            }
        }
        return scalars[(base ?? scalars.endIndex)...]
    }

    private mutating func insert(_ addition: String) {
        guard !addition.isEmpty else { return }
        let fitting = fitting(addition)
        if !fitting.isEmpty { replace(cursor..<cursor, with: fitting) }
        isFull = fitting.utf8.count < addition.utf8.count
    }

    /// The whole characters at the start of a text that there is room for.
    private func fitting(_ addition: String) -> String {
        var room = LineEdit.limit - count
        // No text has more scalars than bytes.
        guard addition.utf8.count > room else { return addition }
        let fitting = addition.prefix { character in
            room -= character.unicodeScalars.count
            return room >= 0
        }
        return String(fitting)
    }

    private mutating func remove(from start: String.Index, to end: String.Index) {
        guard start < end else { return }
        replace(start..<end, with: "")
    }

    /// Changes a part and puts the cursor behind it, at the end of the character that now stands there.
    private mutating func replace(_ range: Range<String.Index>, with addition: String) {
        let bytes = content.utf8
        let place = bytes.distance(from: bytes.startIndex, to: range.lowerBound) + addition.utf8.count
        count += addition.unicodeScalars.count - content.unicodeScalars[range].count
        content.replaceSubrange(range, with: addition)
        let index = content.utf8.index(content.startIndex, offsetBy: place)
        // What was inserted may have joined the character after it.
        cursor =
            index == content.endIndex
            ? index : String.Index(index, within: content) ?? content.index(after: index)
        isFull = false
    }

    // MARK: - Moving

    private func index(of place: LineEdit.Place) -> String.Index {
        switch place {
        case .start: content.startIndex
        case .end: content.endIndex
        case .characterBefore: before
        case .characterAfter: after
        case .wordStart: wordStart
        case .wordEnd: wordEnd
        }
    }

    private var before: String.Index {
        cursor > content.startIndex ? content.index(before: cursor) : cursor
    }

    private var after: String.Index {
        cursor < content.endIndex ? content.index(after: cursor) : cursor
    }

    /// Where the word before the cursor begins.
    private var wordStart: String.Index {
        var index = cursor
        var isInWord = false
        while index > content.startIndex {
            let previous = content.index(before: index)
            if content[previous] == " " {
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
        while index < content.endIndex {
            if content[index] == " " {
                if isInWord { break }
            } else {
                isInWord = true
            }
            index = content.index(after: index)
        }
        return index
    }
}
