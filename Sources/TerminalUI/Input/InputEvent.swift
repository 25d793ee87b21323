/// A key, as a person names it.
package enum Key: Hashable, Sendable {
    /// A key that types a character, space among them.
    case character(Character)
    /// Control and a letter, always in lower case: `.control("c")`.
    case control(Character)
    /// Alt (or Escape first) and a character.
    case alt(Character)
    /// F1 is `.function(1)`.
    case function(Int)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case enter, escape, tab, backTab, backspace, delete, insert
    /// Arrows with Shift or Control held.
    case shiftUp, shiftDown, shiftLeft, shiftRight
    case controlLeft, controlRight, controlUp, controlDown, controlHome, controlEnd
}

/// What the mouse did, at which cell.
package struct MouseEvent: Hashable, Sendable {
    /// What was done.
    package enum Kind: Hashable, Sendable {
        case press, doublePress, release, drag, wheelUp, wheelDown
    }

    /// What was done.
    package var kind: Kind
    /// The cell it was done at.
    package var position: Position

    package init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }
}

/// What the person at the terminal did.
package enum InputEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted, as one piece.
    case paste(PastedText)
    /// The mouse was used.
    case mouse(MouseEvent)
    /// The terminal has another size now.
    case resize(Size)
    /// The program is in the foreground again, with an empty screen.
    case resumed
    /// A signal or a closed terminal asks the program to end.
    case hangUp
}
