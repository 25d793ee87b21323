/// What a terminal is told about a cell.
package struct Appearance: Hashable, Sendable {
    /// The colour of the text; nil is the terminal's own.
    package var foreground: Colour?
    /// The colour behind it; nil is the terminal's own.
    package var background: Colour?
    /// Thicker or brighter letters.
    package var bold: Bool
    /// Fainter letters.
    package var dim: Bool
    /// A line below.
    package var underline: Bool
    /// Foreground and background change places.
    package var reverse: Bool
    /// Slanted letters; terminals without them ignore it.
    package var italic: Bool

    /// An appearance; without arguments, that of the terminal itself.
    package init(
        foreground: Colour? = nil,
        background: Colour? = nil,
        bold: Bool = false,
        dim: Bool = false,
        underline: Bool = false,
        reverse: Bool = false,
        italic: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.dim = dim
        self.underline = underline
        self.reverse = reverse
        self.italic = italic
    }
}
