import Foundation
import Subprocess

/// The program under test, as it was built.
package enum BuiltBinary {
    /// The folders to look for it in, as in PATH: where `INATTY_BINARY` says it is, if it is set, and the folder of
    /// the tests' own executable.
    package static let searchPath: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return [ProcessInfo.processInfo.environment["INATTY_BINARY"], own].compactMap(\.self)
            .map { URL(filePath: $0).deletingLastPathComponent().path }
            .joined(separator: ":")
    }()

    /// What came of a run without a terminal.
    package struct Outcome: Sendable {
        /// The exit code; nothing when a signal ended it.
        package let exitCode: Int?
        /// Standard output.
        package let output: String
        /// Standard error.
        package let errors: String
    }

    /// Runs it without a terminal.
    ///
    /// - Parameters:
    ///   - arguments: after the program's name.
    ///   - environment: the only variables that it gets, besides PATH, HOME, LC_ALL and TZ. There is no home, so nothing
    ///     is kept, unless they name a place.
    ///   - input: what is piped into it.
    package static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> Outcome {
        var variables = [
            "PATH": searchPath + ":/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
        variables.merge(environment) { $1 }
        let result = try await Subprocess.run(
            .name("inatty"),
            arguments: Arguments(arguments),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })
            ),
            input: .string(input),
            output: .string(limit: 1 << 22),
            error: .string(limit: 1 << 20)
        )
        let exitCode: Int? = if case .exited(let code) = result.terminationStatus { Int(code) } else { nil }
        return Outcome(exitCode: exitCode, output: result.standardOutput, errors: result.standardError)
    }
}
