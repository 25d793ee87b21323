internal import FoundationEssentials
internal import Glibc

/// A file that nobody else can read, in a folder of its own, where programs may put their own files beside it.
struct PrivateFile {
    /// The folder, with nothing else of ours in it.
    let folder: String
    /// The file in it.
    let path: String

    /// What the system says of its failure.
    struct Failure: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }

    /// Writes it, in memory where the system has such a place for this person.
    ///
    /// - Throws: ``Failure``; nothing is left behind then.
    init(name: String, bytes: [UInt8], _ environment: [String: String]) throws(Failure) {
        var bases = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { environment[$0] }.filter { $0.hasPrefix("/") }
        bases.append("/tmp")
        var found: String?
        for base in bases where found == nil { found = Self.makeFolder(in: base) }
        guard let folder = found else { throw Failure(code: errno) }
        self.folder = folder
        path = "\(folder)/\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let failure = Failure(code: errno)
            rmdir(folder)
            throw failure
        }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = Failure(code: errno)
                unlink(path)
                rmdir(folder)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Takes the folder away with all that is in it.
    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A folder that this person alone can enter; nil when none can be made there.
    private static func makeFolder(in base: String) -> String? {
        var template = Array("\(base)/inatty-XXXXXX".utf8CString)
        return template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, mkdtemp(start) != nil else { return nil }
            return String(cString: start)
        }
    }
}
