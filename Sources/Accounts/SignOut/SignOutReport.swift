/// What signing out did, and what it could not undo.
package struct SignOutReport: Sendable, Hashable {
    /// Whole sentences for people, in the order of what was done. No token is in them.
    package let lines: [String]
    /// Whether no token that was kept can still be used by anybody.
    package let isComplete: Bool

    /// Puts a report together.
    package init(lines: [String], isComplete: Bool) {
        self.lines = lines
        self.isComplete = isComplete
    }
}
