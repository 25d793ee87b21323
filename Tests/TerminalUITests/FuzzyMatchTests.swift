import TestSupport
import Testing

@testable import TerminalUI

@Suite("Fuzzy matching")
struct FuzzyMatchTests {
    private func matched(_ query: String, _ text: String) -> [String]? {
        FuzzyMatch(query, in: text)?.ranges.map { String(text[$0]) }
    }

    @Test(
        "the letters that count are those at the start of words, and side by side",
        arguments: [
            ("gti", "Go to id", ["G", "t", "i"]), ("sort", "Sort by date", ["Sort"]),
            ("date", "Sort by date", ["date"]), ("sd", "Sort by date", ["S", "d"]),
            ("DATE", "Sort by date", ["date"]), ("date sort", "Sort by date", ["Sort", "date"]),
            ("ecole", "Grande École", ["École"]), ("東", "to 東京", ["東"]),
            ("zu", "Zu\u{308}rich", ["Zu\u{308}"]),
            ("", "anything", []), ("  ", "anything", []), ("o", "no word on", ["o"]),
        ]
    )
    func ranges(_ query: String, _ text: String, _ expected: [String]) {
        #expect(matched(query, text) == expected)
    }

    @Test("the start of a word is taken before an earlier letter inside one")
    func wordStart() throws {
        let text = "no word on"
        let range = try #require(FuzzyMatch("o", in: text)?.ranges.first)
        #expect(text.distance(from: text.startIndex, to: range.lowerBound) == 8)
    }

    @Test(
        "a text without all the letters in order does not match",
        arguments: [("tros", "sort"), ("sortt", "sort"), ("x", ""), ("sort x", "sort"), ("ab", "b a")]
    )
    func nothing(_ query: String, _ text: String) {
        #expect(FuzzyMatch(query, in: text) == nil)
    }

    @Test(
        "the better text has the higher score",
        arguments: [
            ("sort", "Sort", "Sort by date"), ("so", "Sort", "Show others"), ("co", "Copy", "Show columns"),
            ("open", "Open the page", "Copy the pen"), ("gi", "Go to id", "Begin"),
            ("cm", "Clear marks", "Accompany"),
            ("map", "Open the map", "Mark a point"), ("col", "Choose columns", "Protocol"),
        ]
    )
    func better(_ query: String, _ better: String, _ worse: String) throws {
        let (best, other) = try (
            #require(FuzzyMatch(query, in: better)), #require(FuzzyMatch(query, in: worse))
        )
        #expect(best.score > other.score)
    }

    @Test("no other way to place the letters is worth more", arguments: Array(UInt64(1)...30))
    func best(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let text = String(
                (0..<Int.random(in: 0...11, using: &generator)).map { _ in
                    "aab b-".randomElement(using: &generator) ?? "a"
                }
            )
            let query = String(
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    "ab".randomElement(using: &generator) ?? "a"
                }
            )
            let letters = FuzzyLetter.all(in: text)
            let alignment = FuzzyAlignment(query.unicodeScalars.map(\.value), in: letters)
            #expect(alignment?.score == bestByTrying(Array(query), Array(text)), "\(query) in \(text)")
            if let alignment {
                #expect(alignment.places.map { Array(text)[$0] } == Array(query))
                #expect(worth(alignment.places, Array(text)) == alignment.score)
            }
        }
    }

    /// Every way to place the letters, one after another.
    private func bestByTrying(_ query: [Character], _ text: [Character], _ places: [Int] = []) -> Int? {
        guard places.count < query.count else { return worth(places, text) }
        let start = places.last.map { $0 + 1 } ?? 0
        return text.indices.filter { $0 >= start && text[$0] == query[places.count] }
            .compactMap { bestByTrying(query, text, places + [$0]) }
            .max()
    }

    /// The score as `FuzzyAlignment` describes it, added up from scratch.
    private func worth(_ places: [Int], _ text: [Character]) -> Int {
        var sum = 0
        for (number, place) in places.enumerated() {
            let isWordStart = place == 0 || !text[place - 1].isLetter
            let bonus =
                (isWordStart ? FuzzyAlignment.wordStart : 0) + (place == 0 ? FuzzyAlignment.textStart : 0)
            sum += FuzzyAlignment.letter + bonus * (number == 0 ? 2 : 1)
            guard number > 0 else { continue }
            let between = place - places[number - 1] - 1
            sum +=
                between == 0
                ? FuzzyAlignment.adjacent : -FuzzyAlignment.gap - (between - 1) * FuzzyAlignment.longerGap
        }
        return sum
    }
}
