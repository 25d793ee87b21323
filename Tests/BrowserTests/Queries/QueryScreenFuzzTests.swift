import INaturalist
import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// Whatever a person does: line and form say the same, and nothing with a problem is given out.
@Suite struct QueryScreenFuzzTests {
    private static let keys: [Key] = [
        .left, .right, .home, .end, .backspace, .delete, .controlLeft, .controlRight, .control("u"),
        .control("w"), .control("k"), .character(" "), .character(","), .character("\""), .character(":"),
        .character("y"), .character("d"), .character("e"), .character("o"), .character("1"),
    ]
    private static let texts = [
        "taxon:", "obs", "qua", "observer:wren", "place:\"Nome, Al", "2026-11-24", "2026-1", "id:7",
        "box:1,2,3,4",
        "search-on:tags", "q:log", "a\u{301}", "東京", "38/Minnesota", " ", ",", "observed-from:2026-11-24",
        "observed-to:2026-11-02", "zzz:1", "99999999999999999999", "https://example.org/x",
        "https://example.org/observations?taxon_id=7&d1=2026-01-01&month=5",
    ]

    @Test(arguments: 1...24) func `line and form stay in step, and no problem is ever sent`(
        _ seed: UInt64
    ) throws {
        var numbers = SeededGenerator(seed: seed)
        var screen = QueryScreen(ObservationQuery(), saved: QuerySamples.saved)
        let size = screenSizes[Int(seed) % screenSizes.count]
        for step in 0..<600 {
            let decision = act(on: &screen, size, &numbers)
            switch decision {
            case .show(let query), .copyWebAddress(let query):
                #expect(query.problems.isEmpty, "step \(step)")
                #expect(query == screen.query, "step \(step)")
                #expect(screen.lineProblem == nil && screen.fieldProblems.isEmpty, "step \(step)")
            case .save(let name, let text):
                #expect(SavedQueries.problem(ofName: name) == nil, "step \(step)")
                #expect(try ObservationQuery(text: text) == screen.query, "step \(step)")
            case .remove(let name): #expect(QuerySamples.saved.text(of: name) != nil, "step \(step)")
            case nil: break
            }
            try expectStep(screen, step)
            guard screen.list.items.count == screen.offers.count else {
                Issue.record("What is listed is not what is taken, at step \(step).")
                return
            }
        }
    }

    /// The line, the form and the query say the same, but for what is told to be wrong.
    private func expectStep(_ screen: QueryScreen, _ step: Int) throws {
        if screen.lineProblem == nil {
            let read = try ObservationQuery(text: screen.line.text)
            #expect(read == screen.query, "step \(step): \(screen.line.text)")
        }
        for field in QueryField.allCases where screen.fieldProblems[field] == nil {
            var query = ObservationQuery()
            try query.set(field, to: try #require(screen.inputs[field]).words)
            #expect(query.words(of: field) == screen.query.words(of: field), "step \(step): \(field)")
        }
    }

    private static func pick<Value>(_ values: [Value], _ numbers: inout SeededGenerator) -> Value {
        values[Int.random(in: values.indices, using: &numbers)]
    }

    private func act(
        on screen: inout QueryScreen,
        _ size: (Int, Int),
        _ numbers: inout SeededGenerator
    ) -> QueryScreen.Decision? {
        switch Int.random(in: 0..<16, using: &numbers) {
        case 0, 1, 2, 3: return screen.handle(.key(Self.pick(Self.keys, &numbers)))
        case 4, 5, 6: return screen.type(Self.pick(Self.texts, &numbers))
        case 7: return screen.handle(.paste(PastedText(Self.pick(Self.texts, &numbers))))
        case 8: screen.focusNext()
        case 9: screen.focusPrevious()
        case 10, 11: screen.move(by: Self.pick([-8, -1, 1, 1, 1, 8], &numbers))
        case 12: return screen.accept()
        case 13: _ = screen.back()
        case 14:
            guard let lookUp = screen.wantedLookUp else { return nil }
            if Bool.random(using: &numbers) {
                screen.take(QuerySamples.taxa, for: lookUp)
            } else {
                screen.take(failure: "Unreachable.", for: lookUp)
            }
        default:
            let position = Position(
                column: Int.random(in: 0..<size.0, using: &numbers),
                row: Int.random(in: 0..<size.1, using: &numbers)
            )
            return screen.click(position, in: body(size.0, size.1))
        }
        return nil
    }
}
