import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// What a key costs on a slow line: bytes, and writes to the terminal.
    ///
    /// Bytes were measured at 80×24, and each budget has about a quarter more room: for a time that passes meanwhile,
    /// for another record under the cursor. At 9,600 baud 960 bytes are a second.
    @Suite
    struct KeyBudgetTests {
        /// A key, what is pressed before it, and the bytes that it may cost.
        struct Budget: Sendable, CustomTestStringConvertible {
            let key: String
            let sent: String
            let xterm: Int
            let vt100: Int
            /// One for the key's own frame, and one for the frame of an answer where a server or the store is asked.
            var writes = 1

            var testDescription: String { key }
        }

        /// In the order in which they are pressed, beginning with the first row of the table.
        private static let budgets = [
            Budget(key: "j, of three rows that change", sent: "j", xterm: 680, vt100: 620),
            Budget(key: "j", sent: "j", xterm: 410, vt100: 400),
            Budget(key: "k", sent: "k", xterm: 410, vt100: 400),
            Budget(key: "Page Down", sent: "\u{1B}[6~", xterm: 740, vt100: 660),
            Budget(key: "Page Down again", sent: "\u{1B}[6~", xterm: 2_270, vt100: 2_120),
            Budget(key: "Page Up", sent: "\u{1B}[5~", xterm: 620, vt100: 560),
            Budget(key: "j below a page", sent: "j", xterm: 620, vt100: 550),
            Budget(key: "g", sent: "g", xterm: 2_360, vt100: 2_110),
            Budget(key: "Enter: the record", sent: "\r", xterm: 2_620, vt100: 2_350, writes: 2),
            Budget(key: "j in the record", sent: "j", xterm: 220, vt100: 150),
            Budget(key: "q: the table", sent: "q", xterm: 4_030, vt100: 3_690),
            Budget(key: "?", sent: "?", xterm: 2_620, vt100: 2_840),
            Budget(key: "Down in the help", sent: "\u{1B}[B", xterm: 270, vt100: 310),
            Budget(key: "Ctrl-G: the table again", sent: "\u{07}", xterm: 4_040, vt100: 3_740),
            Budget(key: "s", sent: "s", xterm: 1_980, vt100: 1_920),
            Budget(key: "q: the table once more", sent: "q", xterm: 4_120, vt100: 3_770),
            Budget(key: "&", sent: "&", xterm: 240, vt100: 190),
            Budget(key: "a letter of the filter", sent: "z", xterm: 1_590, vt100: 1_500, writes: 2),
            Budget(key: "Backspace", sent: "\u{7F}", xterm: 2_900, vt100: 2_800, writes: 2),
            Budget(key: "Enter without words", sent: "\r", xterm: 470, vt100: 460),
            Budget(key: "a key that does nothing", sent: "]", xterm: 0, vt100: 0),
            Budget(key: "Ctrl-L", sent: "\u{0C}", xterm: 4_130, vt100: 3_780),
        ]

        @Test(
            "No key costs more bytes than its budget, and each is one write",
            arguments: ["xterm-256color", "vt100"]
        )
        func keys(terminalName: String) async throws {
            let strace = "/usr/bin/strace"
            try #require(FileManager.default.isExecutableFile(atPath: strace), "strace is not installed")
            // Where nobody may look at another process, bytes are counted alone.
            let mayTrace = try Self.mayTrace(with: strace)
            let folder = try TestFolder()
            let trace = folder.url.appending(path: "trace").path
            // `-D` leaves the program its parent; `-y` names the file of each descriptor; the calls are those that can write to a terminal.
            let prefix = [
                strace, "-D", "-f", "-qq", "-y", "-e", "trace=write,writev", "-e", "signal=none", "-o", trace,
            ]
            let costs = try await DemoTerminal.use(
                name: terminalName,
                prefix: mayTrace ? prefix : []
            ) { terminal in
                try Self.costs(on: terminal, trace: mayTrace ? trace : nil)
            }
            for (budget, cost) in zip(Self.budgets, costs) {
                let limit = terminalName == "vt100" ? budget.vt100 : budget.xterm
                #expect(cost.bytes <= limit, "\(budget.key)")
                #expect(cost.writes <= budget.writes, "\(budget.key)")
                // A key that costs nothing where something is expected was lost.
                #expect(limit == 0 || cost.bytes > 0, "\(budget.key)")
            }
        }

        /// Presses each key and waits for the end of what follows.
        private static func costs(
            on terminal: PseudoTerminal,
            trace: String?
        ) throws -> [(bytes: Int, writes: Int)] {
            try terminal.wait(for: "the first rows") { $0.output.contains(Orchid.truePoint) }
            try terminal.wait(for: "a program at rest") { $0.isAtRest }
            _ = terminal.takeOutput()
            var writes = try terminalWrites(in: trace)
            var costs: [(bytes: Int, writes: Int)] = []
            for budget in budgets {
                try terminal.send(budget.sent)
                let isSilent = budget.xterm == 0
                try terminal.wait(for: "the end of \(budget.key)") { terminal in
                    (isSilent || !terminal.output.isEmpty) && terminal.isAtRest
                }
                let bytes = terminal.takeOutput().count
                let now = try terminalWrites(in: trace)
                costs.append((bytes, now - writes))
                writes = now
            }
            try terminal.send([0x03])
            #expect(try terminal.waitForEnd() == .exited(0))
            return costs
        }

        /// Whether the kernel lets one process look at another here.
        private static func mayTrace(with strace: String) throws -> Bool {
            let trial = Process()
            trial.executableURL = URL(filePath: strace)
            trial.arguments = ["-qq", "-o", "/dev/null", "/bin/true"]
            trial.standardError = FileHandle.nullDevice
            try trial.run()
            trial.waitUntilExit()
            return trial.terminationStatus == 0
        }

        /// How many calls so far wrote to a terminal.
        private static func terminalWrites(in trace: String?) throws -> Int {
            guard let trace else { return 0 }
            return try String(contentsOfFile: trace, encoding: .utf8).matches(
                of: /\bwritev?\(\d+<\/dev\/pts\//
            )
            .count
        }
    }
}
