internal import Glibc
internal import Synchronization

/// Bytes of a file or a pipe, from the beginning to the end.
///
/// A pipe may have nothing for hours. So what is read is waited for together with a wish to stop, which another thread
/// may have at any time.
final class ByteSource: Sendable {
    /// What the file is called.
    let name: String
    /// How many bytes there are; nil for what tells nobody, as a pipe.
    let size: Int?

    private let descriptor: Int32
    private let isOwned: Bool
    /// A pipe: readable as soon as somebody wants the reading to end.
    private let stop: (reading: Int32, writing: Int32)
    private let isStopped = Atomic(false)

    /// - Throws: ``ImportError/cannotOpen(name:reason:)`` and ``ImportError/folder(name:)``.
    init(_ source: FileSource) throws(ImportError) {
        name = source.name
        switch source {
        case .standardInput:
            descriptor = STDIN_FILENO
            isOwned = false
        case .path(let path):
            // A named pipe that nobody writes to yet is waited for where it can be stopped, not here.
            descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            isOwned = true
            guard descriptor >= 0 else { throw .cannotOpen(name: path, reason: Self.reason(errno)) }
        }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        size = isKnown && kind == S_IFREG ? Int(status.st_size) : nil
        var ends: [Int32] = [-1, -1]
        let isPipe = pipe(&ends) == 0
        stop = (ends[0], ends[1])
        if isKnown, kind == S_IFDIR { throw .folder(name: name) }
        guard isPipe else { throw .cannotOpen(name: name, reason: Self.reason(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        if isOwned { close(descriptor) }
        for end in [stop.reading, stop.writing] where end >= 0 { close(end) }
    }

    /// Ends the reading, from any thread: what is waited for then throws ``ImportError/cancelled``.
    func cancel() {
        isStopped.store(true, ordering: .sequentiallyConsistent)
        var mark: UInt8 = 1
        _ = write(stop.writing, &mark, 1)
    }

    /// Whether somebody wants the reading to end.
    var isCancelled: Bool { isStopped.load(ordering: .relaxed) }

    /// Waits for bytes.
    ///
    /// - Returns: how many came; 0 at the end.
    /// - Throws: ``ImportError/cancelled`` and ``ImportError/cannotRead(name:reason:)``.
    func read(into buffer: UnsafeMutableRawPointer, _ count: Int) throws(ImportError) -> Int {
        while true {
            if isCancelled { throw .cancelled }
            if size == nil { try wait() }
            let held = Glibc.read(descriptor, buffer, count)
            if held >= 0 { return held }
            guard errno == EINTR || errno == EAGAIN else {
                throw .cannotRead(name: name, reason: Self.reason(errno))
            }
        }
    }

    private func wait() throws(ImportError) {
        var waited = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: stop.reading, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&waited, nfds_t(waited.count), -1) < 0 {
            guard errno == EINTR else { throw .cannotRead(name: name, reason: Self.reason(errno)) }
        }
        if waited[1].revents != 0 { throw .cancelled }
    }

    private static func reason(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
