import Foundation
import TestSupport

/// `inatty demo` in a bare pseudo-terminal, with a private home, which is its current folder too, and no other program
/// to start.
enum DemoTerminal {
    /// What a whole frame begins with (`clear` of xterm's terminfo), and what every frame ends with.
    static let frame = (clear: Array("\u{1B}[H\u{1B}[2J".utf8), end: Array("\u{1B}[?2026l".utf8))

    /// Runs it.
    ///
    /// - Parameters:
    ///   - name: the value of TERM.
    ///   - prefix: a program and its arguments to run it by.
    ///   - environment: further variables.
    static func use<Result: Sendable>(
        name: String = "xterm-256color",
        columns: Int = 80,
        rows: Int = 24,
        prefix: [String] = [],
        environment: [String: String] = [:],
        _ body: @escaping @Sendable (PseudoTerminal) throws -> Result
    ) async throws -> Result {
        let home = try TestFolder()
        let programs = home.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        // Nothing else is in PATH, so that no page is opened and no keyring is asked.
        let opener = programs.appending(path: "xdg-open")
        try "#!/bin/sh\nexit 0\n".write(to: opener, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener.path)
        var variables = [
            // What P and E start must not wait for keys of its own.
            "PAGER": "/bin/true", "EDITOR": "/bin/true",
            "HOME": home.url.path, "PATH": programs.path, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": name,
        ]
        for place in ["CONFIG", "CACHE", "DATA", "STATE"] { variables["XDG_\(place)_HOME"] = home.url.path }
        variables.merge(environment) { $1 }
        // Rows that are exported lie in the current folder, unless a path is named.
        let command = ["/usr/bin/env", "-C", home.url.path, try BuiltBinary.path, "demo"]
        let result = try await PseudoTerminal.use(
            prefix + command,
            environment: variables,
            columns: columns,
            rows: rows,
            body
        )
        return withExtendedLifetime(home) { result }
    }
}
