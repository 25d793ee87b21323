import ArgumentParser
import Curses
import Glibc
import INaturalist

/// Runs a command's work; an error becomes one line on standard error and the exit code that is documented.
func reportingErrors(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as INaturalistError {
        complain(error.description)
        throw ExitCode(error.documentedExitCode)
    } catch let error as TerminalError {
        complain(error.description)
        throw ExitCode(64)
    } catch let error as UsageError {
        complain(error.description)
        throw ExitCode(64)
    } catch let error as ExitCode {
        throw error
    } catch {
        complain("\(error)")
        throw ExitCode(1)
    }
}

/// A line on standard error, with the program's name before it.
func complain(_ text: String) {
    let line = Array("inatty: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

/// Makes what was printed so far visible to whoever reads the other end of a pipe.
func flushStandardOutput() {
    fflush(nil)
}

/// A mistake in how a command was called or in the environment; ends with exit code 64.
struct UsageError: Error, CustomStringConvertible {
    /// What is wrong and what would be right.
    let description: String
}

extension INaturalistError {
    /// The exit code of `sysexits.h` that scripts can tell apart.
    var documentedExitCode: Int32 {
        switch kind {
        case .unreachable: 69
        case .throttled: 75
        case .notHonoured: 77
        case .notUnderstood: 65
        case .misconfigured, .notFound, .refused: 64
        case .cancelled: 130
        }
    }
}
