import TerminalUI
import Testing

@testable import Curses

@Suite("What is said about the terminal and to it")
struct SessionTextTests {
    @Test(
        "An error is one line that says what to do",
        arguments: [
            (
                TerminalError.unknown(name: "foo"),
                "TERM=foo is not known on this machine: install ncurses-term or run with TERM=xterm-256color. inatty --plain talks in lines, on any terminal."
            ),
            (
                .unnamed,
                "TERM is not set, so there is no telling which terminal this is: run with TERM=xterm-256color. inatty --plain talks in lines, on any terminal."
            ),
            (
                .notTerminal(stream: "Standard input"),
                "Standard input is not a terminal: run this in a terminal, without pipes."
            ),
            (
                .incapable(name: "dumb"),
                "TERM=dumb cannot move its cursor, so there is no screen to draw on: "
                    + "use another terminal, or TERM=xterm-256color if this one is of that kind. inatty --plain talks in lines, on any terminal."
            ),
            (.busy, "The terminal is in use by this program already."),
        ]
    )
    func errors(error: TerminalError, text: String) {
        #expect(error.description == text)
    }

    @Test("A terminal's name cannot write on the terminal")
    func hostileName() {
        let text = TerminalError.unknown(name: "x\u{1B}[2J\n" + String(repeating: "y", count: 500))
            .description
        #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        #expect(text.count < 200)
    }

    // RFC 4648, section 10.
    @Test(
        "Base64 is the RFC's",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("\u{FF}\u{3FF}", "w7/Pvw=="),
        ]
    )
    func base64(text: String, encoded: String) {
        #expect(Clipboard.base64(Array(text.utf8)) == Array(encoded.utf8))
    }

    @Test(
        "A terminal is known to take texts by its name, its variables, or an entry that is not xterm's",
        arguments: [
            ("foot", false, [:], TerminalClipboard.takes), ("foot-extra", false, [:], .takes),
            ("xterm-kitty", false, [:], .takes), ("alacritty", true, [:], .takes),
            ("xterm-256color", true, [:], .mayTake), ("xterm", false, [:], .mayTake),
            ("xterm-256color", true, ["WEZTERM_PANE": "0"], .takes),
            ("xterm-256color", true, ["TERM_PROGRAM": "ghostty"], .takes),
            ("xterm-256color", true, ["VTE_VERSION": "7600"], .mayTake),
            ("st-256color", true, [:], .takes), ("linux", false, [:], .mayTake),
            // What runs in tmux or screen inherits the variables of the terminal around it, or of another.
            ("tmux-256color", true, ["TMUX": "/tmp/x,1,0", "KITTY_WINDOW_ID": "1"], .mayTake),
            ("tmux-256color", true, [:], .mayTake), ("screen.xterm-256color", false, [:], .mayTake),
            ("xterm-kitty", false, ["STY": "1.pts-0"], .mayTake),
        ]
    )
    func clipboardKnowledge(
        name: String,
        hasCapability: Bool,
        environment: [String: String],
        knowledge: TerminalClipboard
    ) {
        let found = Clipboard.knowledge(
            terminal: name,
            hasCapability: hasCapability,
            environment: environment
        )
        #expect(found == knowledge)
    }

    @Test("The clipboard's sequence fits what lies between us and the terminal")
    func clipboard() {
        func sequence(_ terminal: String, tmux: Bool) -> String? {
            Clipboard.sequence(for: "foo", terminal: terminal, isInTmux: tmux).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let plain = "\u{1B}]52;c;Zm9v\u{07}"
        #expect(sequence("xterm-256color", tmux: false) == plain)
        #expect(sequence("tmux-256color", tmux: true) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
        #expect(sequence("screen-256color", tmux: false) == "\u{1B}P" + plain + "\u{1B}\\")
    }

    @Test("GNU screen gets a long text in pieces that it takes")
    func pieces() throws {
        let text = String(repeating: "x", count: 5_000)
        let bytes = try #require(Clipboard.sequence(for: text, terminal: "screen", isInTmux: false))
        let pieces = String(decoding: bytes, as: UTF8.self).components("\u{1B}P")
        #expect(pieces.count > 8)
        #expect(pieces.allSatisfy { $0.utf8.count < 768 })
    }

    @Test("A text is taken up to the limit and not beyond", arguments: [(74_994, true), (74_995, false)])
    func limit(count: Int, isTaken: Bool) {
        let text = String(repeating: "x", count: count)
        #expect((Clipboard.sequence(for: text, terminal: "xterm", isInTmux: false) != nil) == isTaken)
    }
}

extension String {
    /// The parts between a separator that are not empty.
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator)
    }
}
