import Accounts
import ArgumentParser
import Browser
import BrowserConfiguration
import Curses
import Glibc
import INaturalist
import ObservationImport
import ObservationStore
import ObservationSync
import TerminalUI

/// Runs a command's work; an error becomes one line on standard error and the exit code that is documented.
func reportingErrors(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let error as INaturalistError {
        complain(error.description)
        throw ExitCode(error.kind.exitCode)
    } catch let error as SignInError {
        complain(error.description)
        throw ExitCode(error.exitCode)
    } catch let error as AccountStoreError {
        complain(error.description)
        throw ExitCode(77)
    } catch let error as StoreError {
        complain(error.description)
        throw ExitCode(error.exitCode)
    } catch let error as TerminalError {
        complain(error.description)
        throw ExitCode(64)
    } catch let error as RequestTraceFile.Failure {
        complain(error.description)
        throw ExitCode(64)
    } catch let error as ImportError {
        complain(error.description)
        throw ExitCode(error.exitCode)
    } catch let error as ConfigurationError {
        complain(error.description)
        throw ExitCode(error.exitCode)
    } catch let error as UsageError {
        complain(error.description)
        throw ExitCode(64)
    } catch SyncError.store(let error) {
        complain(error.description)
        throw ExitCode(error.exitCode)
    } catch let error as SyncError {
        complain(error.description)
        throw ExitCode(error.kind?.exitCode ?? 1)
    } catch let error as ExitCode {
        throw error
    } catch {
        complain("\(error)")
        throw ExitCode(1)
    }
}

extension StoreError {
    /// The exit code that is documented for it.
    fileprivate var exitCode: Int32 {
        switch self {
        case .damaged, .notAStore: 65
        case .busy, .full, .noRoom: 75
        case .symbolicLink, .wrongKind, .otherOwner, .cannotOpen, .newer, .readOnly, .noSuchList: 64
        case .cancelled: 130
        case .closed, .failed: 1
        }
    }
}

extension ImportError {
    /// The exit code that is documented for it.
    fileprivate var exitCode: Int32 {
        switch self {
        case .cannotOpen, .folder: 64
        case .cannotRead, .store: 1
        case .cancelled: 130
        default: 65
        }
    }
}

extension ConfigurationError {
    /// The exit code that is documented for it.
    fileprivate var exitCode: Int32 {
        switch self {
        case .noHome, .refused: 64
        case .notReadable, .notEditable: 65
        case .file(.busy): 75
        case .file: 1
        }
    }
}

/// A line on standard error, with the program's name before it.
///
/// Sanitised here for every caller: names of files, pasted addresses and replies are in the texts. Line breaks stay.
func complain(_ text: String) {
    let safe = TerminalText.sanitisedParagraphs(text).joined(separator: "\n")
    let line = Array("inatty: \(safe)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
}

/// For who switches accounts while a token in the environment goes on speaking.
let environmentGoesFirst = "INATTY_TOKEN is set and goes before what is kept."

/// Says that OAuth tokens which this run made, and which nobody keeps, could not be ended; nothing when all were.
func complainOfTokensLeft(_ count: Int) {
    guard count > 0 else { return }
    let subject = count == 1 ? "the OAuth token of this session" : "\(count) OAuth tokens of this session"
    complain(
        "\(subject) could not be ended at the server. Until you revoke the application in your account's settings under "
            + "“Applications”, whoever has a copy can use it."
    )
}

/// Prints a line, and knows whether it was written: a full disk must not lose a report in silence.
func output(_ line: String) throws {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
            throw OutputError(
                description: "standard output could not be written: \(String(cString: strerror(errno)))."
            )
        }
        rest = rest.dropFirst(count)
    }
}

/// Why standard output did not take what was printed.
struct OutputError: Error, CustomStringConvertible {
    /// A whole sentence.
    let description: String
}

/// Makes what was printed so far visible to whoever reads the other end of a pipe.
func flushStandardOutput() {
    fflush(nil)
}
