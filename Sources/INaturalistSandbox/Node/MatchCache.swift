/// The match lists of the last searches, so that the next page of one costs nothing.
struct MatchCache: Sendable {
    private struct Entry {
        let key: String
        let version: Int
        let list: MatchList
    }

    /// The last used is the last.
    private var entries: [Entry] = []

    /// At a million records a list may take 4 MB.
    private static let capacity = 16

    mutating func list(for key: String, version: Int) -> MatchList? {
        guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
        let entry = entries.remove(at: index)
        guard entry.version == version else { return nil }
        entries.append(entry)
        return entry.list
    }

    mutating func keep(_ list: MatchList, for key: String, version: Int) {
        entries.removeAll { $0.key == key }
        if entries.count >= Self.capacity { entries.removeFirst() }
        entries.append(Entry(key: key, version: version, list: list))
    }
}
