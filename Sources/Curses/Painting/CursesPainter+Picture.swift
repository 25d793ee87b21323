import CNcurses
import TerminalUI

extension CursesPainter {
    /// Lets ncurses move lines by scrolling, or not: what it does not know of would move with them.
    func setScrolling(_ isAllowed: Bool) {
        use()
        unsafe idlok(curses_standard_screen(), isAllowed)
    }

    /// Whether the last frame may have written over a place.
    ///
    /// - Parameter frame: what it wrote. ncurses does not know of the picture, so it erases to the end of a line or of the
    ///   screen where that is shorter.
    func mayHaveTouched(_ rect: Rect, in frame: ArraySlice<UInt8>) -> Bool {
        guard let changedRows else { return true }
        if changedRows.contains(where: { rect.top <= $0 && $0 < rect.top + rect.rows }) { return true }
        return Self.erasesScreen(frame)
    }

    /// Appends a picture, with the cursor and its colours where they were before.
    ///
    /// Nothing where the terminal cannot do that, or where the picture does not fit.
    func draw(_ picture: Picture, into frame: inout [UInt8]) {
        use()
        let rect = picture.rect
        guard rect.columns > 0, rect.rows > 0, Rect(size).intersection(rect) == rect,
            let save = Terminfo.string("sc"), let restore = Terminfo.string("rc")
        else { return }
        frame += save + (Terminfo.string("sgr0") ?? [])
        // What is there already would stay below, and its data with it.
        frame += picture.removal
        for (row, line) in picture.lines.enumerated() {
            guard let move = Terminfo.string("cup", rect.top + row, rect.left) else { continue }
            frame += move + line
        }
        frame += (Terminfo.string("sgr0") ?? []) + restore
    }

    /// Whether ED is among the sequences.
    nonisolated static func erasesScreen(_ frame: ArraySlice<UInt8>) -> Bool {
        var index = frame.startIndex
        while let start = frame[index...].firstIndex(of: 0x1B) {
            index = start + 1
            guard index < frame.endIndex, frame[index] == UInt8(ascii: "[") else { continue }
            let end = frame[(index + 1)...].firstIndex { 0x40...0x7E ~= $0 } ?? frame.endIndex
            if end < frame.endIndex, frame[end] == UInt8(ascii: "J") { return true }
        }
        return false
    }
}
