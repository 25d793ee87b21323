package import FoundationEssentials

/// What was said at the foot of the screen, so that what went by too quickly can be read again.
package nonisolated struct MessageLog: Sendable {
    /// Something that was said.
    package struct Entry: Sendable, Hashable {
        /// What.
        package let message: Message
        /// When it was said last.
        package let date: Date
        /// How many times it was said one after the other.
        package let times: Int
    }

    /// So many are kept, the newest.
    private static let limit = 500

    /// The newest last.
    package private(set) var entries: [Entry] = []

    package init() {}

    /// Takes what is said.
    package mutating func note(_ message: Message, at date: Date) {
        if let last = entries.last, last.message == message {
            entries[entries.count - 1] = Entry(message: message, date: date, times: last.times + 1)
            return
        }
        entries.append(Entry(message: message, date: date, times: 1))
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
    }
}
