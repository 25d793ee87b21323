import Browser
import FoundationEssentials
import Glibc
import INaturalist

/// The file of `--log`: a line for every request, for its owner alone.
enum RequestLog {
    /// Opens the file, to write at its end.
    ///
    /// - Throws: `UsageError` when it cannot be written.
    static func open(_ path: String) throws -> @Sendable (RequestTrace) -> Void {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw UsageError(
                description: "--log: \(path) cannot be written: \(String(cString: strerror(errno)))."
            )
        }
        return { trace in
            let line = Array("\(Date().formatted(.iso8601)) \(trace.line)\n".utf8)
            _ = write(descriptor, line, line.count)
        }
    }
}
