/// Fields, choices and buttons with one of them having the keyboard.
package struct Form<ID: Hashable & Sendable>: Sendable {
    /// What an event did to the form.
    package enum Outcome: Hashable, Sendable {
        /// The event is not for the form.
        case ignored
        /// The keyboard went elsewhere, or the cursor moved.
        case moved
        /// That element has another value now.
        case changed(ID)
        /// That button was pressed, or Enter was typed in the last field before it.
        case pressed(ID)
    }

    /// From the first line to the last.
    package var elements: [FormElement<ID>]
    /// Which element has the keyboard.
    package private(set) var focus: ID

    /// - Parameter focus: the element that has the keyboard at first.
    package init(_ elements: [FormElement<ID>], focus: ID) {
        self.elements = elements
        self.focus = focus
    }

    /// The element of that name; the form has it.
    package subscript(id: ID) -> FormElement<ID>? {
        get { elements.first { $0.id == id } }
        set {
            guard let newValue, let index = elements.firstIndex(where: { $0.id == id }) else { return }
            elements[index] = newValue
        }
    }

    /// The elements that are not left out.
    package var visible: [FormElement<ID>] { elements.filter { !$0.isHidden } }

    /// Gives that element the keyboard, unless it is left out.
    package mutating func focus(on id: ID) {
        if visible.contains(where: { $0.id == id }) { focus = id }
    }

    /// To the next element, round the end.
    package mutating func focusNext() { moveFocus(by: 1) }

    /// To the element before, round the start.
    package mutating func focusPrevious() { moveFocus(by: -1) }

    /// Takes every problem away.
    package mutating func clearProblems() {
        for index in elements.indices { elements[index].problem = nil }
    }

    /// Enter: presses a button, and goes on from a field or a choice.
    ///
    /// - Parameter submit: the button that Enter presses from the last field before it.
    package mutating func accept(submit: ID) -> Outcome {
        guard let element = self[focus] else { return .ignored }
        if case .button = element.content { return .pressed(focus) }
        let order = visible.map(\.id)
        if let index = order.firstIndex(of: focus), index + 1 < order.count, isField(order[index + 1]) {
            focus = order[index + 1]
            return .moved
        }
        return .pressed(submit)
    }

    /// Typing, pasting, turning a choice. Moving between elements is the caller's: its keys are commands.
    package mutating func handle(_ event: InputEvent) -> Outcome {
        guard var element = self[focus] else { return .ignored }
        switch element.content {
        case .field(var field):
            let before = field.text
            guard field.handle(event) else { return .ignored }
            return take(.field(field), isChanged: field.text != before)
        case .secret(var field):
            let before = field.secret
            guard field.handle(event) else { return .ignored }
            // Every edit makes another secret, so that no byte has to be compared.
            return take(.secret(field), isChanged: field.secret !== before)
        case .choice(let options, let selected):
            guard let step = Self.step(event) else { return .ignored }
            let next = (selected + step + options.count) % options.count
            element.content = .choice(options: options, selected: next)
            self[focus] = element
            return .changed(focus)
        case .button:
            if event == .key(.character(" ")) { return .pressed(focus) }
            guard let step = Self.step(event) else { return .ignored }
            moveFocus(by: step)
            return .moved
        }
    }

    /// A click at a row of the form as it is drawn in that rectangle.
    package mutating func click(_ position: Position, in rect: Rect) -> Outcome {
        for placed in layout(in: rect) where placed.line.top == position.row && placed.line.contains(position)
        {
            let element = visible[placed.index]
            focus = element.id
            switch element.content {
            case .button: return .pressed(element.id)
            case .choice: return handle(.key(.right))
            case .field, .secret: return .moved
            }
        }
        return .ignored
    }

    /// Gives the element that has the keyboard what was typed into it.
    private mutating func take(_ content: FormElement<ID>.Content, isChanged: Bool) -> Outcome {
        guard var element = self[focus] else { return .ignored }
        element.content = content
        if isChanged { element.problem = nil }
        self[focus] = element
        return isChanged ? .changed(focus) : .moved
    }

    private mutating func moveFocus(by step: Int) {
        let order = visible.map(\.id)
        guard !order.isEmpty else { return }
        let index = order.firstIndex(of: focus) ?? 0
        focus = order[(index + step + order.count) % order.count]
    }

    private func isField(_ id: ID) -> Bool {
        switch self[id]?.content {
        case .field, .secret: true
        case .choice, .button, nil: false
        }
    }

    private static func step(_ event: InputEvent) -> Int? {
        switch event {
        case .key(.right), .key(.character(" ")), .key(.character("l")): 1
        case .key(.left), .key(.character("h")): -1
        default: nil
        }
    }
}
