/// The best way to find the letters of a word, in order, among those of a text.
struct FuzzyAlignment {
    /// What it is worth.
    let score: Int
    /// Where the letters are in the text, rising.
    let places: [Int]

    /// Each letter found.
    static let letter = 16
    /// More for one that follows the one before at once.
    static let adjacent = 12
    /// More for one that begins a word; twice that for the first letter looked for.
    static let wordStart = 8
    /// More for the first letter of the text.
    static let textStart = 2
    /// What a gap costs, and each further letter in it.
    static let gap = 3
    static let longerGap = 1

    /// Nil when they are not all there.
    ///
    /// Every letter keeps, for every place in the text, the best score of the letters up to it that ends there; so the
    /// work is the product of both lengths.
    init?(_ wanted: [UInt32], in letters: [FuzzyLetter]) {
        guard !wanted.isEmpty, Self.isThere(wanted, in: letters) else { return nil }
        let width = letters.count
        // Where the letter before stands, for each letter and place; the place itself where there is none.
        var origins = [Int](repeating: -1, count: wanted.count * width)
        var before = [Int?](repeating: nil, count: width)
        for (row, letter) in wanted.enumerated() {
            var scores = [Int?](repeating: nil, count: width)
            // The best place of the letter before with a gap after it, and what is left of its score here.
            var far: (score: Int, place: Int)?
            for place in 0..<width {
                if let known = far { far = (known.score - Self.longerGap, known.place) }
                if place >= 2, let score = before[place - 2], score - Self.gap >= far?.score ?? Int.min {
                    far = (score - Self.gap, place - 2)
                }
                guard letters[place].folded == letter else { continue }
                let own = Self.letter + Self.bonus(of: letters, at: place) * (row == 0 ? 2 : 1)
                if row == 0 {
                    scores[place] = own
                    continue
                }
                var best = far
                if place >= 1, let score = before[place - 1], score + Self.adjacent >= far?.score ?? Int.min {
                    best = (score + Self.adjacent, place - 1)
                }
                guard let best else { continue }
                scores[place] = own + best.score
                origins[row * width + place] = best.place
            }
            before = scores
        }
        var last: (score: Int, place: Int)?
        for (place, score) in before.enumerated() {
            if let score, score > last?.score ?? Int.min { last = (score, place) }
        }
        guard let last else { return nil }
        var places = [last.place]
        for row in wanted.indices.dropFirst().reversed() {
            places.append(origins[row * width + places[places.count - 1]])
        }
        score = last.score
        self.places = places.reversed()
    }

    private static func bonus(of letters: [FuzzyLetter], at place: Int) -> Int {
        (letters[place].isWordStart ? wordStart : 0) + (place == 0 ? textStart : 0)
    }

    /// Whether the letters are there at all, which most texts answer with no.
    private static func isThere(_ wanted: [UInt32], in letters: [FuzzyLetter]) -> Bool {
        var found = 0
        for letter in letters where found < wanted.count && letter.folded == wanted[found] { found += 1 }
        return found == wanted.count
    }
}
