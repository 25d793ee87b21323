/// Why the book of requests cannot be kept. No request is stopped by it.
package struct RequestLedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file.
    package let path: String
    /// What is wrong with it, as a part of a sentence.
    package let reason: String

    /// What failed, what that means and what to do.
    package var description: String {
        """
        The count of requests in \(path) cannot be kept: \(reason). Requests go on, paced by this program alone: do \
        not let several of it fetch at once. If it stays, move the file away; a new one is made.
        """
    }
}
