/// The signs beyond ASCII that the program draws itself, each one column wide.
///
/// Every one of them has a one-column ASCII twin for terminals without Unicode: see ``asciiTwin(of:)``.
package enum Glyph {
    /// Something was cut here.
    package static let ellipsis: Unicode.Scalar = "…"
    /// A line break inside a one-line text.
    package static let lineBreak: Unicode.Scalar = "⏎"
    /// A line across.
    package static let horizontal: Unicode.Scalar = "─"
    /// A line down.
    package static let vertical: Unicode.Scalar = "│"
    /// The upper left corner of a frame.
    package static let topLeft: Unicode.Scalar = "┌"
    /// The upper right corner of a frame.
    package static let topRight: Unicode.Scalar = "┐"
    /// The lower left corner of a frame.
    package static let bottomLeft: Unicode.Scalar = "└"
    /// The lower right corner of a frame.
    package static let bottomRight: Unicode.Scalar = "┘"
    /// The part of a scrollbar that stands for what is in view.
    package static let scrollThumb: Unicode.Scalar = "█"
    /// The rest of a scrollbar.
    package static let scrollTrack: Unicode.Scalar = "░"
    /// A character of a secret.
    package static let mask: Unicode.Scalar = "•"
    /// A marked row. Its twin "+" is none of those of ◐ ● ○, which may stand beside it.
    package static let mark: Unicode.Scalar = "✓"
    /// There is more to the left.
    package static let moreLeft: Unicode.Scalar = "‹"
    /// There is more to the right.
    package static let moreRight: Unicode.Scalar = "›"
    /// What the keyboard is on, in a list.
    package static let pointer: Unicode.Scalar = "▸"
}

/// The ASCII character that stands for a scalar where the terminal has no Unicode, one column for one column.
///
/// Our own signs have a look-alike, Latin letters lose their accents, and the rest is "?".
/// A wide character needs a second "?" in its second cell, which is up to the painter.
package func asciiTwin(of scalar: UInt32) -> UInt8 {
    if scalar >= 0x20, scalar < 0x7F {
        return UInt8(truncatingIfNeeded: scalar)
    }
    switch scalar {
    case 0xC0...0x17F:
        return AsciiFallback.latin[Int(scalar - 0xC0)]
    case 0x2500...0x257F:
        return AsciiFallback.boxLine(scalar)
    case 0x2800:
        return UInt8(ascii: " ")
    case 0x2801...0x28FF:
        return AsciiFallback.braille(scalar)
    default:
        return AsciiFallback.sign(scalar)
    }
}

/// The tables behind ``asciiTwin(of:)``.
enum AsciiFallback {
    /// U+00C0 to U+017F without their accents.
    static let latin: [UInt8] = Array(
        ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRr"
            + "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8
    )

    /// Lines, corners and tees.
    static func boxLine(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578:
            UInt8(ascii: "-")
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579:
            UInt8(ascii: "|")
        case 0x257A, 0x257C, 0x257E:
            UInt8(ascii: "-")
        case 0x257B, 0x257D, 0x257F:
            UInt8(ascii: "|")
        case 0x2571:
            UInt8(ascii: "/")
        case 0x2572:
            UInt8(ascii: "\\")
        case 0x2573:
            UInt8(ascii: "X")
        default:
            UInt8(ascii: "+")
        }
    }

    /// Dots of a map or a chart, by how many there are.
    static func braille(_ scalar: UInt32) -> UInt8 {
        switch (scalar & 0xFF).nonzeroBitCount {
        case 0...2: UInt8(ascii: ".")
        case 3...4: UInt8(ascii: ":")
        case 5...6: UInt8(ascii: "o")
        default: UInt8(ascii: "#")
        }
    }

    /// Signs that our screens use.
    static func sign(_ scalar: UInt32) -> UInt8 {
        guard let scalar = Unicode.Scalar(scalar) else { return UInt8(ascii: "?") }
        let twin: Unicode.Scalar =
            switch scalar {
            case "\u{A0}", "\u{3000}", "\u{2009}", "\u{202F}": " "
            case "◐", "◑", "◯", "°", "◦", "º", "⊙", "◉", "◎": "o"
            case "●", "•", "★", "◆", "✱", "⬤", "∙": "*"
            case "○", "·", "⋅", "◇", "☆": "."
            case "▸", "▶", "►", "→", "›", "»", "❯", "⇒", "⟶": ">"
            case "◂", "◀", "◄", "←", "‹", "«", "⏎", "↵", "❮", "⟵": "<"
            case "↑", "▲", "▴", "△": "^"
            case "↓", "▼", "▾", "▽": "v"
            case "↔": "-"
            case "↕": "|"
            case "±": "~"
            case "…", "≈", "∼": "~"
            case "–", "—", "−", "‐", "‑", "¬", "¯", "⎯": "-"
            case "×", "✗", "✘", "✕", "✖": "x"
            case "✓", "✔", "☑": "+"
            case "‘", "’", "‚", "′", "`", "´", "ʼ": "'"
            case "“", "”", "„", "″": "\""
            case "█", "▓", "■", "▉", "▊", "▋", "▌", "▐", "▀", "▄", "▮": "#"
            case "▒", "░", "▏", "▎", "▍": ":"
            case "□", "▢", "▯": "."
            case "¦", "‖", "¶": "|"
            case "⚠", "¡": "!"
            case "¿": "?"
            case "¹": "1"
            case "²": "2"
            case "³": "3"
            case "µ", "μ": "u"
            case "©": "c"
            case "®": "r"
            case "≤": "<"
            case "≥": ">"
            case "≠": "!"
            case "÷", "⁄": "/"
            default: "?"
            }
        return UInt8(truncatingIfNeeded: twin.value)
    }
}
