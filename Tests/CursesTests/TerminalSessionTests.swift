import Foundation
import MemoryScan
import SecretMemory
import Testing

@Suite("A session on a real terminal", .serialized, .timeLimit(.minutes(5)))
struct TerminalSessionTests {
    private static let plain =
        "alternate_on=0 cursor_flag=1 mouse_any_flag=0 keypad_cursor_flag=0 mouse_sgr_flag=0"
    private static let taken =
        "alternate_on=1 cursor_flag=0 mouse_any_flag=1 keypad_cursor_flag=1 mouse_sgr_flag=1"

    /// Starts the probe, with the terminal's modes noted before.
    private func start(
        _ terminal: TmuxTerminal,
        _ command: String = "",
        rows: Int = 100,
        options: String = ""
    ) async throws {
        try await terminal.wait(for: "ready$")
        try terminal.type("modes=$(stty -g); \(command) \(TmuxTerminal.probe) \(rows) \(options)")
        try await terminal.wait(for: "1/\(rows) ")
    }

    /// The terminal is as it was before the probe: modes, screen, cursor, mouse.
    private func expectRestored(_ terminal: TmuxTerminal, status: Int32) async throws {
        try await terminal.wait(until: "the terminal is restored") { try terminal.state() == Self.plain }
        try terminal.type(
            "status=$?; [ \"$modes\" = \"$(stty -g)\" ] && echo \"same modes, status=$status.\""
        )
        try await terminal.wait(for: "same modes, status=\(status).")
    }

    @Test(
        "Keys move the selection under every name of the terminal",
        arguments: ["tmux-256color", "screen-256color", "xterm-256color", "xterm"]
    )
    func keys(name: String) async throws {
        let terminal = try TmuxTerminal(name: name == "xterm" ? "xterm-256color" : name)
        try await start(terminal, "TERM=\(name)")
        #expect(try terminal.state() == Self.taken)
        try terminal.press("Down", "Down", "j")
        try await terminal.wait(for: "4/100 ")
        try terminal.press("Up")
        try await terminal.wait(for: "3/100 80x24 key(Key.up)")
        try terminal.press("End")
        try await terminal.wait(for: "100/100 80x24 key(Key.end)")
        try terminal.press("Home")
        try await terminal.wait(for: "1/100 80x24 key(Key.home)")
        try terminal.press("PageDown")
        try await terminal.wait(for: "23/100 80x24 key(Key.pageDown)")
        for (key, event) in [
            ("C-Right", "controlRight"), ("S-Left", "shiftLeft"), ("F5", "function(5)"),
            ("F12", "function(12)"),
            ("BTab", "backTab"), ("M-x", "alt(\"x\")"), ("C-c", "control(\"c\")"), ("Delete", "delete"),
            ("BSpace", "backspace"), ("Enter", "enter"), ("Escape", "escape"), ("é", "character(\"é\")"),
        ] {
            try terminal.press(key)
            try await terminal.wait(for: "Key.\(event))")
        }
        try terminal.press("q")
        try await expectRestored(terminal, status: 0)
        #expect(try terminal.screen().contains("ended"))
    }

    @Test("A paste is one event, and its line breaks press nothing")
    func paste() async throws {
        let terminal = try TmuxTerminal(columns: 120)
        try await start(terminal)
        try terminal.paste("q\nj é")
        try await terminal.wait(for: "1/100 120x24 paste(\"q")
        try terminal.press("j")
        try await terminal.wait(for: "2/100 ")
    }

    @Test(
        "A password that was typed or pasted is in memory once, and nowhere when it is cleared",
        arguments: [12, 40]
    )
    func secret(length: Int) async throws {
        let needle = Needle(length: length)
        let password = needle.secret.exposed
        let digits = needle.masked.map { String($0, radix: 16) }.joined()
        let terminal = try TmuxTerminal()
        try await start(terminal, options: "--secret \(digits)")
        for enter in [terminal.send, terminal.paste] {
            try enter(password)
            try await terminal.wait(for: " \(length) characters.")
            try terminal.press("F5")
            try await terminal.wait(for: " found 1.")
            try terminal.press("F6")
            try await terminal.wait(for: " cleared.")
            try terminal.press("F5")
            try await terminal.wait(for: " found 0.")
        }
    }

    @Test("The mouse is heard, beyond column 223 too", arguments: ["tmux-256color", "xterm-256color"])
    func mouse(name: String) async throws {
        let terminal = try TmuxTerminal(columns: 320, rows: 24, name: name)
        try await start(terminal)
        try terminal.send("\u{1B}[<0;301;5M")
        try await terminal.wait(for: "MouseEvent.Kind.press, position: Position(column: 300, row: 4)")
        try terminal.send("\u{1B}[<0;301;5m\u{1B}[<0;301;5M")
        try await terminal.wait(until: "another press is seen") {
            let screen = try terminal.screen()
            return screen.contains("Kind.doublePress") || screen.contains("Kind.press")
        }
        try terminal.send("\u{1B}[<65;3;5M")
        try await terminal.wait(for: "Kind.wheelDown, position: Position(column: 2, row: 4)")
        #expect(try terminal.screen().contains("4/100 "))
    }

