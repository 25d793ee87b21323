/// What is said to the terminal around the frames: when it is taken, before and after a frame, when it is given back.
///
/// ncurses' own part (the second screen) is in the first frame; this adds what ncurses does not know.
nonisolated struct TerminalModes: Sendable {
    /// Written once with the first frame after the terminal is taken.
    var taking: [UInt8] = []
    /// Written before every frame: the terminal shows nothing of it until its end.
    var frameStart: [UInt8] = []
    /// Written after every frame.
    var frameEnd: [UInt8] = []
    /// Written when the terminal is given back, from a signal handler too.
    var restoring: [UInt8] = []
}

extension TerminalModes {
    /// Whether the terminal that ncurses set up last is of xterm's line: these have a mouse, know private modes or
    /// pass over them, and take every SGR parameter of ECMA-48.
    static var isOfXtermLine: Bool { Terminfo.has("kmous") }

    /// For the terminal that ncurses set up last, with so many rows.
    static func ofCurrentTerminal(mouse: Bool, rows: Int) -> TerminalModes {
        var modes = TerminalModes()
        // Some terminals only send what terminfo says of their keys in application mode. ncurses would switch it on
        // once, but not again after a stop: it cannot set modes on a file.
        modes.taking = Terminfo.string("smkx") ?? []
        if isOfXtermLine {
            modes.frameStart = Array("\u{1B}[?2026h".utf8)
            modes.frameEnd = Array("\u{1B}[?2026l".utf8)
            modes.taking += Array("\u{1B}[?2004h".utf8)
            if mouse { modes.taking += Array("\u{1B}[?1002h\u{1B}[?1006h".utf8) }
            // The first two bytes end a string that a crash cut short.
            let off = ["2026", "1000", "1002", "1003", "1006", "1004", "2004"].map { "\u{1B}[?\($0)l" }
            modes.restoring = Array("\u{1B}\\".utf8) + off.joined().utf8
        }
        let lastRow = max(0, rows - 1)
        modes.restoring += Terminfo.string("csr", 0, lastRow) ?? []
        for name in ["rmir", "sgr0", "op", "rmkx", "cnorm"] {
            modes.restoring += Terminfo.string(name) ?? []
        }
        if let leaving = Terminfo.string("rmcup") {
            modes.restoring += leaving + [0x0D]
        } else {
            // Without a second screen the shell goes on below ours.
            modes.restoring += (Terminfo.string("cup", lastRow, 0) ?? []) + [0x0D, 0x0A]
        }
        return modes
    }
}
