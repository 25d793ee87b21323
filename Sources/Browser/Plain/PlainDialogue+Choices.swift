internal import INaturalist
internal import TerminalUI

/// What a number chooses: a row, a choice, a field.
nonisolated extension PlainDialogue {
    /// Chooses by number, and does what Enter does there, or the command behind the number.
    mutating func choose(_ number: Int, _ rest: String) -> [Effect] {
        switch state.plainContent.body {
        case .form(let fields):
            guard fields.indices.contains(number - 1) else { return refuse(number, fields.count) }
            return choose(field: number - 1, fields[number - 1], rest)
        case .text, .line:
            answers.append("Nothing is numbered here.")
            return []
        case .table, .list:
            guard let effects = select(number) else { return [] }
            if rest.isEmpty {
                return effects + (commandID(for: .enter).map { perform($0) } ?? [])
            }
            if rest.count == 1, let key = rest.first, commandID(for: .character(key)) == nil {
                return effects + press(.character(key))
            }
            return effects + take(line: rest, at: now)
        }
    }

    /// Puts the cursor on a row or a choice; nothing when there is none of that number, which is told.
    mutating func select(_ number: Int) -> [Effect]? {
        switch state.plainContent.body {
        case .table(let count):
            guard count > 0, (1...count).contains(number) else {
                _ = refuse(number, count)
                return nil
            }
            return state.select(row: number - 1) + askForLacking()
        case .list(let lines, _):
            guard lines.indices.contains(number - 1) else {
                _ = refuse(number, lines.count)
                return nil
            }
            var effects = state.perform(.first)
            for _ in 1..<number { effects += state.perform(.moveDown) }
            return effects + askForLacking()
        case .form, .text, .line:
            answers.append("Nothing is numbered here.")
            return nil
        }
    }

    /// The choice whose words begin so, when it is one alone.
    func item(beginningWith text: String) -> Int? {
        guard reading == nil, case .list(let lines, _) = state.plainContent.body else { return nil }
        let text = text.lowercased()
        let found = lines.indices.filter { lines[$0].lowercased().hasPrefix(text) }
        return found.count == 1 ? found.first : found.first { lines[$0].lowercased().hasPrefix(text + ",") }
    }

    /// The button of that name, where there is one.
    func button(_ name: String) -> Int? {
        guard reading == nil, case .form(let fields) = state.plainContent.body else { return nil }
        return fields.firstIndex { $0.kind == .button && $0.label.lowercased() == name.lowercased() }
    }

    private mutating func refuse(_ number: Int, _ count: Int) -> [Effect] {
        answers.append(
            count == 0
                ? "Nothing is numbered here." : "There is no \(number): the numbers are 1 to \(count)."
        )
        return []
    }

    // MARK: - Fields

    private mutating func choose(field index: Int, _ field: PlainField, _ value: String) -> [Effect] {
        switch field.kind {
        case .button:
            // What is wrong with the form is told again.
            told.about = []
            let effects = focus(on: index)
            return effects + perform(.accept)
        case .secret:
            if !value.isEmpty {
                answers.append("A secret is not taken from a line that is shown. Type \(index + 1) alone.")
                return []
            }
            question = Question(field: index, label: field.label, isSecret: true)
            return []
        case .text, .choice, .marks:
            if !value.isEmpty { return answer(value, to: index) }
            question = Question(field: index, label: field.label, isSecret: false)
            answers += Self.explanation(of: field)
            return []
        }
    }

    private static func explanation(of field: PlainField) -> [String] {
        let leaving = "An empty line leaves it as it is."
        return switch field.kind {
        case .text(let text):
            [(text.isEmpty ? "" : "Now “\(text)”. ") + "Type it; a single - empties it. " + leaving]
        case .choice(let options, let selected):
            options.enumerated().map { "\($0 + 1). \($1)\($0 == selected ? ", chosen" : "")" } + [leaving]
        case .marks(let options, let selected):
            options.enumerated().map { "\($0 + 1). \($1)\(selected.contains($0) ? ", marked" : "")" }
                + ["Type all that shall be marked, with commas between; a single - marks none. " + leaving]
        case .secret, .button: []
        }
    }

    /// Fills a field in.
    mutating func answer(_ text: String, to index: Int) -> [Effect] {
        guard !text.isEmpty, text != ":back", case .form(let fields) = state.plainContent.body,
            fields.indices.contains(index)
        else { return [] }
        let value = text == "-" ? "" : text
        var effects = focus(on: index)
        switch fields[index].kind {
        case .text: effects += type(PastedText(value))
        case .choice(let options, let selected):
            guard let option = Self.option(value, of: options) else { return refuse(value, options) }
            guard !isQuery else { return effects + mark([option], of: index, options) }
            let steps = (option - selected + options.count) % options.count
            for _ in 0..<steps { effects += press(.right) }
        case .marks(let options, _):
            let words = value.split { $0 == "," }.map { $0.split(separator: " ").joined(separator: " ") }
            var marked: [Int] = []
            for word in words {
                guard let option = Self.option(word, of: options) else { return refuse(word, options) }
                marked.append(option)
            }
            effects += mark(marked, of: index, options)
        case .secret, .button: break
        }
        closeOffers()
        return effects
    }

    private mutating func refuse(_ text: String, _ options: [String]) -> [Effect] {
        answers.append("“\(text)” is none of them: \(options.joined(separator: "; ")).")
        return []
    }

    /// The option of that number, or the one that begins so.
    private static func option(_ text: String, of options: [String]) -> Int? {
        if let number = Int(text), options.indices.contains(number - 1) { return number - 1 }
        let word = text.lowercased()
        if let exact = options.firstIndex(where: { $0.lowercased() == word }) { return exact }
        let begun = options.indices.filter { !word.isEmpty && options[$0].lowercased().hasPrefix(word) }
        return begun.count == 1 ? begun.first : nil
    }

    /// Gives a field the keyboard.
    mutating func focus(on index: Int) -> [Effect] {
        if case .query(let screen) = state.screens.last {
            let buttons = QueryScreen.Button.inForm
            let fields = QueryField.inForm
            guard case .form = screen.pane else { return [] }
            state.changeQuery { screen in
                switch index {
                case 0: screen.focus(on: .line)
                case 1...fields.count: screen.focus(on: .field(fields[index - 1]))
                default: screen.focus(on: .button(buttons[index - fields.count - 1]))
                }
            }
            return []
        }
        var effects: [Effect] = []
        guard case .form(let fields) = state.plainContent.body else { return effects }
        for _ in fields where state.plainFocus != index { effects += state.perform(.nextField) }
        return effects
    }

    private var isQuery: Bool { if case .query = state.screens.last { true } else { false } }

    private mutating func mark(_ marked: [Int], of index: Int, _ options: [String]) -> [Effect] {
        let field = QueryField.inForm[index - 1]
        let words = marked.map { options[$0] }.filter { $0 != field.unset || field.choices.contains($0) }
        state.changeQuery { screen in
            screen.inputs[field] = QueryInput(field, words: words)
            screen.fieldChanged(field)
        }
        return askForLacking()
    }

    /// What the screen offers beside a field is for who sees it.
    mutating func closeOffers() {
        state.changeQuery { $0.offer(.nothing) }
    }
}
