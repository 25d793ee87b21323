import Foundation
import TestSupport

/// `inatty demo` in a bare pseudo-terminal, with a private home and no other program to start.
enum DemoTerminal {
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
        let result = try await PseudoTerminal.use(
            prefix + [try BuiltBinary.path, "demo"],
            environment: variables,
            columns: columns,
            rows: rows,
            body
        )
        return withExtendedLifetime(home) { result }
    }
}
