/// How alike two words are, for saying what was probably meant.
package enum WordDistance {
    /// The most alike, when it is alike enough: at most a third of its letters wrong.
    package static func nearest(to word: String, in words: [String]) -> String? {
        let candidates = words.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
        guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= max(1, word.count / 3) else {
            return nil
        }
        return best.0
    }

    /// Insertions, deletions and exchanges of letters, and of two neighbours (Damerau 1964, each letter once).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var before: [Int] = []
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            let above = row
            row[0] = index + 1
            for column in right.indices {
                let exchange = above[column] + (letter == right[column] ? 0 : 1)
                row[column + 1] = min(above[column + 1] + 1, row[column] + 1, exchange)
                if index > 0, column > 0, letter == right[column - 1], left[index - 1] == right[column] {
                    row[column + 1] = min(row[column + 1], before[column - 1] + 1)
                }
            }
            before = above
        }
        return row[right.count]
    }
}
