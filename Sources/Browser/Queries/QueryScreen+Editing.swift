internal import INaturalist
internal import TerminalUI

nonisolated extension QueryScreen {
    /// Another query in the place of this one, with nothing left of what was typed.
    mutating func load(_ query: ObservationQuery) {
        self.query = query
        inputs = Self.inputs(of: query)
        fieldProblems = [:]
        line.text = TerminalText.sanitised(query.text)
        lineProblem = nil
        remark = nil
        unread = nil
        offer(.nothing)
    }

    /// Lets the line, the form and what is offered follow what was typed. Drawing and asking come after it.
    package mutating func settle() {
        switch unread {
        case .line: lineChanged()
        case .field(let field): fieldChanged(field)
        case .button, nil: break
        }
        unread = nil
        if isOfferLate { offer(offering) }
    }

    /// Remembers what is to be offered once the rest is settled.
    private mutating func offerLater(_ offering: Offering) {
        self.offering = offering
        if offering == .nothing { answer = nil }
        isOfferLate = true
    }

    mutating func handleLine(_ event: InputEvent) {
        if case .paste(let pasted) = event {
            settle()
            if readAddress(pasted.text) { return }
        }
        let before = line.text
        guard line.handle(event) else { return }
        guard line.text != before else { return offerLater(.nothing) }
        unread = .line
        offerLater(offering == .everything ? .everything : .lookUps)
    }

    /// The form follows the line as soon as it can be read.
    mutating func lineChanged() {
        remark = nil
        do {
            let read = try ObservationQuery(text: line.text)
            // What stands in a field that the line does not change stays as it was typed.
            for field in QueryField.allCases where read.words(of: field) != query.words(of: field) {
                inputs[field] = QueryInput(field, words: read.words(of: field))
                fieldProblems[field] = nil
            }
            query = read
            lineProblem = nil
        } catch {
            lineProblem = error
        }
    }

    mutating func handleField(_ event: InputEvent, _ field: QueryField) {
        switch inputs[field]?.handle(event) {
        case .changed:
            unread = .field(field)
            offerLater(.lookUps)
        case .moved: offerLater(.nothing)
        case .ignored, nil: break
        }
    }

    /// The line follows the form. What cannot be read in a field is not in the line, and told.
    mutating func fieldChanged(_ field: QueryField) {
        do {
            try query.set(field, to: inputs[field]?.words ?? [])
            fieldProblems[field] = nil
        } catch {
            fieldProblems[field] = error
            // No field refuses to be empty.
            try? query.set(field, to: [])
        }
        line.text = query.text
        lineProblem = nil
        remark = nil
    }

    /// Takes an address of the website in the place of the whole query.
    ///
    /// - Returns: whether it was one.
    mutating func readAddress(_ text: String) -> Bool {
        guard QueryReading.isWebAddress(text) else { return false }
        do {
            let reading = try QueryReading(webAddress: text)
            load(reading.query)
            remark =
                reading.remark.map { Span($0, .warning) }
                ?? Span("Read from the address of the website.", .success)
        } catch {
            remark = Span(error.description, .failure)
        }
        return true
    }

    // MARK: - Buttons

    mutating func handleButton(_ event: InputEvent, _ button: Button) -> Decision? {
        let row = Button.inForm
        let index = row.firstIndex(of: button) ?? 0
        switch event {
        case .key(.character(" ")): return press(button)
        case .key(.right): focus(on: .button(row[(index + 1) % row.count]))
        case .key(.left): focus(on: .button(row[(index + row.count - 1) % row.count]))
        default: break
        }
        return nil
    }
}
