import Foundation
import MemoryScan
import Testing

@Suite("A question on a real terminal", .serialized, .timeLimit(.minutes(5)))
struct TerminalPromptTests {
    private static let page = [
        "{", "  \"api_token\": \"eyJhbGciOiJIUzUxMiJ9.e30.bWFkZSB1cA; touch spilled\"", "}",
    ]

    /// Asks, with the secret announced and the terminal's modes noted before.
    private func ask(_ terminal: TmuxTerminal, expecting secret: String) async throws {
        let digits = Needle(secret).masked.map { String(format: "%02x", $0) }.joined()
        try await terminal.wait(for: "ready$")
        try terminal.type("clear; modes=$(stty -g); \(TmuxTerminal.probe) --prompt \(digits)")
        try await terminal.wait(for: "Secret:")
        try await terminal.wait(until: "nothing is shown any more") {
            try self.isRaw(terminal)
        }
    }

    private func isRaw(_ terminal: TmuxTerminal) throws -> Bool {
        let stty = Process()
        let output = Pipe()
        stty.executableURL = URL(filePath: "/usr/bin/env")
        stty.arguments = ["stty", "-F", try terminal.variable("pane_tty"), "-a"]
        stty.standardOutput = output
        try stty.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        stty.waitUntilExit()
        // The shell's own line editor leaves the keys that send signals alone.
        return text.contains("-isig")
    }

    /// The modes are as before, and nothing of what was entered reached the shell or the screen.
    private func expectNothingSpilled(_ terminal: TmuxTerminal, status: Int32) async throws {
        try terminal.type("echo \"status=$?.\"; [ \"$modes\" = \"$(stty -g)\" ] && echo same modes.")
        try await terminal.wait(for: "\nsame modes.")
        let shown = try terminal.history()
        #expect(shown.contains("\nstatus=\(status)."))
        for word in ["eyJ", "api_token", "spilled", "not found", "2004"] {
            #expect(!shown.contains(word), "\(shown)")
        }
    }

    @Test("A page of JSON that is pasted is one answer, and Enter ends it")
    func pasted() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: Self.page.joined())
        try terminal.paste(Self.page.joined(separator: "\n"))
        try terminal.press("Enter")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("So it is when the last line's end was copied too, and when many kilobytes follow")
    func pastedWithLineBreak() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: Self.page.joined())
        try terminal.paste(Self.page.joined(separator: "\n") + "\n")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
        let long = String(repeating: "eyJ", count: 10_000)
        try await ask(terminal, expecting: "x")
        try terminal.paste(long + "\n")
        try await terminal.wait(for: "another answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("Where a terminal does not mark a paste, an answer that begins with a brace goes on to its end")
    func unmarked() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: Self.page.joined())
        try terminal.send(Self.page.joined(separator: "\r") + "\r")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("What follows an answer is dropped")
    func rest() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: "eyJ.one")
        try terminal.send("eyJ.one\rtouch spilled\rapi_token\r")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("A password may begin with a brace")
    func brace() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: "{eyJ")
        try terminal.send("{eyJ")
        try terminal.press("Enter")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("Arrows, function keys, Ctrl-Z and Escape are no part of the answer")
    func keys() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: "eyJ\u{E9}")
        try terminal.press("e", "Left", "F5", "C-z", "y", "M-x", "J", "BSpace", "J", "é", "Up", "Enter")
        try await terminal.wait(for: "the whole answer.")
        try await expectNothingSpilled(terminal, status: 0)
    }

    @Test("Ctrl-C stops it, and what follows is dropped too")
    func stopped() async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: "x")
        try terminal.send("eyJ half\u{3}touch spilled\r")
        try await terminal.wait(for: "stopped.")
        try await expectNothingSpilled(terminal, status: 130)
    }

    @Test("A signal gives the terminal back", arguments: [SIGTERM, SIGHUP])
    func signal(number: Int32) async throws {
        let terminal = try TmuxTerminal()
        try await ask(terminal, expecting: "x")
        kill(try terminal.child(), number)
        try await terminal.wait(until: "the line ended") { try terminal.screen().contains("ready$") }
        try await expectNothingSpilled(terminal, status: 128 + number)
    }
}
