package import SecretMemory

/// One line of a form that a person can go to: a choice, a field or a row of buttons.
package struct FormElement<ID: Hashable & Sendable>: Sendable {
    /// What it takes.
    package enum Content: Sendable, Hashable {
        /// One of a few, turned with the arrow keys or Space.
        case choice(options: [String], selected: Int)
        /// A text.
        case field(TextField)
        /// A password, a token or another secret.
        case secret(SecretField)
        /// A button; Enter or Space presses it.
        case button(String)
    }

    /// Its name for the screen that owns the form.
    package let id: ID
    /// What stands before it.
    package var label: String
    /// What it takes and has.
    package var content: Content
    /// What stands below it: what was recognised, or what it is for.
    package var note: Span?
    /// What is wrong with it, in words a person can act on; stands below it instead of the note.
    package var problem: String?
    /// Whether it is left out for now. It keeps what was typed.
    package var isHidden = false

    package init(_ id: ID, label: String = "", _ content: Content, note: Span? = nil) {
        self.id = id
        self.label = label
        self.content = content
        self.note = note
    }

    /// The text typed, when this is a field that anybody may read.
    package var text: String {
        if case .field(let field) = content { field.text } else { "" }
    }

    /// The secret typed, when this is a field for one.
    package var secret: SecretBytes {
        if case .secret(let field) = content { field.secret } else { .empty }
    }

    /// The number of the option chosen, when this is a choice.
    package var selection: Int {
        if case .choice(_, let selected) = content { selected } else { 0 }
    }

    /// What stands below it now.
    var remark: Span? {
        problem.map { Span($0, .failure) } ?? note
    }
}
