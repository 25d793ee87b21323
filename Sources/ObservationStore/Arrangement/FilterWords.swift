/// A filter as it is typed, cut into what a row has to have and what it must not: `orchid !iowa`.
package struct FilterWords: Sendable, Hashable {
    /// Each has to begin some word of a row.
    package private(set) var wanted: [String] = []
    /// Rows in which one of these begins some word are left out; each was written with a `!` before it.
    package private(set) var unwanted: [String] = []

    /// Cuts the text at its blanks. A `!` with nothing after it says nothing yet.
    package init(_ text: String) {
        for word in text.split(whereSeparator: \.isWhitespace) {
            if word.hasPrefix("!") {
                if word.count > 1 { unwanted.append(String(word.dropFirst())) }
            } else {
                wanted.append(String(word))
            }
        }
    }
}
