import TestSupport
import Testing

extension EndToEnd {
    /// What is left behind when the program crashes.
    @Suite
    struct CrashJourneys {
        @Test("A crash report names the place, and shows no memory, in which a secret may be")
        func noMemory() async throws {
            try await TestTerminal.use { terminal in
                let begun = try await terminal.start(
                    "inatty sandbox > lines 2> errors & until grep -qs Ctrl-C lines; do :; done; clear"
                )
                try await terminal.waitForPrompt(after: begun)
                let limits = try await terminal.start("grep 'core file' /proc/$!/limits > limits; clear")
                try await terminal.waitForPrompt(after: limits)
                #expect(terminal.contents(of: "limits").contains(#/core file size +0 +0/#))
                // Where no toolchain is installed nothing is reported, and the program just ends.
                let ended = try await terminal.start(
                    "kill -SEGV %1; until grep -qs 'Backtrace took' errors || ! kill -0 $!; do :; done; kill -KILL $!; clear"
                )
                try await terminal.waitForPrompt(after: ended)
                let report = terminal.contents(of: "errors")
                #expect(!report.contains("Registers:"))
                #expect(report.isEmpty || report.contains("Program crashed"))
            }
        }
    }
}
