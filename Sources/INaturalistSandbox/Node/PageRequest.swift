/// Which page of a list is wanted (API reference 3.2).
struct PageRequest: Sendable, Hashable {
    /// From 1; nil when the text was no number, which the server then reports as null.
    var number: Int? = 1

    /// Rows on a page, from 0 to 200.
    var size = 30

    private static let defaultSize = 30
    private static let maximumSize = 200
    private static let maximumWindow = 10_000

    init() {}

    /// Reads `page` and `per_page`; too many rows are silently cut to 200, and nonsense becomes 30.
    init(_ query: Query, version: NodeVersion) throws(NodeError) {
        if let text = query["per_page"] {
            let wanted = Int(text) ?? Self.defaultSize
            size = wanted < 0 ? Self.defaultSize : min(wanted, Self.maximumSize)
        }
        if let text = query["page"] { number = Int(text) }
        if number == 0, version == .v2 { number = 1 }
        if let number, number < 1 { throw .searchFailure }
        if (number ?? 1) * size > Self.maximumWindow { throw .windowTooLarge(for: version) }
    }

    /// Rows before the page.
    var offset: Int {
        ((number ?? 1) - 1) * size
    }
}
