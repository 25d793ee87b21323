/// A line that a person types into.
package struct TextField: Sendable, Hashable {
    /// What was typed. Setting it puts the cursor at its end.
    package var text: String {
        didSet { cursor = text.endIndex }
    }
    /// Whether only "•" is shown for each character, as for passwords and tokens.
    package var isMasked: Bool
    /// What stands there while nothing is typed.
    package var placeholder: String
    /// Where the next character goes; always between two whole characters as a person counts them.
    private var cursor: String.Index

    /// A field with the cursor behind its text.
    package init(text: String = "", isMasked: Bool = false, placeholder: String = "") {
        self.text = text
        self.isMasked = isMasked
        self.placeholder = placeholder
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
        switch event {
        case .paste(let pasted):
            insert(insertable(pasted))
            return true
        case .key(let key):
            return handle(key)
        case .mouse, .resize, .resumed, .hangUp:
            return false
        }
    }

    private mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            insert(insertable(String(character)))
        case .left: move(to: before)
        case .right: move(to: after)
        case .controlLeft, .alt("b"): move(to: wordStart)
        case .controlRight, .alt("f"): move(to: wordEnd)
        case .home, .control("a"): cursor = text.startIndex
        case .end, .control("e"): cursor = text.endIndex
        case .backspace, .control("h"): remove(from: before, to: cursor)
        case .delete, .control("d"): remove(from: cursor, to: after)
        case .control("k"): remove(from: cursor, to: text.endIndex)
        case .control("u"): remove(from: text.startIndex, to: cursor)
        case .control("w"), .alt("\u{7F}"): remove(from: wordStart, to: cursor)
        default: return false
        }
        return true
    }

    // MARK: - Editing

    /// What of a text may be typed or pasted here.
    ///
    /// Line breaks vanish, because tokens are copied with them. A shown text loses what could not be shown; a
    /// masked one keeps everything but controls, because a password is none of our business.
    private func insertable(_ raw: String) -> String {
        let unbroken = raw.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: false
            default: !isMasked || scalar.properties.generalCategory != .control
            }
        }
        let addition = String(String.UnicodeScalarView(unbroken))
        guard !isMasked else { return addition }
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

    private mutating func move(to index: String.Index) {
        cursor = index
    }

    private var before: String.Index {
        cursor > text.startIndex ? text.index(before: cursor) : cursor
    }

    private var after: String.Index {
        cursor < text.endIndex ? text.index(after: cursor) : cursor
    }

    /// Where the word before the cursor begins. A masked text is one word: its blanks are not to be found
    /// out.
    private var wordStart: String.Index {
        guard !isMasked else { return text.startIndex }
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
        guard !isMasked else { return text.endIndex }
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
