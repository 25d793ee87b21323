internal import INaturalist
internal import TerminalUI

nonisolated extension QueryScreen {
    /// Tab: takes the suggestion that the keyboard is on, completes in the line, else goes on to the next field.
    package mutating func focusNext() {
        settle()
        switch pane {
        case .saved: move(by: 1)
        case .naming: break
        case .form:
            if let selected = list.selected {
                take(offers[selected])
            } else if focus != .line || !complete() {
                turn(by: 1)
            }
        }
    }

    /// Shift-Tab: to the field before; from the line on to the form, because Tab completes there.
    package mutating func focusPrevious() {
        settle()
        switch pane {
        case .saved: move(by: -1)
        case .naming: break
        case .form: turn(by: focus == .line ? 1 : -1)
        }
    }

    /// The vertical arrows: through what is offered, else from field to field.
    ///
    /// - Parameter rows: down; negative is up. More than one, as for a page or the wheel, stops at the first and the
    ///   last field.
    package mutating func move(by rows: Int) {
        settle()
        switch pane {
        case .saved(let selected, let isConfirming):
            guard !isConfirming else { return }
            let last = saved.queries.count - 1
            let (sum, isTooMuch) = selected.addingReportingOverflow(rows)
            let target = isTooMuch ? (rows > 0 ? last : 0) : sum
            pane = .saved(selected: max(0, min(target, last)), isConfirming: false)
        case .naming: break
        case .form:
            if !list.items.isEmpty, list.move(by: rows) || rows > 0 { return }
            step(by: rows)
        }
    }

    /// Gives something the keyboard.
    mutating func focus(on focus: Focus) {
        settle()
        self.focus = focus
        if case .field(let field) = focus { self.field = field }
        offer(.nothing)
    }

    /// Everything that can have the keyboard, in the order of Tab.
    private static let order: [Focus] =
        [.line] + QueryField.inForm.map { .field($0) } + Button.inForm.map { .button($0) }

    private mutating func turn(by step: Int) {
        let order = Self.order
        guard let index = order.firstIndex(of: focus) else { return }
        focus(on: order[(index + step + order.count) % order.count])
    }

    private mutating func step(by rows: Int) {
        let order = Self.order
        let last = QueryField.inForm.count
        guard let index = order.firstIndex(of: focus), rows != 0 else { return }
        if rows == 1 || rows == -1 {
            // The buttons stand in one row, which is entered at its first and left as a whole.
            switch focus {
            case .line where rows < 0: focus(on: .button(.show))
            case .button: focus(on: order[rows > 0 ? 0 : last])
            case .line, .field: turn(by: rows)
            }
        } else {
            let far = max(-order.count, min(order.count, rows))
            focus(on: order[max(1, min(index + far, last))])
        }
    }
}
