import Foundation

/// The memory of another process, looked through for a secret: heap, stacks, globals, and what was freed and not used
/// again.
package enum ProcessMemory {
    /// Whether this process may look: the kernel lets root, and others where it is not hardened.
    package static let isReadable: Bool = {
        if geteuid() == 0 { return true }
        let scope = try? String(contentsOfFile: "/proc/sys/kernel/yama/ptrace_scope", encoding: .utf8)
        return scope.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) == "0" } ?? true
    }()

    /// The places where a text stands, by the kernel's names for the mappings: `[heap]`, `[stack]`, a file or nothing.
    ///
    /// - Throws: when the kernel refuses, or the process is gone.
    package static func places(of text: String, in process: Int32) throws -> [String] {
        let needle = Data(text.utf8)
        let memory = try FileHandle(forReadingFrom: URL(filePath: "/proc/\(process)/mem"))
        defer { try? memory.close() }
        let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
        var places: [String] = []
        for line in maps.split(separator: "\n") {
            let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
            let ends = (fields.first ?? "").split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard fields.count > 1, fields[1].hasPrefix("rw"), ends.count == 2 else { continue }
            let name = fields.count > 5 ? fields[5].trimmingCharacters(in: .whitespaces) : ""
            var start = ends[0]
            while start < ends[1] {
                let length = Int(min(ends[1] - start, 4 << 20))
                try memory.seek(toOffset: start)
                // Pages that nothing stands behind cannot be read.
                guard let piece = try? memory.read(upToCount: length), !piece.isEmpty else { break }
                var from = piece.startIndex
                while let found = piece.range(of: needle, in: from..<piece.endIndex) {
                    places.append(name)
                    from = found.lowerBound + 1
                }
                let step =
                    piece.count == length && start + UInt64(length) < ends[1]
                    ? length - needle.count + 1 : piece.count
                start += UInt64(max(1, step))
            }
        }
        return places
    }
}
