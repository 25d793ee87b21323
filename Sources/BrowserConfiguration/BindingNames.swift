internal import Browser
internal import TerminalUI

/// The names that `bind` knows: places, keys and commands.
package enum BindingNames {
    /// Every place where a command applies.
    package static let everywhere = "everywhere"
    /// What takes away what a key does.
    package static let none = "none"

    /// The places, everywhere first.
    package static let places = [everywhere] + Context.allCases.map(\.name)

    /// The commands that apply in a place, in the order of the table; all for everywhere.
    ///
    /// - Parameter place: one of ``places``.
    package static func commands(in place: String) -> [String] {
        guard let context = Context(name: place) else { return commandNames }
        return CommandTable.commands(in: context).map(\.id.name).uniqued()
    }

    /// The commands that apply somewhere, in the order of the table.
    package static let commandNames = CommandTable.all.map(\.id.name).uniqued()

    /// The keys that have a name longer than a character, and then those that are bound by the program.
    package static let keys: [String] = {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        let controls = letters.compactMap { letter in
            twin(of: .control(letter)) == nil ? Key.control(letter).name : nil
        }
        let alts = letters.map { Key.alt($0).name }
        let functions = (1...24).map { Key.function($0).name }
        let bound = CommandTable.all.flatMap(\.keys).map(\.name).filter { $0.count == 1 }
        let all = special.map(\.name) + functions + controls + alts + bound.sorted()
        return all.filter { !$0.isEmpty }.uniqued()
    }()

    /// The commands by their names.
    static let commands = Dictionary(
        CommandID.allCases.map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Where each command applies.
    static let contexts: [CommandID: [Context]] = {
        var contexts: [CommandID: Set<Context>] = [:]
        for command in CommandTable.all { contexts[command.id, default: []].formUnion(command.contexts) }
        return contexts.mapValues { set in Context.allCases.filter(set.contains) }
    }()

    /// A command for the examples.
    static let example = commandNames.first ?? CommandID.quit.name

    /// What a key can be.
    static let keyAdvice =
        "A key is one character, ^F (with Ctrl), Alt-x, F1 to F24, or one of "
        + special.map(\.name).joined(separator: ", ") + "."

    /// The key that a terminal sends for another one.
    static func twin(of key: Key) -> Key? {
        switch key {
        case .control("h"): .backspace
        case .control("i"): .tab
        case .control("j"), .control("m"): .enter
        default: nil
        }
    }

    private static let special: [Key] = [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
        .backspace,
        .delete, .insert, .character(" "), .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .controlUp,
        .controlDown, .controlLeft, .controlRight, .controlHome, .controlEnd,
    ]
}

extension Array where Element: Hashable {
    /// Each element once, where it comes first.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
