package import TerminalUI

extension Key {
    /// The key as the configuration writes it: `j`, `Space`, `^F`, `Alt-x`, `F4`, `Shift-Left`.
    package nonisolated var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "^" + letter.uppercased()
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        default: Self.named.first { $0.key == self }?.name ?? ""
        }
    }

    /// The key as the footer and the help screen write it: as its name, or shorter: `⏎`, `PgDn`, `Shift-↑`.
    package nonisolated var label: String {
        Self.named.first { $0.key == self }?.label ?? name
    }

    /// The key of that name. Case matters for a single character alone, and `Ctrl-F` and `C-f` are `^F` as well.
    package nonisolated init?(name: String) {
        if name.count == 1, let character = name.first, !character.isWhitespace {
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        if let named = Self.named.first(where: {
            $0.name.lowercased() == lower || $0.label.lowercased() == lower
        }) {
            self = named.key
            return
        }
        for (prefix, make) in Self.modifiers where lower.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            guard rest.count == 1, let character = rest.first, character.isASCII else { continue }
            guard let key = make(character) else { return nil }
            self = key
            return
        }
        if lower == "space" {
            self = .character(" ")
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    private nonisolated static let modifiers: [(String, @Sendable (Character) -> Key?)] = [
        ("^", { withControl($0) }), ("ctrl-", { withControl($0) }), ("c-", { withControl($0) }),
        ("alt-", { .alt($0) }),
    ]

    private nonisolated static func withControl(_ character: Character) -> Key? {
        character.isLetter ? .control(Character(character.lowercased())) : nil
    }

    /// The keys that type no character: what they are called, and what is short for it. Both are read.
    private nonisolated static let named: [(key: Key, name: String, label: String)] = [
        (.up, "Up", "↑"), (.down, "Down", "↓"), (.left, "Left", "←"), (.right, "Right", "→"),
        (.home, "Home", "Home"), (.end, "End", "End"), (.pageUp, "PageUp", "PgUp"),
        (.pageDown, "PageDown", "PgDn"), (.enter, "Enter", "⏎"), (.escape, "Escape", "Esc"),
        (.tab, "Tab", "Tab"),
        (.backTab, "Shift-Tab", "Shift-Tab"), (.backspace, "Backspace", "Backspace"),
        (.delete, "Delete", "Delete"), (.insert, "Insert", "Insert"), (.shiftUp, "Shift-Up", "Shift-↑"),
        (.shiftDown, "Shift-Down", "Shift-↓"), (.shiftLeft, "Shift-Left", "Shift-←"),
        (.shiftRight, "Shift-Right", "Shift-→"), (.controlUp, "Ctrl-Up", "Ctrl-↑"),
        (.controlDown, "Ctrl-Down", "Ctrl-↓"), (.controlLeft, "Ctrl-Left", "Ctrl-←"),
        (.controlRight, "Ctrl-Right", "Ctrl-→"), (.controlHome, "Ctrl-Home", "Ctrl-Home"),
        (.controlEnd, "Ctrl-End", "Ctrl-End"),
    ]
}
