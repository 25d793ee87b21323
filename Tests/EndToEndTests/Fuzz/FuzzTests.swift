import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Random keys, clicks, wheels, drags, pastes and sizes on the real program: 100,000 of them.
    @Suite
    struct FuzzTests {
        /// How many events each run of the program gets.
        private static let eventsOfARun = 10_000

        /// What the chance of every run grows from: the same each time unless `INATTY_FUZZ_SEED` says otherwise.
        private static let seed =
            ProcessInfo.processInfo.environment["INATTY_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

        @Test(
            "Nothing that falls on it makes it crash, hang, speak or leave its terminal in disorder",
            arguments: 0..<10 as Range<UInt64>
        )
        func survives(run: UInt64) async throws {
            var generator = SeededGenerator(seed: Self.seed &* 1_000 &+ run)
            var left = Self.eventsOfARun
            while left > 0 {
                let seed = generator.next()
                let count = left
                do {
                    left -= try await DemoTerminal.use { terminal in
                        var chance = SeededGenerator(seed: seed)
                        var program = FuzzedProgram(terminal)
                        return try program.play(count, using: &chance)
                    }
                } catch {
                    Issue.record("INATTY_FUZZ_SEED=\(Self.seed), run \(run): \(error)")
                    return
                }
            }
        }
    }
}
