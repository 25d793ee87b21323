/// What signing out did, and what it could not undo.
package struct SignOutReport: Sendable, Hashable {
    /// Whole sentences for people, in the order of what was done. No token is in them.
    package let lines: [String]
    /// Whether no token that was kept can still be used by anybody.
    package let isComplete: Bool
    /// Whether everything was undone that can be: a JWT that lives on is nobody's fault, an OAuth token that could not
    /// be revoked is.
    package let isDone: Bool

    /// Puts a report together.
    ///
    /// - Parameter isDone: nil is as `isComplete`.
    package init(lines: [String], isComplete: Bool, isDone: Bool? = nil) {
        self.lines = lines
        self.isComplete = isComplete
        self.isDone = isDone ?? isComplete
    }
}
