package import TerminalUI

/// Where a person says what the table shall show.
package nonisolated struct ChooserScreen: Sendable {
    /// The lines of the form.
    package enum Field: Hashable, Sendable {
        case owner, login, ids, kind, show
    }

    private static let owners = ["mine", "anybody's", "everyone's", "ids"]
    private static let kinds = ["obscured, private", "all"]

    /// The fields and what is in them.
    package private(set) var form: Form<Field>

    /// - Parameter source: what the table shows now.
    package init(_ source: ListSource) {
        let (owner, login, ids): (Int, String, String) =
            switch source.owner {
            case .mine: (0, "", "")
            case .person(let login): (1, login, "")
            case .everyone: (2, "", "")
            case .query, .file: (2, "", "")
            case .ids(let ids): (3, "", ids.map(String.init).joined(separator: ","))
            }
        form = Form(
            [
                FormElement(.owner, label: "Whose", .choice(options: Self.owners, selected: owner)),
                FormElement(
                    .login,
                    label: "Login",
                    .field(TextField(text: login)),
                    note: Span("A person's login or user id.", .muted)
                ),
                FormElement(
                    .ids,
                    label: "Ids",
                    .field(TextField(text: ids)),
                    note: Span("Observation ids, separated by commas or spaces.", .muted)
                ),
                FormElement(
                    .kind,
                    label: "Which",
                    .choice(options: Self.kinds, selected: source.isHiddenOnly ? 0 : 1)
                ),
                FormElement(.show, .button("Show")),
            ],
            focus: .owner
        )
        arrange()
    }

    /// Typing, pasting, turning a choice; Space presses the button.
    package mutating func handle(_ event: InputEvent) -> ListSource? {
        switch form.handle(event) {
        case .pressed: return source()
        case .changed(.owner): arrange()
        case .changed, .ignored, .moved: break
        }
        return nil
    }

    /// A click; some press the button.
    package mutating func click(_ position: Position, in rect: Rect) -> ListSource? {
        switch form.click(position, in: Self.body(in: rect)) {
        case .pressed: return source()
        case .changed(.owner): arrange()
        case .changed, .ignored, .moved: break
        }
        return nil
    }

    /// To the next field.
    package mutating func focusNext() { form.focusNext() }

    /// To the field before.
    package mutating func focusPrevious() { form.focusPrevious() }

    /// Enter.
    package mutating func accept() -> ListSource? {
        if case .pressed = form.accept(submit: .show) { return source() }
        return nil
    }

    package func draw(on surface: inout Surface, in rect: Rect) {
        let body = Self.body(in: rect)
        if rect.rows >= 12 {
            surface.write(
                StyledLine("What to look at", .heading),
                in: Rect(column: body.left, row: rect.top + 1, columns: body.columns, rows: 1)
            )
        }
        form.draw(on: &surface, in: body)
    }

    private static func body(in rect: Rect) -> Rect {
        rect.inset(left: rect.columns >= 76 ? 3 : 1, top: rect.rows >= 12 ? 3 : 0, right: 1)
    }

    private mutating func arrange() {
        let owner = form[.owner]?.selection ?? 0
        form[.login]?.isHidden = owner != 1
        form[.ids]?.isHidden = owner != 3
        form[.kind]?.isHidden = owner == 3
    }

    private mutating func source() -> ListSource? {
        form.clearProblems()
        let isHiddenOnly = form[.kind]?.selection == 0
        switch form[.owner]?.selection {
        case 0: return ListSource(.mine, isHiddenOnly: isHiddenOnly)
        case 1:
            let login = Self.words(form[.login]?.text ?? "").joined()
            if login.isEmpty { return complain(.login, "Type a login.") }
            return ListSource(.person(login), isHiddenOnly: isHiddenOnly)
        case 2: return ListSource(.everyone, isHiddenOnly: isHiddenOnly)
        default:
            return ids()
        }
    }

    private mutating func ids() -> ListSource? {
        var ids: [Int] = []
        for word in Self.words(form[.ids]?.text ?? "") {
            guard let id = Int(word), id > 0, id <= Int(Int32.max) else {
                return complain(
                    .ids,
                    "“\(word)” is no observation id: a whole number from 1 to 2147483647 is."
                )
            }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids.isEmpty
            ? complain(.ids, "Type at least one id.") : ListSource(.ids(ids), isHiddenOnly: false)
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    }

    private mutating func complain(_ field: Field, _ sentence: String) -> ListSource? {
        form[field]?.problem = sentence
        form.focus(on: field)
        return nil
    }
}
