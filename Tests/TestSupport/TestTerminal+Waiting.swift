import Foundation
package import Testing

extension TestTerminal {
    /// Looks at the screen until it is as wanted.
    ///
    /// - Parameters:
    ///   - what: what is waited for, for the report.
    ///   - condition: whether the screen is as wanted.
    /// - Throws: with a picture of the screen when it does not become so.
    @discardableResult
    package func wait(
        for what: String,
        within patience: Duration = Waiting.patience,
        sourceLocation: SourceLocation = #_sourceLocation,
        until condition: (Screen) throws -> Bool
    ) async throws -> Screen {
        var last: Screen?
        let found = try await Waiting.answer(within: patience) {
            let screen = try await screen()
            last = screen
            return try condition(screen) ? screen : nil
        }
        if let found { return found }
        let picture = last?.picture ?? ""
        Issue.record(
            "\(what): not within \(patience). The screen:\n\(picture)",
            sourceLocation: sourceLocation
        )
        throw TestTerminalError("\(what): not within \(patience).")
    }

    /// Looks at the screen until all these texts are on it.
    @discardableResult
    package func wait(
        for texts: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Screen {
        try await wait(
            for: texts.map { "“\($0)”" }.joined(separator: " and "),
            sourceLocation: sourceLocation
        ) { screen in texts.allSatisfy { screen.shows($0) } }
    }

    /// Looks at the screen until a text is on none of its lines.
    @discardableResult
    package func wait(
        forNo text: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Screen {
        try await wait(for: "no “\(text)”", sourceLocation: sourceLocation) { !$0.shows(text) }
    }

    /// The shell's prompt where the cursor is: the exit code of the last command, and the next command's number.
    static func prompt(on screen: Screen) -> (exitCode: Int, number: Int)? {
        guard screen.lines.indices.contains(screen.cursor.row) else { return nil }
        let match = screen.lines[screen.cursor.row].wholeMatch(of: /\[(\d+)\] (\d+)>/)
        return match.flatMap { match in
            Int(match.1).flatMap { exitCode in Int(match.2).map { (exitCode, $0) } }
        }
    }

    /// The number that the shell's prompt gives the next command; the prompt must be there.
    package func commandNumber() async throws -> Int {
        guard let prompt = try await Self.prompt(on: screen()) else {
            throw TestTerminalError("The shell has no prompt:\n\(try await screen().picture)")
        }
        return prompt.number
    }

    /// Types a command line at the shell's prompt.
    ///
    /// - Returns: the number that the shell gives the command.
    package func start(_ command: String) async throws -> Int {
        let number = try await commandNumber()
        try await run(command)
        return number
    }

    /// Looks at the screen until the shell waits for another command than that one.
    ///
    /// - Returns: the exit code of the last command.
    @discardableResult
    package func waitForPrompt(
        after number: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Int {
        let screen = try await wait(for: "the shell's prompt", sourceLocation: sourceLocation) { screen in
            Self.prompt(on: screen).map { $0.number > number } ?? false
        }
        return Self.prompt(on: screen)?.exitCode ?? -1
    }

    /// Whether a program's first thread waits for something other than its terminal: it neither runs, nor has it the
    /// rest of a frame to write. Also true of one that has ended, and where the kernel does not tell.
    package static func isWaiting(_ process: Int32) -> Bool {
        guard let call = try? String(contentsOfFile: "/proc/\(process)/syscall", encoding: .utf8) else {
            return true
        }
        #if arch(x86_64)
            let write = "1 "
        #else
            let write = "64 "
        #endif
        return !call.hasPrefix("running") && !call.hasPrefix(write)
    }

    /// The program that the shell has in the foreground or stopped: its child of that name.
    ///
    /// - Throws: when there is none.
    package func process(named name: String) async throws -> Int32 {
        let shell = try await shell()
        for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
            guard let id = Int32(entry),
                let stat = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
                let nameEnd = stat.lastIndex(of: ")"), stat[..<nameEnd].hasSuffix("(" + name)
            else { continue }
            let fields = stat[nameEnd...].split(separator: " ")
            if fields.count > 2, Int32(fields[2]) == shell { return id }
        }
        throw TestTerminalError("The shell runs no \(name).")
    }

    /// Expects that a program that has just ended left the terminal as a shell wants it.
    ///
    /// Looked at: the exit code, the first screen with the command line still on it, cursor, mouse and key modes,
    /// the modes of the line (`stty -a`), and that a paste arrives without marks.
    ///
    /// - Parameters:
    ///   - number: the command's number in the prompt.
    ///   - exitCode: the exit code that the shell has to see.
    package func expectSane(
        after number: Int,
        exitCode: Int,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let seen = try await waitForPrompt(after: number, sourceLocation: sourceLocation)
        #expect(seen == exitCode, "the exit code", sourceLocation: sourceLocation)
        let screen = try await screen()
        #expect(screen.modes == .shell, sourceLocation: sourceLocation)
        #expect(
            screen.lines.contains { $0.contains(" \(number)> ") },
            "The command line is gone from the screen:\n\(screen.picture)",
            sourceLocation: sourceLocation
        )
        try await run("stty -a > modes-after")
        try await waitForPrompt(after: number + 1, sourceLocation: sourceLocation)
        #expect(
            Self.lineModes(contents(of: "modes-after")) == Self.lineModes(contents(of: "modes-before")),
            sourceLocation: sourceLocation
        )
        try await run("clear; cat -v")
        try await wait(for: "cat", sourceLocation: sourceLocation) { screen in
            Self.prompt(on: screen) == nil && !screen.shows("cat -v")
        }
        // Until it is a program of its own the shell takes the Ctrl-C below, and ignores it.
        try await Waiting.until("the shell's cat") { (try? await process(named: "cat")) != nil }
        try await paste("pasted")
        let pasted = try await wait(for: "pasted", sourceLocation: sourceLocation)
        #expect(
            pasted.line(with: "pasted") == "pasted",
            "bracketed paste is still on",
            sourceLocation: sourceLocation
        )
        try await press("C-c")
        try await waitForPrompt(after: number + 2, sourceLocation: sourceLocation)
    }

    /// What `stty -a` says, without the size.
    private static func lineModes(_ text: String) -> [Substring] {
        text.split { $0 == ";" || $0.isNewline }.filter { !$0.contains("rows") && !$0.contains("columns") }
    }
}
