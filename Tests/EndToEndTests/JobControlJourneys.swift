import Glibc
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Stopping, going on, and ending by signals.
    @Suite
    struct JobControlJourneys {
        @Test("Ctrl-Z gives the shell a sane terminal, and fg brings the same screen back")
        func stopAndGoOn() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("j", "j")
                try await terminal.wait(for: "42.0109540, -70.9369850")
                let before = try await terminal.settled()
                try await terminal.press("C-z")
                // 148 is 128 and SIGTSTP.
                try await terminal.expectSane(after: number, exitCode: 148)
                let back = try await terminal.commandNumber()
                try await terminal.run("fg")
                let table = try await terminal.wait(for: "the table again", showing: before)
                #expect(table.modes == .taken)
                try await terminal.press("j")
                try await terminal.wait(for: "the cursor to move") { $0.lines != table.lines }
                try await journey.leave(back)
            }
        }

        @Test("A stop from outside is the same as Ctrl-Z")
        func stoppedFromOutside() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                kill(try await terminal.process(named: "inatty"), SIGTSTP)
                try await terminal.expectSane(after: number, exitCode: 148)
                let back = try await terminal.commandNumber()
                try await terminal.run("fg")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await journey.leave(back)
            }
        }

        @Test("A form keeps what was typed through Ctrl-Z and fg")
        func stoppedInTheForm() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.fillPasswordForm(password: "prairie-orchid")
                try await terminal.press("C-z")
                try await terminal.expectSane(after: number, exitCode: 148)
                let back = try await terminal.commandNumber()
                try await terminal.run("fg")
                try await terminal.wait(for: "(•) Password", "••••")
                try await terminal.press("Enter")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await journey.leave(back)
            }
        }

        /// The signals that end a program, with the exit codes that a shell sees.
        static let signals: [(name: String, number: Int32)] = [
            ("SIGTERM", SIGTERM), ("SIGINT", SIGINT), ("SIGHUP", SIGHUP), ("SIGQUIT", SIGQUIT),
        ]

        @Test("A signal from outside ends it with the terminal restored", arguments: signals)
        func ended(by signal: (name: String, number: Int32)) async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let number = try await journey.startProved()
                kill(try await journey.terminal.process(named: "inatty"), signal.number)
                try await journey.terminal.expectSane(after: number, exitCode: 128 + Int(signal.number))
            }
        }

        @Test("A signal ends it on the login screen and while a server is awaited, too")
        func endedWhileWaiting() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let gate = SandboxGate()
                journey.sandbox.inject(SandboxFault(.held(gate)))
                let number = try await journey.start()
                await gate.arrivals(1)
                try await journey.terminal.wait(for: "quit")
                kill(try await journey.terminal.process(named: "inatty"), SIGTERM)
                try await journey.terminal.expectSane(after: number, exitCode: 143)
                gate.open()
            }
        }

        @Test("Ctrl-C leaves from any screen", arguments: ["", "?", "a", "L", "S", "Enter", "/"])
        func interrupted(key: String) async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let number = try await journey.startProved()
                if !key.isEmpty {
                    let table = try await journey.terminal.settled()
                    try await journey.terminal.press(key)
                    try await journey.terminal.wait(for: "another screen") {
                        $0.lines.last != table.lines.last
                    }
                }
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
            }
        }
    }
}
