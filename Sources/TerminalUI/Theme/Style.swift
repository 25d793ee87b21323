/// What a text is for. Screens say this and never a colour; a `Theme` turns it into an appearance.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
    /// Ordinary text.
    case text
    /// Text of less weight: units, captions, hints.
    case muted
    /// A heading, a column's title.
    case heading
    /// The program's own name.
    case brand
    /// A point, place or word that everyone may see.
    case publicFace
    /// A point, place or word that only permitted viewers may see.
    case trueFace
    /// What is hidden from the viewer.
    case withheld
    /// A thing that went well, an identity that is proved.
    case success
    /// A thing to look at: an identity that is not proved, a token that is ignored.
    case warning
    /// A thing that failed.
    case failure
    /// A key that can be pressed.
    case key
    /// Lines and frames.
    case border
    /// The part of a text that a search found.
    case match
}

/// What lies behind a text.
package enum Ground: UInt8, Hashable, Sendable, CaseIterable {
    /// The terminal's own background.
    case normal
    /// The line or thing the cursor is on.
    case selected
    /// A bar at an edge of the screen.
    case bar
    /// A field that can be typed into.
    case field
    /// The field or button that has the keyboard.
    case focused
}

/// How a cell looks, by purpose.
package struct Style: Hashable, Sendable {
    /// What the text is for.
    package var role: Role
    /// What lies behind it.
    package var ground: Ground

    package init(_ role: Role = .text, on ground: Ground = .normal) {
        self.role = role
        self.ground = ground
    }

    /// The same text on another ground.
    package func on(_ ground: Ground) -> Style {
        Style(role, on: ground)
    }
}