    @Test(
        "Every size is survived, and the frame fits again after it",
        arguments: [(1, 1), (2, 2), (20, 3), (12, 1)]
    )
    func resize(columns: Int, rows: Int) async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        try terminal.resize(columns: columns, rows: rows)
        try await terminal.wait(until: "the table is gone") { try !terminal.screen().contains("1/100") }
        try terminal.resize(columns: 100, rows: 30)
        try await terminal.wait(for: "1/100 100x30 resize")
        #expect(try terminal.screen().contains("Quercus robur"))
        try terminal.press("j")
        try await terminal.wait(for: "2/100 ")
    }

    @Test("Ctrl-Z stops the job, and fg brings it back at the size of then")
    func stop() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        try terminal.press("j", "C-z")
        try await terminal.wait(for: "Stopped")
        #expect(try terminal.state() == Self.plain)
        try terminal.type("[ \"$modes\" = \"$(stty -g)\" ] && echo same modes")
        try await terminal.wait(for: "\nsame modes")
        try terminal.resize(columns: 90, rows: 20)
        try terminal.type("fg")
        try await terminal.wait(for: "2/100 90x20 resumed")
        #expect(try terminal.state() == Self.taken)
        #expect(try terminal.screen().contains("Danaus plexippus"))
        try terminal.press("q")
        try await expectRestored(terminal, status: 0)
    }

    @Test("A stop from outside gives the terminal back too")
    func stopFromOutside() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        let child = try terminal.child()
        kill(child, SIGTSTP)
        try await terminal.wait(for: "Stopped")
        #expect(try terminal.state() == Self.plain)
        try terminal.type("fg")
        try await terminal.wait(for: "1/100 80x24 resumed")
        // Nobody can prepare for this one; the screen is taken again after it.
        kill(child, SIGSTOP)
        try await terminal.wait(until: "the shell has the terminal") {
            try terminal.screen().contains("Stopped")
        }
        try terminal.type("clear; fg")
        try await terminal.wait(for: "1/100 80x24 resumed")
        try await terminal.wait(for: "Quercus robur")
    }

    @Test(
        "Every signal leaves a sane terminal, and the status names it",
        arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGBUS, SIGABRT, SIGFPE]
    )
    func signal(number: Int32) async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal, "SWIFT_BACKTRACE=enable=no")
        kill(try terminal.child(), number)
        try await expectRestored(terminal, status: 128 + number)
    }

    @Test("A trap shows its message on the normal screen")
    func trap() async throws {
        let terminal = try TmuxTerminal(columns: 200)
        try await start(terminal, "SWIFT_BACKTRACE=enable=no")
        try terminal.press("X")
        try await terminal.wait(until: "the message is on the normal screen") {
            try terminal.history().contains("Fatal error: Index out of range")
        }
        try await terminal.wait(until: "the terminal is restored") { try terminal.state() == Self.plain }
        try terminal.type("[ \"$modes\" = \"$(stty -g)\" ] && echo \"same modes.\"")
        try await terminal.wait(for: "same modes.")
    }

    @Test("A stack that overflows leaves a sane terminal")
    func overflow() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal, "SWIFT_BACKTRACE=enable=no")
        try terminal.press("O")
        try await expectRestored(terminal, status: 128 + SIGSEGV)
    }

    @Test("The runtime's trace of a crash is on the normal screen")
    func trace() async throws {
        let terminal = try TmuxTerminal(columns: 200, rows: 60)
        try await start(terminal, "SWIFT_BACKTRACE=enable=yes,interactive=no,color=no")
        try terminal.press("X")
        try await terminal.wait(until: "the terminal is restored") { try terminal.state() == Self.plain }
        try await terminal.wait(for: "ready$")
        try await terminal.wait(until: "the trace is there") { try terminal.history().contains("crashed") }
    }

    @Test("What goes to stderr is kept off the screen and shown at the end, without its escapes")
    func standardError() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        try terminal.press("e")
        try await terminal.wait(for: "character(\"e\")")
        #expect(try !terminal.screen().contains("complains"))
        try terminal.press("q")
        try await terminal.wait(for: "the probe complains")
        try await expectRestored(terminal, status: 0)
    }

    @Test("Another program has the terminal as it was while it is lent")
    func lend() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        try terminal.press("L")
        try await terminal.wait(for: "lent")
        #expect(try terminal.state() == Self.plain)
        try terminal.press("x", "Enter")
        try await terminal.wait(for: "1/100 80x24 resumed")
        #expect(try terminal.state() == Self.taken)
        try terminal.press("j")
        try await terminal.wait(for: "2/100 ")
    }

    @Test(
        "The pager has the terminal with its keys: Ctrl-C is its own, Ctrl-Z stops both, fg brings both back"
    )
    func pager() async throws {
        let terminal = try TmuxTerminal()
        let shell = try terminal.variable("pane_current_command")
        try await start(terminal, "PAGER=less")
        try terminal.press("v")
        try await terminal.wait(for: "line 5\n")
        try terminal.press("G")
        try await terminal.wait(for: "line 200")
        try terminal.press("C-c")
        // It still hears its keys.
        try terminal.press("g")
        try await terminal.wait(for: "line 1\n")
        try terminal.press("C-z")
        // What the shell says first may be on the pager's screen, which that leaves a moment later.
        try await terminal.wait(until: "the shell has the terminal and its screen") {
            try terminal.variable("pane_current_command") == shell && terminal.variable("alternate_on") == "0"
        }
        try terminal.type("jobs")
        try await terminal.wait(for: "Stopped")
        try terminal.type("[ \"$modes\" = \"$(stty -g)\" ] && echo same modes; fg")
        try await terminal.wait(for: "line 1\n")
        try terminal.press("q")
        try await terminal.wait(for: "1/100 80x24 viewer shown")
        #expect(try terminal.state() == Self.taken)
        try terminal.press("j")
        try await terminal.wait(for: "2/100 ")
        try terminal.press("q")
        try await expectRestored(terminal, status: 0)
        // Its file is gone.
        try terminal.type(
            "ls -d ${XDG_RUNTIME_DIR:-/nowhere}/inatty-* ${TMPDIR:-/tmp}/inatty-*/lines; echo listed"
        )
        try await terminal.wait(for: "listed\n")
        #expect(try !terminal.screen().contains("/lines\n"))
    }

    @Test("A pager that is not there leaves the screen as it was, and its words are told")
    func missingPager() async throws {
        let terminal = try TmuxTerminal(columns: 160)
        try await start(terminal, "PAGER=no-such-pager")
        try terminal.press("v")
        try await terminal.wait(for: "no-such-pager” is not there")
        #expect(try terminal.state() == Self.taken)
    }

    @Test("A picture stays over its cells whatever is painted around and under it, and goes without a trace")
    func picture() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        let before = try terminal.screen()
        func isShown() throws -> Bool {
            let lines = try terminal.screen().split(separator: "\n", omittingEmptySubsequences: false)
            return ["<111111>", "<222222>", "<333333>"].enumerated().allSatisfy { number, text in
                lines[5 + number].dropFirst(30).hasPrefix(text)
            }
        }
        try terminal.press("i")
        try await terminal.wait(for: "picture true")
        #expect(try isShown())
        // Through the rows below it, then past the end of the window, where all rows change.
        for number in 2...30 {
            try terminal.press("j")
            try await terminal.wait(for: "\(number)/100 ")
            #expect(try isShown())
        }
        try terminal.press("C-l")
        try await terminal.wait(for: "control(\"l\")")
        try await terminal.wait(until: "the picture is back") { try isShown() }
        try terminal.press("L")
        try await terminal.wait(for: "lent")
        try terminal.press("Enter")
        try await terminal.wait(for: "resumed")
        #expect(try isShown())
        try terminal.press("Home")
        try await terminal.wait(for: "1/100 ")
        try terminal.press("i")
        try await terminal.wait(for: "picture false")
        func table(_ screen: String) -> [Substring] { screen.split(separator: "\n").dropLast() }
        #expect(table(try terminal.screen()) == table(before))
    }

    @Test("Ctrl-L draws everything again over what somebody else left")
    func repaint() async throws {
        let terminal = try TmuxTerminal()
        try await start(terminal)
        let tty = try terminal.variable("pane_tty")
        let handle = try #require(FileHandle(forWritingAtPath: tty))
        try handle.write(contentsOf: Data("\u{1B}[5;1Hnoise from elsewhere".utf8))
        try await terminal.wait(for: "noise")
        try terminal.press("C-l")
        try await terminal.wait(until: "the noise is gone") { try !terminal.screen().contains("noise") }
    }

    @Test(
        "Without Unicode and without colours it is drawn all the same",
        arguments: [("C", "xterm-256color"), ("C.UTF-8", "vt100"), ("C", "vt100")]
    )
    func plainTerminals(locale: String, name: String) async throws {
        let terminal = try TmuxTerminal(columns: 140, locale: locale)
        try await start(terminal, "TERM=\(name)")
        let screen = try terminal.screen()
        #expect(screen.utf8.allSatisfy { $0 < 0x80 } == (locale == "C"))
        #expect(screen.contains(locale == "C" ? "Eglantier" : "Églantier"))
    }

    @Test(
        "Without a terminal there is one line that says what to do",
        arguments: [
            ("TERM=foo PROBE", "TERM=foo is not known on this machine"),
            ("TERM=dumb PROBE", "TERM=dumb cannot move its cursor"),
            ("env -u TERM PROBE", "TERM is not set"),
            ("PROBE < /dev/null", "Standard input is not a terminal"),
            ("PROBE | cat", "Standard output is not a terminal"),
        ]
    )
    func refused(command: String, message: String) async throws {
        let terminal = try TmuxTerminal(columns: 200)
        try await terminal.wait(for: "ready$")
        try terminal.type(command.replacing("PROBE", with: try TmuxTerminal.probe))
        try await terminal.wait(for: "\n\(message)")
        #expect(try terminal.state() == Self.plain)
    }
}
