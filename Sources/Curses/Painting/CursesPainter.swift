import CNcurses
import Glibc
package import TerminalUI

/// Turns surfaces into the bytes that change a terminal's screen: ncurses' own diff, collected in memory.
///
/// It never touches a terminal, so that what it says can be tested and counted anywhere.
@safe package final class CursesPainter {
    /// What the terminal's keys send.
    package let keys: KeySequences
    /// How many colours it uses.
    package let depth: ColourDepth
    /// How many cells it paints.
    package private(set) var size: Size

    private let sink: FrameSink
    private let screen: OpaquePointer
    private let glyphs: CellGlyphs
    /// Whether the terminal has more than ASCII.
    var isUnicode: Bool { glyphs.isUnicode }
    /// The rows that the last frame changed; nil when it changed all.
    private(set) var changedRows: Set<Int>? = []
    private let palette: StylePalette
    /// Terminals outside xterm's line get what ncurses says as it stands.
    private var reducer: FrameReducer?
    /// What ncurses was given last; the terminal shows it unless it is forgotten.
    private var painted = PaintedCells(size: Size(columns: 0, rows: 0))
    private var cursor: Position?
    private var isForgotten = true
    private var isCursorShown: Bool?
    private var line: [cchar_t] = []

    /// Sets a terminal up, without a byte to it.
    ///
    /// - Parameters:
    ///   - terminal: its name, as in TERM.
    ///   - size: its cells.
    ///   - theme: how roles look.
    ///   - colours: whether to use colours.
    ///   - isUnicode: whether the terminal takes UTF-8; ASCII twins are drawn otherwise.
    ///   - environment: where NO_COLOR may be.
    package init(
        terminal: String,
        size: Size,
        theme: Theme,
        colours: ColourChoice = .automatic,
        isUnicode: Bool = true,
        environment: [String: String] = [:]
    ) throws(TerminalError) {
        sink = try FrameSink()
        // A file has no size, and ncurses sets the scrolling region by what it believes before `resize_term` is called.
        use_env(true)
        use_tioctl(false)
        unsafe setenv("LINES", "\(max(1, size.rows))", 1)
        unsafe setenv("COLUMNS", "\(max(1, size.columns))", 1)
        defer {
            unsafe unsetenv("LINES")
            unsafe unsetenv("COLUMNS")
        }
        // Read while the screen is set up. Pauses in the output are for terminals of the last century.
        unsafe setenv("NCURSES_NO_PADDING", "1", 1)
        defer { unsafe unsetenv("NCURSES_NO_PADDING") }
        guard let screen = unsafe newterm(terminal, sink.stream, sink.stream) else {
            throw .unknown(name: terminal)
        }
        guard Terminfo.has("cup") else {
            unsafe delscreen(screen)
            throw .incapable(name: terminal)
        }
        unsafe self.screen = screen
        noecho()
        nonl()
        // A file has no input that a frame could wait for.
        typeahead(-1)
        unsafe idlok(curses_standard_screen(), true)
        let wanted = colours.depth(
            available: has_colors() ? Terminfo.number("colors") : 0,
            isDirect: Terminfo.has("RGB"),
            environment: environment
        )
        // Once started, ncurses sets colours even where none is asked for.
        depth = wanted != .none && start_color() == OK ? wanted : .none
        palette = StylePalette(theme: theme, depth: depth)
        // What is erased looks like a blank of ours, in themes with a background of their own too.
        var blank = palette.look(of: Style())
        unsafe wbkgrndset(curses_standard_screen(), &blank)
        glyphs = CellGlyphs(isUnicode: isUnicode)
        reducer = TerminalModes.isOfXtermLine ? FrameReducer() : nil
        keys = KeySequences.ofCurrentTerminal()
        self.size = size
        resize_term(Int32(clamping: max(1, size.rows)), Int32(clamping: max(1, size.columns)))
    }

    isolated deinit {
        unsafe set_term(screen)
        endwin()
        unsafe delscreen(screen)
    }

    /// What to say to the terminal around the frames.
    func modes(mouse: Bool) -> TerminalModes {
        use()
        return .ofCurrentTerminal(mouse: mouse, rows: size.rows)
    }

    /// Whether the terminal's entry has a capability.
    func hasCapability(_ name: String) -> Bool {
        use()
        return Terminfo.has(name)
    }

    /// Appends the bytes that make the screen show a surface; nothing if it does already.
    package func paint(_ surface: Surface, into frame: inout [UInt8]) {
        use()
        let isWhole = painted.size != surface.size
        if isWhole {
            unsafe werase(curses_standard_screen())
            painted = PaintedCells(size: surface.size)
        }
        var isChanged = isWhole || isForgotten
        changedRows = isChanged ? nil : []
        for row in 0..<min(size.rows, surface.size.rows) {
            let cells = surface.row(row)
            guard let columns = painted.replace(row: row, by: cells) else { continue }
            isChanged = true
            changedRows?.insert(row)
            put(cells, columns, row: row)
        }
        if placeCursor(surface.cursor) { isChanged = true }
        guard isChanged else { return }
        isForgotten = false
        unsafe wnoutrefresh(curses_standard_screen())
        doupdate()
        let start = frame.count
        sink.drain(into: &frame)
        reducer?.reduce(&frame, from: start)
    }

    /// Takes another size; the next frame draws everything.
    package func resize(to size: Size) {
        use()
        self.size = size
        resize_term(Int32(clamping: max(1, size.rows)), Int32(clamping: max(1, size.columns)))
        // ncurses may have cut lines off.
        painted = PaintedCells(size: Size(columns: 0, rows: 0))
        forget()
    }

    /// Forgets what the terminal shows: somebody else has drawn on it. The next frame draws everything.
    package func forget() {
        use()
        isForgotten = true
        isCursorShown = nil
        unsafe clearok(curses_current_screen(), true)
    }

    /// Tells ncurses that the terminal is given back. What it says to that is in the modes already.
    package func leave() {
        use()
        endwin()
        sink.discard()
        forget()
    }

    func use() {
        unsafe set_term(screen)
    }

    private func put(_ cells: ArraySlice<Cell>, _ columns: Range<Int>, row: Int) {
        var first = columns.lowerBound
        // ncurses draws both halves of a wide character from its first.
        while first > 0, cells[cells.startIndex + first].isContinuation { first -= 1 }
        let end = min(columns.upperBound, size.columns)
        guard first < end else { return }
        glyphs.draw(cells[(cells.startIndex + first)..<(cells.startIndex + end)], palette, into: &line)
        unsafe wmove(curses_standard_screen(), Int32(row), Int32(first))
        unsafe wadd_wchnstr(curses_standard_screen(), line, Int32(line.count))
    }

    /// Whether the cursor is to be somewhere else than before.
    private func placeCursor(_ cursor: Position?) -> Bool {
        let visible = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        defer { self.cursor = visible }
        if isCursorShown != (visible != nil) {
            isCursorShown = visible != nil
            curs_set(visible == nil ? 0 : 1)
            // A hidden cursor may stay where the last change left it.
            unsafe leaveok(curses_standard_screen(), visible == nil)
        }
        if let visible {
            unsafe wmove(curses_standard_screen(), Int32(visible.row), Int32(visible.column))
        }
        return self.cursor != visible
    }
}
