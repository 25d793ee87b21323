/// What a field of one line takes.
enum LineInput {
    case paste(PastedText)
    case edit(LineEdit)

    /// Nothing when the event is not for a line.
    init?(_ event: InputEvent) {
        switch event {
        case .paste(let pasted):
            self = .paste(pasted)
        case .key(let key):
            guard let edit = LineEdit(key) else { return nil }
            self = .edit(edit)
        case .mouse, .resize, .resumed, .hangUp:
            return nil
        }
    }
}

/// What a key does in a line that a person types into, the same in every kind of field: as in a shell.
enum LineEdit: Hashable, Sendable {
    /// A place in the line, told from the cursor.
    enum Place: Hashable, Sendable {
        case start, end, characterBefore, characterAfter, wordStart, wordEnd
    }

    /// Puts a character at the cursor.
    case insert(Character)
    /// Puts the cursor there.
    case move(Place)
    /// Takes away what is between the cursor and there.
    case remove(Place)

    /// Nothing when the key is not for a line: Enter, Tab, Escape and the vertical arrows never are.
    init?(_ key: Key) {
        switch key {
        case .character(let character): self = .insert(character)
        case .left: self = .move(.characterBefore)
        case .right: self = .move(.characterAfter)
        case .controlLeft, .alt("b"): self = .move(.wordStart)
        case .controlRight, .alt("f"): self = .move(.wordEnd)
        case .home, .control("a"): self = .move(.start)
        case .end, .control("e"): self = .move(.end)
        case .backspace, .control("h"): self = .remove(.characterBefore)
        case .delete, .control("d"): self = .remove(.characterAfter)
        case .control("k"): self = .remove(.end)
        case .control("u"): self = .remove(.start)
        case .control("w"), .alt("\u{7F}"): self = .remove(.wordStart)
        default: return nil
        }
    }

    /// Whether a scalar breaks a line. No field keeps one, because tokens and passwords are copied with them.
    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
