/// Waits for what another process does and tells nobody of: a file that it writes, a screen that it paints.
package enum Waiting {
    /// How long it may take; only what is stuck gets there.
    package static let patience = Duration.seconds(20)
    /// How long the other process is left alone between two looks.
    private static let pause = Duration.milliseconds(10)

    /// Looks again and again until there is an answer.
    ///
    /// - Parameters:
    ///   - patience: how long it may take.
    ///   - look: gives the answer, or nothing while there is none.
    /// - Returns: the answer; nothing when patience has run out.
    package static func answer<Answer>(
        within patience: Duration = Waiting.patience,
        _ look: () async throws -> Answer?
    ) async throws -> Answer? {
        let deadline = ContinuousClock.now + patience
        while true {
            if let answer = try await look() { return answer }
            guard ContinuousClock.now < deadline else { return nil }
            try await Task.sleep(for: pause)
        }
    }

    /// Looks again and again until something is true.
    ///
    /// - Parameter what: what is waited for, for the report.
    /// - Throws: ``TestTerminalError`` when patience has run out.
    package static func until(_ what: String, _ condition: () async throws -> Bool) async throws {
        guard try await answer({ try await condition() ? true : nil }) == nil else { return }
        throw TestTerminalError("\(what): not within \(patience).")
    }
}
