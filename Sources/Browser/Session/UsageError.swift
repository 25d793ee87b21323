/// A mistake in how a command was called or in the environment; ends with exit code 64.
package nonisolated struct UsageError: Error, Sendable, CustomStringConvertible {
    /// What is wrong and what would be right, in whole sentences.
    package let description: String

    package init(description: String) {
        self.description = description
    }
}
