/// What compacting did.
package struct CompactReport: Sendable, Hashable {
    /// How large the file was with its log.
    package var bytesBefore: Int
    /// How large they are now.
    package var bytesAfter: Int
    /// How many rows that no list holds were dropped.
    package var dropped: Int
    /// Whether the file could be shortened: another program that reads it keeps it as long as it was, until the next
    /// time.
    package var isShortened: Bool
}
