package import TerminalUI

extension Key {
    /// The key as the footer and the help screen write it.
    package nonisolated var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "^" + letter.uppercased()
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .enter: "⏎"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        case .shiftUp: "Shift-↑"
        case .shiftDown: "Shift-↓"
        case .shiftLeft: "Shift-←"
        case .shiftRight: "Shift-→"
        case .controlLeft: "Ctrl-←"
        case .controlRight: "Ctrl-→"
        case .controlUp: "Ctrl-↑"
        case .controlDown: "Ctrl-↓"
        case .controlHome: "Ctrl-Home"
        case .controlEnd: "Ctrl-End"
        }
    }
}
