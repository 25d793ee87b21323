import TerminalUI
import Testing

@testable import Browser
@testable import INaturalist

/// Expects what a call that changes the screen gives out, which `#expect` cannot call.
func expect<Value: Equatable>(
    _ value: Value,
    is wanted: Value,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(value == wanted, sourceLocation: sourceLocation)
}

/// What a person does at the query screen, in a word each.
extension QueryScreen {
    /// A key or a paste that comes alone.
    mutating func handle(_ event: InputEvent) -> Decision? {
        defer { settle() }
        return take(event)
    }

    @discardableResult
    mutating func type(_ text: String) -> Decision? {
        var decision: Decision?
        for character in text { decision = handle(.key(.character(character))) }
        return decision
    }

    @discardableResult
    mutating func press(_ key: Key, times: Int = 1) -> Decision? {
        var decision: Decision?
        for _ in 0..<times { decision = handle(.key(key)) }
        return decision
    }

    /// Down from field to field, as a person goes there.
    mutating func go(to field: QueryField) {
        var steps = 0
        while focus != .field(field), steps < 100 {
            move(by: 1)
            steps += 1
        }
    }

    /// What stands in a field of the form.
    func text(of field: QueryField) -> String {
        switch inputs[field]?.content {
        case .text(let text): text.text
        case .marks, .choice, nil: inputs[field]?.words.joined(separator: " ") ?? ""
        }
    }

    func lines(_ columns: Int = 80, _ rows: Int = 24) -> [String] {
        drawn(columns, rows) { draw(on: &$0, in: body(columns, rows)) }.lines
    }

    func shows(_ text: String, _ columns: Int = 80, _ rows: Int = 24) -> Bool {
        lines(columns, rows).contains { $0.contains(text) }
    }
}

/// Made-up things that a server could know.
enum QuerySamples {
    static let taxa = [
        suggestion(
            101,
            name: "Platanthera praeclara",
            title: "Western Prairie Fringed Orchid",
            detail: "Platanthera praeclara, species"
        ),
        suggestion(
            102,
            name: "Platanthera",
            title: "Platanthera",
            detail: "fringed orchids, bog orchids and their kin, genus"
        ),
        suggestion(
            103,
            name: "Platanthera, sensu lato",
            title: "Platanthera, sensu lato",
            detail: "complex"
        ),
    ]

    static func suggestion(_ id: Int, name: String, title: String, detail: String) -> QuerySuggestion {
        QuerySuggestion(
            id: id,
            reference: .id(id, name: name),
            title: title,
            detail: detail,
            names: [],
            ancestorIDs: []
        )
    }

    static let saved = SavedQueries(
        bytes: Array(
            """
            # mine
            orchids = taxon:101/Platanthera obscuration:obscured,private
            turtles of the made-up river = taxon:"Glyptemys insculpta" place:"Nowhere County" quality:research
            broken = taxn:Platanthera
            what is this
            everything of wren = observer:wren order:-observed

            """.utf8
        )
    )
    static let long = SavedQueries(
        bytes: Array((1...40).map { "query \($0) = id:\($0)\n" }.joined().utf8)
    )

    static func query(_ text: String) -> ObservationQuery {
        do {
            return try ObservationQuery(text: text)
        } catch {
            Issue.record("“\(text)” is no query: \(error)")
            return ObservationQuery()
        }
    }
}
