package import TerminalUI

/// What to write so that a terminal puts a text on the clipboard: OSC 52, which works through ssh too.
nonisolated package enum Clipboard {
    /// Bytes of text at most: terminals take 100,000 bytes of base64 and a little more.
    package static let limit = 74_994

    /// Bytes that GNU screen passes on in one piece.
    private static let screenPiece = 760

    /// Terminals that take texts unless somebody told them not to, by the name that they give themselves in TERM: foot,
    /// Alacritty, kitty, WezTerm, ghostty, contour and rio say so in their manuals.
    private static let names = [
        "alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty",
    ]

    /// The same where TERM says xterm: a variable that such a terminal sets for what runs in it.
    private static let variables = [
        "ALACRITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR", "KITTY_WINDOW_ID", "WEZTERM_PANE", "WT_SESSION",
    ]

    /// What is known of the terminal.
    ///
    /// A terminfo entry with `Ms` says it too, but not one of xterm's: every other terminal calls itself xterm, xterm
    /// itself has it switched off, and VTE's terminals do not have it at all. tmux has it switched off for what runs in
    /// it (`set-clipboard external`), and screen only passes on what its terminal may take.
    ///
    /// - Parameters:
    ///   - terminal: the terminal's name, as in TERM.
    ///   - hasCapability: whether its entry has `Ms`.
    ///   - environment: what the terminal says of itself.
    package static func knowledge(
        terminal: String,
        hasCapability: Bool,
        environment: [String: String]
    ) -> TerminalClipboard {
        func has(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        func isNamed(_ name: String) -> Bool {
            terminal == name || terminal.hasPrefix(name + "-") || terminal.hasPrefix(name + ".")
        }
        if has("TMUX") || has("STY") || isNamed("screen") || isNamed("tmux") { return .mayTake }
        if names.contains(where: isNamed) || variables.contains(where: has) { return .takes }
        if ["wezterm", "ghostty", "rio"].contains(environment["TERM_PROGRAM"]?.lowercased()) {
            return .takes
        }
        return hasCapability && !isNamed("xterm") ? .takes : .mayTake
    }

    /// The sequence for a text, or nil if it is too long.
    ///
    /// - Parameters:
    ///   - text: any text; it is sent in base64.
    ///   - terminal: the terminal's name, as in TERM.
    ///   - isInTmux: whether tmux is between us and the terminal (TMUX is set).
    package static func sequence(for text: String, terminal: String, isInTmux: Bool) -> [UInt8]? {
        let bytes = Array(text.utf8)
        guard bytes.count <= limit else { return nil }
        let plain = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
        if isInTmux {
            // tmux takes the one itself (set-clipboard) or passes the other on (allow-passthrough).
            let doubled = plain.flatMap { $0 == 0x1B ? [$0, $0] : [$0] }
            return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
        }
        guard terminal == "screen" || terminal.hasPrefix("screen.") || terminal.hasPrefix("screen-") else {
            return plain
        }
        return stride(from: 0, to: plain.count, by: screenPiece).flatMap { start in
            [0x1B, 0x50] + plain[start..<min(start + screenPiece, plain.count)] + [0x1B, 0x5C]
        }
    }

    /// RFC 4648, section 4, without Foundation.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                result.append(
                    isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place) & 0x3F)]
                )
            }
        }
        return result
    }
}
