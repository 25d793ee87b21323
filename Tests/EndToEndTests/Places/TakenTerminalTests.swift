import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// What window systems and kernels do to a terminal: sizes without end, no size at all, a stop, the end.
    @Suite
    struct TakenTerminalTests {
        /// Waits for the rows, runs the body, then asks for a whole frame and leaves.
        private func disturb(_ body: @escaping @Sendable (PseudoTerminal) throws -> Void) async throws {
            try await DemoTerminal.use { terminal in
                let modes = terminal.lineModes
                try terminal.wait(for: "the first rows") { $0.output.contains(Orchid.truePoint) }
                try body(terminal)
                try terminal.wait(for: "a program at rest") { $0.isAtRest }
                _ = terminal.takeOutput()
                try terminal.send([0x0C])
                try terminal.wait(for: "the whole screen") { terminal in
                    terminal.output.contains(DemoTerminal.frame.clear, then: Array(Orchid.truePoint.utf8))
                        && terminal.output.contains(
                            Array(Orchid.truePoint.utf8),
                            then: DemoTerminal.frame.end
                        )
                }
                try terminal.send("q")
                #expect(try terminal.waitForEnd() == .exited(0))
                #expect(terminal.lineModes == modes)
                #expect(terminal.errors == "")
            }
        }

        @Test("A thousand sizes, faster than anybody drags a window, end in the last one")
        func storm() async throws {
            try await disturb { terminal in
                for number in 0..<1_000 {
                    terminal.resize(columns: 1 + number * 7 % 300, rows: 1 + number * 3 % 100)
                    terminal.read(within: 0)
                }
                terminal.resize(columns: 100, rows: 30)
            }
        }

        @Test("A terminal without a size, as a serial line is, is left as it was until it has one")
        func noSize() async throws {
            try await disturb { terminal in
                for size in [(0, 0), (0, 24), (80, 0), (0, 0), (100, 30)] {
                    terminal.resize(columns: size.0, rows: size.1)
                    try terminal.send("j")
                    try terminal.send("k")
                    try terminal.wait(for: "a program at rest") { $0.isAtRest }
                }
            }
        }

        @Test("A program that is started without a size shows its rows and can be left")
        func startedWithoutSize() async throws {
            try await DemoTerminal.use(columns: 0, rows: 0) { terminal in
                try terminal.wait(for: "the first rows") { $0.output.contains(Orchid.truePoint) }
                terminal.resize(columns: 0, rows: 0)
                try terminal.send([0x03])
                #expect(try terminal.waitForEnd() == .exited(0))
            }
        }

        @Test("A program that is stopped under a changing terminal goes on in the size that it finds")
        func stoppedAndContinued() async throws {
            try await disturb { terminal in
                for number in 1...20 {
                    kill(terminal.process, SIGSTOP)
                    terminal.resize(columns: 60 + number, rows: 15 + number)
                    try terminal.send("jk")
                    kill(terminal.process, SIGCONT)
                }
            }
        }

        @Test(
            "When its terminal is closed it ends by itself",
            arguments: ["", "\r", "?", "/", "&", "e", "S", "G"]
        )
        func closed(key: String) async throws {
            try await DemoTerminal.use { terminal in
                try terminal.wait(for: "the first rows") { $0.output.contains(Orchid.truePoint) }
                try terminal.send(key)
                try terminal.wait(for: "a program at rest") { $0.isAtRest }
                let ticks = terminal.ticks
                terminal.close()
                let ending = try terminal.waitForEnd()
                #expect(
                    ending == .exited(0) || ending == .signalled(SIGHUP) || ending == .exited(128 + SIGHUP)
                )
                // 100 of them are a second: nothing went round in circles until then.
                #expect(terminal.ticks - ticks < 100)
                #expect(terminal.errors == "")
            }
        }
    }
}
