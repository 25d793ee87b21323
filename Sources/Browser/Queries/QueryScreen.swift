package import INaturalist
package import TerminalUI

/// Where a person says which observations to look at: a query as one line, and the same query as a form. Both are
/// always in step: what is changed in the one is rewritten in the other.
package nonisolated struct QueryScreen: Sendable {
    /// What the person wants.
    package enum Decision: Sendable, Hashable {
        /// These observations are to be shown. Nothing is known to be wrong with the query.
        case show(ObservationQuery)
        /// The query, as a line, is to be kept under a name.
        case save(name: String, text: String)
        /// What is kept under that name is to be removed.
        case remove(name: String)
        /// The website's address of the query is to be copied.
        case copyWebAddress(ObservationQuery)
    }

    /// What has the keyboard.
    enum Focus: Sendable, Hashable {
        case line
        case field(QueryField)
        case button(Button)
    }

    /// What takes the room below the line.
    enum Pane: Sendable, Hashable {
        case form
        /// The saved queries: which one the cursor is on, and whether it is asked if that is to be removed.
        case saved(selected: Int, isConfirming: Bool)
        /// A name is typed under which the query is to be saved, and what is wrong with it.
        case naming(TextField, problem: String?)
    }

    /// The query as far as it can be read: what cannot be is left out of it, and told.
    package internal(set) var query: ObservationQuery { didSet { problems = query.problems } }
    /// What is wrong with the query itself. It is kept because every frame asks for it once for each field.
    private var problems: [QueryProblem]
    /// What is saved now.
    private(set) var saved: SavedQueries
    var line: TextField
    /// Why the line cannot be read. The form is as it was when it last could be.
    var lineProblem: QueryProblem?
    /// Stands below the line until something is changed.
    var remark: Span?
    var inputs: [QueryField: QueryInput]
    /// Why what is typed into a field cannot be read.
    var fieldProblems: [QueryField: QueryProblem] = [:]
    var focus = Focus.line
    /// The field that had the keyboard last: its part of the form is in view.
    var field = QueryField.inForm[0]
    var pane = Pane.form
    /// The name of the saved query that was loaded last.
    var savedName: String?
    /// What is offered for what is being typed.
    var list = SuggestionList()
    var offers: [Offer] = []
    var offering = Offering.nothing
    var answer: Answer?
    /// What was typed into since the line and the form last said the same; nil when they do.
    var unread: Focus?
    /// Whether what is offered is still that for what stood at the cursor before.
    var isOfferLate = false

    /// - Parameters:
    ///   - query: what the table shows now.
    ///   - saved: what is saved.
    package init(_ query: ObservationQuery, saved: SavedQueries = SavedQueries()) {
        self.query = query
        problems = query.problems
        self.saved = saved
        line = TextField(
            text: TerminalText.sanitised(query.text),
            hint: "taxon:Platanthera obscuration:obscured,private"
        )
        inputs = Self.inputs(of: query)
    }

    /// Takes what is saved now, after it was changed.
    package mutating func take(_ saved: SavedQueries) {
        self.saved = saved
        if case .saved(let selected, _) = pane {
            let last = max(0, saved.queries.count - 1)
            pane = .saved(selected: min(selected, last), isConfirming: false)
        }
    }

    // MARK: - What keys do

    /// Typing, pasting, marking, choosing. Space presses a button.
    ///
    /// What follows from a text is left to ``settle()``: reading a whole query anew for each of many keys that come at
    /// once would take time for nothing. Until then ``query`` is that of before.
    package mutating func take(_ event: InputEvent) -> Decision? {
        switch (pane, focus) {
        case (.saved, _): return handleSaved(event)
        case (.naming(var name, _), _):
            if name.handle(event) { pane = .naming(name, problem: nil) }
        case (.form, .line): handleLine(event)
        case (.form, .field(let field)): handleField(event, field)
        case (.form, .button(let button)): return handleButton(event, button)
        }
        return nil
    }

    /// Enter: takes the suggestion that the keyboard is on, presses a button, or shows the query.
    package mutating func accept() -> Decision? {
        settle()
        switch pane {
        case .saved: return acceptSaved()
        case .naming: return press(.save)
        case .form:
            if let selected = list.selected {
                take(offers[selected])
                return nil
            }
            if case .button(let button) = focus { return press(button) }
            return show()
        }
    }

    /// What a button stands for.
    mutating func press(_ button: Button) -> Decision? {
        switch button {
        case .show: return show()
        case .saved: showSaved()
        case .saveAs: beginSaving()
        case .copy: return copyWebAddress()
        case .save: return save()
        case .showSaved: return acceptSaved()
        case .editSaved: return loadSaved(andShow: false)
        case .removeSaved: askToRemove()
        case .remove: return removeSaved()
        case .keep, .cancel: _ = back()
        }
        return nil
    }

    /// Takes one step back: closes what is offered, a question, a list or a field for a name.
    ///
    /// - Returns: whether there was anything to close; else the screen is to be left.
    package mutating func back() -> Bool {
        settle()
        switch pane {
        case .saved(let selected, isConfirming: true):
            pane = .saved(selected: selected, isConfirming: false)
        case .saved, .naming: pane = .form
        case .form:
            guard !list.isEmpty else { return false }
            offer(.nothing)
        }
        return true
    }

    /// The address of the query, unless something is wrong with it.
    package mutating func copyWebAddress() -> Decision? {
        settle()
        return findProblem() ? nil : .copyWebAddress(query)
    }

    private mutating func show() -> Decision? {
        // An address that was typed, or pasted by a terminal that does not mark it.
        if readAddress(line.text) { return nil }
        return findProblem() ? nil : .show(query)
    }

    // MARK: - Problems

    /// What is wrong with what a field has.
    func problem(of field: QueryField) -> String? {
        fieldProblems[field]?.description
            ?? problems.first { $0.field == field }?.description
    }

    /// Puts the keyboard where something is wrong, which is told there.
    ///
    /// - Returns: whether there is anything wrong.
    mutating func findProblem() -> Bool {
        if lineProblem != nil {
            focus(on: .line)
        } else if let field = QueryField.inForm.first(where: { problem(of: $0) != nil }) {
            focus(on: .field(field))
        } else {
            return false
        }
        pane = .form
        return true
    }

    static func inputs(of query: ObservationQuery) -> [QueryField: QueryInput] {
        var inputs: [QueryField: QueryInput] = [:]
        for field in QueryField.allCases {
            inputs[field] = QueryInput(field, words: query.words(of: field).map(TerminalText.sanitised))
        }
        return inputs
    }
}
