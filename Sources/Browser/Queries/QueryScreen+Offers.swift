package import INaturalist
internal import TerminalUI

nonisolated extension QueryScreen {
    /// When something is offered for what stands at the cursor.
    enum Offering: Sendable, Hashable {
        /// Nothing was typed there, or what was offered was taken or closed.
        case nothing
        /// What the server knows by it.
        case lookUps
        /// That, and the words that the line takes there.
        case everything
    }

    /// What can be put where the cursor is.
    enum Offer: Sendable, Hashable {
        case completion(String, note: String)
        case reference(QuerySuggestion)
    }

    /// What the server said to a look-up.
    struct Answer: Sendable, Hashable {
        let lookUp: QueryCompletions.LookUp
        let suggestions: [QuerySuggestion]
        let failure: String?
    }

    /// What the server is to be asked for, as soon as the person stops typing for a moment; nil when nothing is to be
    /// asked, or the answer is there. What was asked before may be given up when this changes.
    package var wantedLookUp: QueryCompletions.LookUp? {
        guard let lookUp, answer?.lookUp != lookUp else { return nil }
        return lookUp
    }

    /// Takes what the server knows. It is dropped when something else stands there by now.
    package mutating func take(_ suggestions: [QuerySuggestion], for lookUp: QueryCompletions.LookUp) {
        take(Answer(lookUp: lookUp, suggestions: suggestions, failure: nil))
    }

    /// Takes why the server could not be asked, which is told until something else is typed.
    package mutating func take(failure: String, for lookUp: QueryCompletions.LookUp) {
        take(Answer(lookUp: lookUp, suggestions: [], failure: failure))
    }

    private mutating func take(_ answer: Answer) {
        settle()
        guard answer.lookUp == lookUp else { return }
        self.answer = answer
        offer(offering)
    }

    /// Offers anew what there is for what stands at the cursor.
    mutating func offer(_ offering: Offering) {
        self.offering = offering
        isOfferLate = false
        if offering == .nothing { answer = nil }
        var remark: Span?
        offers = []
        if let lookUp {
            if let answer, answer.lookUp == lookUp {
                offers = answer.suggestions.map { .reference($0) }
                if let failure = answer.failure {
                    remark = Span(failure, .failure)
                } else if offers.isEmpty {
                    remark = Span("The server knows no \(lookUp.field.noun) by “\(lookUp.text)”.", .muted)
                }
            } else {
                remark = Span("Looking up “\(lookUp.text)” …", .muted)
            }
        } else if offering == .everything, focus == .line, pane == .form {
            offers = completionOffers
        }
        list.remark = remark
        list.take(offers.map(\.item))
    }

    /// Puts something where the cursor is.
    mutating func take(_ offer: Offer) {
        switch (offer, focus) {
        case (.completion(let word, _), .line):
            line.replace(completions.range, with: word)
            lineChanged()
            self.offer(.lookUps)
            return
        case (.reference(let suggestion), .line):
            line.replace(wholeValue, with: ObservationQuery.quoted(Self.harmless(suggestion.reference).word))
            lineChanged()
        case (.reference(let suggestion), .field(let field)):
            inputs[field]?.replaceTypedName(with: Self.harmless(suggestion.reference).word)
            fieldChanged(field)
        case (.completion, .field), (_, .button): break
        }
        self.offer(.nothing)
    }

    // MARK: - Tab in the line

    /// Puts in what all candidates begin with, and shows them when there are several.
    ///
    /// - Returns: whether there was anything to complete.
    mutating func complete() -> Bool {
        let completions = completions
        if completions.lookUp != nil {
            if lookUp == nil { offer(.lookUps) }
            guard lookUp != nil, wantedLookUp != nil || !list.items.isEmpty else { return false }
            list.move(by: 1)
            return true
        }
        // The range may reach beyond the cursor, to the colon of a field that is being written anew.
        let typed = completions.range.lowerBound..<line.cursorOffset
        guard !isComplete(completions) else { return false }
        if completions.candidates.count == 1 {
            line.replace(completions.range, with: completions.candidates[0])
            lineChanged()
            offer(.lookUps)
        } else {
            if completions.commonPrefix.count > typed.count {
                line.replace(typed, with: completions.commonPrefix)
                lineChanged()
            }
            offer(.everything)
        }
        return true
    }

    /// Whether what could be put in stands there already, or there is nothing.
    private func isComplete(_ completions: QueryCompletions) -> Bool {
        guard !completions.candidates.isEmpty else { return true }
        return completions.range.upperBound == line.cursorOffset
            && completions.candidates == [String(Array(line.text)[completions.range])]
    }

    private var completions: QueryCompletions {
        ObservationQuery.completions(for: line.text, cursor: line.cursorOffset)
    }

    private var completionOffers: [Offer] {
        let completions = completions
        guard !isComplete(completions) else { return [] }
        return completions.candidates.map { candidate in
            let field = candidate.hasSuffix(":") ? QueryField(rawValue: String(candidate.dropLast())) : nil
            return .completion(candidate, note: field?.help ?? "")
        }
    }

    // MARK: - Look-ups

    /// The name at the cursor that the server may know, whether it was asked or not.
    private var lookUp: QueryCompletions.LookUp? {
        guard pane == .form, offering != .nothing else { return nil }
        let lookUp: QueryCompletions.LookUp? =
            switch focus {
            case .line: completions.lookUp
            case .field(let field):
                inputs[field]?.typedName.flatMap { QueryCompletions.LookUp(typed: $0.value, in: field) }
            case .button: nil
            }
        guard let lookUp, lookUp.text.contains(where: { !$0.isWhitespace }) else { return nil }
        // A number says already what it means.
        return Int(lookUp.text) == nil ? lookUp : nil
    }

    /// The value that the cursor is in, with what stands of it behind the cursor.
    private var wholeValue: Range<Int> {
        let characters = Array(line.text)
        let range = completions.range
        var end = range.upperBound
        var isQuoted = !characters[range].count { $0 == "\"" }.isMultiple(of: 2)
        while end < characters.count {
            let character = characters[end]
            if character == "\"" {
                isQuoted.toggle()
            } else if !isQuoted, character.isWhitespace || character == "," {
                break
            }
            end += 1
        }
        return range.lowerBound..<end
    }

    /// What is shown in a field is what is sent: nothing in it that a terminal would not show.
    private static func harmless(_ reference: QueryReference) -> QueryReference {
        switch reference {
        case .id(let id, let name):
            let name = name.map(TerminalText.sanitised)
            return .id(id, name: name?.isEmpty == true ? nil : name)
        case .name(let name): return .name(TerminalText.sanitised(name))
        }
    }
}

nonisolated extension QueryScreen.Offer {
    /// As it stands in the list.
    var item: SuggestionList.Item {
        switch self {
        case .completion(let word, let note): SuggestionList.Item(word, note: note)
        case .reference(let suggestion): SuggestionList.Item(suggestion.title, note: suggestion.detail)
        }
    }
}
