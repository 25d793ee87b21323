internal import TerminalUI

/// A line of a form in plain mode.
nonisolated struct PlainField: Sendable, Hashable {
    /// What it takes.
    enum Kind: Sendable, Hashable {
        case text(String)
        case secret(isEmpty: Bool)
        case choice(options: [String], selected: Int)
        case marks(options: [String], selected: Set<Int>)
        case button
    }

    /// Its name.
    var label: String
    /// What it takes and has.
    var kind: Kind
    /// What is said of it: what it is for, or what is wrong.
    var remark = ""

    /// The line in which the form tells it: `Login: observer. A person's login or user id.`
    var text: String {
        let value =
            switch kind {
            case .text(let text): text.isEmpty ? "empty" : text
            // Not even how long it is.
            case .secret(let isEmpty): isEmpty ? "empty, not shown" : "filled in, not shown"
            case .choice(let options, let selected):
                (options.indices.contains(selected) ? options[selected] : "") + Self.offer(options)
            case .marks(let options, let selected):
                (selected.isEmpty ? "any" : selected.sorted().map { options[$0] }.joined(separator: ", "))
                    + Self.offer(options)
            case .button: "button"
            }
        return PlainText.line(label) + ": " + PlainText.line(value)
            + (remark.isEmpty ? "" : ". " + PlainText.line(remark))
    }

    /// What there is to choose from; where that is much, choosing the field lists it.
    private static func offer(_ options: [String]) -> String {
        options.count > 6
            ? ". \(options.count) choices" : ". Choices: " + options.joined(separator: "; ")
    }
}

nonisolated extension PlainField {
    /// The fields of a form from the first to the last that is shown.
    static func fields<ID>(of form: Form<ID>) -> [PlainField] {
        form.visible.map { element in
            let remark = element.problem ?? element.note?.text ?? ""
            return switch element.content {
            case .field(let field):
                PlainField(
                    label: element.label,
                    kind: .text(field.text),
                    remark: field.limitRemark ?? (remark.isEmpty && field.text.isEmpty ? field.hint : remark)
                )
            case .secret(let field):
                PlainField(
                    label: element.label,
                    kind: .secret(isEmpty: field.isEmpty),
                    remark: field.limitRemark ?? remark
                )
            case .choice(let options, let selected):
                PlainField(
                    label: element.label,
                    kind: .choice(options: options, selected: selected),
                    remark: remark
                )
            case .button(let title): PlainField(label: title, kind: .button, remark: remark)
            }
        }
    }

    /// Which of the visible elements has the keyboard.
    static func focus<ID>(of form: Form<ID>) -> Int? {
        form.visible.firstIndex { $0.id == form.focus }
    }
}
