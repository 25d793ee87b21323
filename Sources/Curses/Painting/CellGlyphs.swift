import CNcurses
import TerminalUI

/// Puts a line's characters into what ncurses draws.
nonisolated struct CellGlyphs: Sendable {
    /// Whether the terminal takes UTF-8.
    let isUnicode: Bool

    /// Replaces a line by what to draw for these cells.
    ///
    /// The second half of a wide character is left out: ncurses fills it itself.
    func draw(_ cells: ArraySlice<Cell>, _ palette: StylePalette, into line: inout [cchar_t]) {
        line.removeAll(keepingCapacity: true)
        for cell in cells {
            let scalars = cell.scalars
            let isContinuation = scalars[0] == 0
            if isContinuation && isUnicode { continue }
            var drawn = palette.look(of: cell.style)
            if !isUnicode {
                drawn.chars.0 = isContinuation ? 0x3F : wchar_t(asciiTwin(of: scalars[0]))
            } else {
                drawn.chars.0 = wchar_t(bitPattern: scalars[0])
                if scalars[1] != 0 {
                    drawn.chars.1 = wchar_t(bitPattern: scalars[1])
                    drawn.chars.2 = wchar_t(bitPattern: scalars[2])
                    drawn.chars.3 = wchar_t(bitPattern: scalars[3])
                }
            }
            line.append(drawn)
        }
    }
}
