internal import FoundationEssentials
internal import TerminalUI

/// What a line asks for.
nonisolated extension PlainDialogue {
    /// Takes a line that was typed.
    mutating func take(line typed: String, at now: Date) -> [Effect] {
        self.now = now
        isAnswered = false
        waitsForJob = false
        let line = TerminalText.sanitised(typed).split { $0 == " " }.joined(separator: " ")
        if let question {
            self.question = nil
            return answer(line, to: question.field)
        }
        if line == "?" || line == ":" { return listCommands() }
        if reading != nil, ["q", "back", "esc"].contains(line.lowercased()) {
            closeReading()
            return []
        }
        if line.hasPrefix(":") { return command(String(line.dropFirst())) }
        if reading == nil, case .line = state.plainContent.body { return finishLine(line) }
        if line.isEmpty { return turnPage(forward: true) }
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        if let number = Int(words[0]) {
            closeReading()
            return choose(number, words.count > 1 ? words[1] : "")
        }
        if let key = key(line) { return press(named: key) }
        if let sign = line.first, !sign.isLetter, let id = commandID(for: .character(sign)) {
            return perform(id, with: String(line.dropFirst()))
        }
        return command(line)
    }

    /// Takes a secret that was asked for; nothing leaves what there was.
    mutating func take(secret: PastedText?, at now: Date) -> [Effect] {
        self.now = now
        guard let question else { return [] }
        self.question = nil
        guard let secret else {
            answers.append("Nothing was taken.")
            return []
        }
        return focus(on: question.field) + type(secret)
    }

    /// Takes the text of a prompt, or leaves what stands there when it is empty.
    private mutating func finishLine(_ line: String) -> [Effect] {
        (line.isEmpty ? [] : type(PastedText(line))) + perform(.accept)
    }

    // MARK: - Commands

    /// Does what the first words of a line name.
    mutating func command(_ line: String) -> [Effect] {
        if let button = button(line) { return choose(button + 1, "") }
        let names = PlainCommandNames(state.context)
        let (meaning, rest) = names.reading(of: line)
        switch meaning {
        case .command(.next): return turnPage(forward: true)
        case .command(.previous): return turnPage(forward: false)
        case .command(.again):
            isPageAsked = true
            return []
        case .command(.wait):
            waitsForJob = true
            return []
        case .command(.command(let id)): return perform(id, with: rest)
        case .several(let names):
            answers.append("“\(line)” may be \(names.joined(separator: ", ")). Type more of it.")
        case .nothing(let nearest):
            if let row = item(beginningWith: line) { return choose(row + 1, "") }
            let elsewhere = CommandTable.all.first { $0.id.name == line.lowercased() }
            let places = elsewhere?.contexts.map(\.title).sorted().joined(separator: ", ")
            let hint = nearest.isEmpty ? "" : " The nearest: \(nearest.joined(separator: ", "))."
            answers.append(
                places.map { "“\(line)” applies in other places: \($0)." }
                    ?? "There is no “\(line)” here.\(hint) ? lists what there is."
            )
        }
        return []
    }

    /// Does a command with what stands behind its name: a row or choice to do it to, or the text that it asks for.
    mutating func perform(_ id: CommandID, with rest: String) -> [Effect] {
        closeReading()
        if id == .help || id.name == "palette" { return listCommands(everywhere: id == .help) }
        if case .text = state.plainContent.body, let effects = read(id) { return effects }
        guard !rest.isEmpty else { return perform(id) }
        var tried = state
        _ = tried.perform(id)
        let isOther = tried.context != state.context
        if isOther, case .line = tried.plainContent.body { return perform(id) + finishLine(rest) }
        if isOther, tried.context == .query {
            let effects = perform(id) + focus(on: 0) + type(PastedText(rest))
            closeOffers()
            return effects + perform(.accept)
        }
        if let number = Int(rest) {
            guard let effects = select(number) else { return [] }
            return effects + perform(id)
        }
        let effects = perform(id)
        if isOther { queue.insert(rest, at: 0) }
        return effects
    }

    /// What moves a text on the screen turns pages here; nothing when it is no movement.
    private mutating func read(_ id: CommandID) -> [Effect]? {
        switch id {
        case .moveDown, .pageDown, .halfPageDown: return turnPage(forward: true)
        case .moveUp, .pageUp, .halfPageUp: return turnPage(forward: false)
        case .first, .last:
            let lines = lineCount
            top = id == .first ? 0 : max(0, lines - 1) / Self.textPage * Self.textPage
            isPageAsked = true
            return []
        default: return nil
        }
    }

    // MARK: - Keys

    /// The key that a line names: a single character where keys are commands, else a name such as `^L` or `Esc`.
    private func key(_ line: String) -> Key? {
        let isKeyed = !state.context.takesText || isList
        if line.count == 1, let character = line.first { return isKeyed ? .character(character) : nil }
        guard case .nothing = PlainCommandNames(state.context).meaning(of: line) else { return nil }
        return Key(name: line)
    }

    private var isList: Bool { if case .list = state.plainContent.body { true } else { false } }

    private mutating func press(named key: Key) -> [Effect] {
        if let id = commandID(for: key) { return perform(id, with: "") }
        closeReading()
        return press(key)
    }

    private mutating func closeReading() {
        isPageAsked = isPageAsked || reading != nil
        reading = nil
    }

    /// What a key does where one is.
    func commandID(for key: Key) -> CommandID? {
        state.preferences.keys.command(for: key, in: state.context)
    }

    // MARK: - Help

    /// What can be typed here, or everywhere, with the keys that do the same on the screens.
    mutating func listCommands(everywhere: Bool = false) -> [Effect] {
        var lines: [String] = [
            "A number chooses that row, choice or field. A command is its name, the beginning of it, or its key.",
            "In a line that takes text, a colon before a command says that it is one.",
        ]
        lines += PlainCommand.own.map { "\($0.name): \($0.help)" }
        let others = everywhere ? Context.allCases.filter { $0 != state.context } : []
        for context in [state.context] + others {
            lines.append("")
            lines.append(context.title + ":")
            for command in CommandTable.commands(in: context) {
                let keys = state.preferences.keys.keys(for: command.id, in: context).map(\.name)
                let called = keys.isEmpty ? "" : " (" + keys.joined(separator: ", ") + ")"
                lines.append("\(command.id.name)\(called): \(command.help)")
            }
        }
        read(Context.help.title, lines)
        return []
    }
}
