internal import FoundationEssentials
internal import Glibc

/// A file with a line for every request, for its owner alone. No secret gets into it: a ``RequestTrace`` has none.
package struct RequestTraceFile: Sendable {
    private let descriptor: Int32

    /// Why the file cannot be written.
    package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// A whole sentence.
        package let description: String
    }

    /// Opens a file to write at its end; a new one gets the mode 0600.
    ///
    /// - Throws: ``Failure``.
    package init(path: String) throws(Failure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor < 0 {
            let reason = String(cString: strerror(errno))
            throw Failure(description: "--log: \(path) cannot be written: \(reason). Name another file.")
        }
    }

    /// Writes a line with the time before it, in one piece, so that lines of several threads stay apart.
    package func record(_ trace: RequestTrace) {
        let line = Array("\(Date().formatted(.iso8601)) \(trace.line)\n".utf8)
        _ = write(descriptor, line, line.count)
    }
}
