/// How alike two words are, for saying what was probably meant.
enum WordDistance {
    /// The most alike, when it is alike enough.
    static func nearest(to word: String, in words: [String]) -> String? {
        let candidates = words.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
        guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(1, word.count / 3) else {
            return nil
        }
        return best.0
    }

    /// Insertions, deletions and exchanges of letters (Levenshtein 1966).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                let exchange = diagonal + (letter == right[column] ? 0 : 1)
                row[column + 1] = min(above + 1, row[column] + 1, exchange)
                diagonal = above
            }
        }
        return row[right.count]
    }
}
