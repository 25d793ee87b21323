import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// The places that people run the program in: a whole session in each.
    @Suite
    struct PlaceJourneys {
        /// What a shell within the terminal's own begins with; the latter is past its first command.
        private let firstPrompt = "[0] 1>"

        @Test("A whole session in tmux")
        func tmux() async throws {
            try await TestTerminal.use(columns: 100, rows: 30) { terminal in
                try await PlaceSession(terminal).run()
            }
        }

        @Test("A whole session in the C locale, of which every character is ASCII")
        func plainLocale() async throws {
            try await TestTerminal.use(columns: 100, rows: 30, environment: ["LC_ALL": "C"]) { terminal in
                try await PlaceSession(terminal, isASCII: true).run()
            }
        }

        @Test("A whole session on the Linux console, with the sequences that it knows and no others")
        func linuxConsole() async throws {
            try await TestTerminal.use(columns: 100, rows: 30, name: "linux") { terminal in
                let console = try await TerminalSequences(of: "linux")
                try await terminal.record()
                try await PlaceSession(terminal, hasSecondScreen: false).run()
                let used = TerminalSequences.used(in: terminal.recording)
                #expect(used.contains("CSI H"), "nothing was recorded")
                // Modes that are numbered by xterm. The console passes over the ones that it has not
                // (`set_mode` in the kernel's drivers/tty/vt/vt.c).
                let passedOver = [1000, 1002, 1003, 1004, 1006, 2004, 2026].flatMap {
                    ["CSI ?\($0)h", "CSI ?\($0)l"]
                }
                // The end of a string, which a crash may have cut: ECMA-48's ST.
                let known = console.known.union(passedOver).union(["ESC \\"])
                #expect(used.subtracting(known).sorted() == [])
                let attributes = TerminalSequences.attributes(in: terminal.recording)
                // Normal intensity is in console_codes(4), though not in terminfo's entry.
                #expect(attributes.subtracting(console.attributes).subtracting([22]).sorted() == [])
                #expect(attributes.contains { (30...37).contains($0) }, "there are colours")
            }
        }

        @Test("A whole session in GNU screen")
        func screen() async throws {
            try await TestTerminal.use(columns: 100, rows: 30) { terminal in
                try terminal.writeInnerShell()
                let configuration = [
                    "startup_message off", "autodetach off", "altscreen on", "defutf8 on", "vbell off",
                    "shell \(terminal.file("inner-shell").path)",
                ]
                try configuration.joined(separator: "\n").write(
                    to: terminal.file("screenrc"),
                    atomically: true,
                    encoding: .utf8
                )
                let outer = try await terminal.start(
                    "mkdir -m 700 sockets; SCREENDIR=$HOME/sockets screen -U -c screenrc"
                )
                try await terminal.wait(for: firstPrompt)
                try await PlaceSession(terminal).run()
                try await terminal.run("[ \"${TERM%%.*}\" = screen ] && exit 0; exit 1")
                try await terminal.expectSane(after: outer, exitCode: 0)
            }
        }

        @Test("A whole session over ssh with TERM=vt100, and with script where there is no sshd")
        func secureShell() async throws {
            try await TestTerminal.use(columns: 100, rows: 30, name: "vt100") { terminal in
                try terminal.writeInnerShell()
                let outer = try await terminal.start(try SecureShell.command(in: terminal))
                try await terminal.wait(for: firstPrompt)
                try await PlaceSession(terminal, hasSecondScreen: false).run()
                try await terminal.run("[ \"$TERM\" = vt100 ] && exit 0; exit 1")
                #expect(try await terminal.waitForPrompt(after: outer) == 0)
                #expect(try await terminal.screen().modes == .shell)
            }
        }
    }
}

extension TestTerminal {
    /// Writes `inner-shell`: a shell like the terminal's own, with the TERM that it is given.
    func writeInnerShell() throws {
        let lines = contents(of: "rc").split(separator: "\n").filter { !$0.hasPrefix("export TERM=") }
        try lines.joined(separator: "\n").write(to: file("inner-rc"), atomically: true, encoding: .utf8)
        let shell = file("inner-shell")
        try "#!/bin/sh\nexec bash --noprofile --rcfile '\(file("inner-rc").path)' -i\n".write(
            to: shell,
            atomically: true,
            encoding: .utf8
        )
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shell.path)
    }
}
