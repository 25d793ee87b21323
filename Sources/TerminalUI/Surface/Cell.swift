/// One cell of the screen: a scalar with up to three combining marks, and how it looks.
///
/// It is a plain value without references, so that a screen of them is filled and compared like memory.
/// Other modules can read one and make a blank one; only a ``Surface`` makes the rest, from sanitised text.
package struct Cell: Hashable, Sendable {
    /// The base scalar in the first lane (0 in the second half of a wide character), its combining marks
    /// after it.
    package internal(set) var scalars: SIMD4<UInt32>
    /// How it looks.
    package internal(set) var style: Style

    @inline(__always)
    init(scalars: SIMD4<UInt32>, style: Style) {
        self.scalars = scalars
        self.style = style
    }

    /// An empty cell.
    package static func blank(_ style: Style = Style()) -> Cell {
        Cell(scalars: SIMD4(0x20, 0, 0, 0), style: style)
    }

    /// The second half of a character that is two cells wide.
    static func continuation(_ style: Style) -> Cell {
        Cell(scalars: SIMD4(repeating: 0), style: style)
    }

    /// Whether this is the second half of a wide character.
    package var isContinuation: Bool { scalars[0] == 0 }

    /// Whether it shows nothing but its ground.
    package var isBlank: Bool { scalars == SIMD4(0x20, 0, 0, 0) }

    /// The character that it shows; empty in the second half of a wide one. For tests and dumps: it builds a
    /// string.
    package var text: String {
        var result = String.UnicodeScalarView()
        for lane in 0..<4 where scalars[lane] != 0 {
            if let scalar = Unicode.Scalar(scalars[lane]) {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
