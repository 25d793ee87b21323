import Browser
import TerminalUI

/// The keys of the browser.
extension ManualPage {
    /// The keys that most screens have, and then those of each screen alone; the help screen (?) has both together.
    var keys: [String] {
        let intro = """
            In the browser, F1 shows the keys of the screen. Where text is typed, a key that types a character does that \
            and nothing else.
            """
        let common = CommandTable.all.filter { $0.contexts.count >= Self.manyScreens }
        return [".Sh KEYS"] + Roff.text(intro) + [".Ss Keys of most screens"]
            + Self.list(common.compactMap { Self.item($0, typesText: false) })
            + Context.allCases.flatMap(Self.section)
    }

    /// What so many screens have is told once.
    private static let manyScreens = 8

    private static func section(of context: Context) -> [String] {
        let own = CommandTable.commands(in: context).filter { $0.contexts.count < manyScreens }
        let items = own.compactMap { item($0, typesText: context.takesText) }
        return items.isEmpty ? [] : [".Ss Keys: \(Roff.inline(context.title))"] + list(items)
    }

    /// A command with its keys; nil when all of them type characters here.
    private static func item(_ command: Command, typesText: Bool) -> (name: String, text: String)? {
        let keys = command.keys.filter { key in
            if typesText, case .character = key { return false }
            return true
        }
        guard !keys.isEmpty else { return nil }
        return (keys.map { Roff.words(word($0.label)) }.joined(separator: " , "), command.help)
    }

    /// A key as words: signs for keys are not in every font and are not read aloud.
    private static func word(_ label: String) -> String {
        if label.count == 2, label.hasPrefix("^") { return "Ctrl-" + label.dropFirst() }
        if let arrow = label.last.map(String.init), let word = words[arrow] {
            return label.dropLast() + word
        }
        return label
    }

    private static let words = [
        "↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "⏎": "Enter",
    ]
}
