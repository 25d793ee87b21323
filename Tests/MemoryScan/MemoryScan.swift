internal import Glibc
internal import Synchronization

/// Looks through everything that this process can write to: heap, stacks, globals, whatever was freed and not used
/// again. What it cannot see are the processor's registers and what the kernel keeps.
package enum MemoryScan {
    /// A place where the secret was found.
    package struct Finding: Sendable, CustomStringConvertible {
        /// The kernel's name for the mapping: `[heap]`, `[stack]`, a file, or nothing.
        package let mapping: String
        /// Where.
        package let address: UInt

        package var description: String { "0x\(String(address, radix: 16)) \(mapping)" }
    }

    /// It did not work.
    package struct Failure: Error {
        /// What the kernel said.
        package let code: Int32
    }

    private static let pieceSize = 1 << 20
    private static let pageSize = UInt(sysconf(Int32(_SC_PAGESIZE)))
    /// One search at a time: two would find each other's copies.
    private static let turn = Mutex(())

    /// Every place where the secret stands now.
    ///
    /// Threads that run meanwhile may move it: a test lets its own work end first.
    ///
    /// - Throws: ``Failure`` when the kernel does not let this process read itself.
    package static func findings(of needle: Needle) throws(Failure) -> [Finding] {
        try turn.withLock { _ throws(Failure) in try search(for: needle) }
    }

    private static func search(for needle: Needle) throws(Failure) -> [Finding] {
        let file = unsafe open("/proc/self/mem", O_RDONLY)
        guard file >= 0 else { throw Failure(code: errno) }
        defer { close(file) }
        // What is read goes here and is part of this process too, so it is left out of the search.
        let piece = unsafe mmap(nil, pieceSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let piece = unsafe piece, unsafe piece != MAP_FAILED else { throw Failure(code: errno) }
        defer { unsafe munmap(piece, pieceSize) }
        let own = UInt(bitPattern: piece)..<UInt(bitPattern: piece) + UInt(pieceSize)
        var findings: [Finding] = []
        for mapping in try writableMappings() {
            var start = mapping.addresses.lowerBound
            while start < mapping.addresses.upperBound {
                if own.contains(start) {
                    start = own.upperBound
                    continue
                }
                var end = min(start + UInt(pieceSize), mapping.addresses.upperBound)
                if start < own.lowerBound { end = min(end, own.lowerBound) }
                let read = unsafe pread(file, piece, Int(end - start), off_t(start))
                // Part of it may be gone meanwhile, or have no page behind it: the search goes on after that page.
                guard read > 0 else {
                    start = (start / pageSize + 1) * pageSize
                    continue
                }
                let bytes = unsafe UnsafeRawBufferPointer(start: piece, count: read)
                for offset in unsafe offsets(of: needle, in: bytes) {
                    findings.append(Finding(mapping: mapping.name, address: start + UInt(offset)))
                }
                // The next piece begins with the end of this one, where a secret may have been cut.
                let isLast = start + UInt(read) == mapping.addresses.upperBound
                let step = isLast ? read : read - needle.count + 1
                start += UInt(max(1, step))
            }
        }
        return findings
    }

    private static func offsets(of needle: Needle, in bytes: UnsafeRawBufferPointer) -> [Int] {
        guard bytes.count >= needle.count, let start = bytes.baseAddress else { return [] }
        var offsets: [Int] = []
        let first = needle.byte(0)
        var offset = 0
        let last = bytes.count - needle.count
        while offset <= last {
            guard let hit = unsafe memchr(start + offset, Int32(first), last - offset + 1) else { break }
            offset = unsafe UnsafeRawPointer(hit) - start
            if (1..<needle.count).allSatisfy({ unsafe bytes[offset + $0] == needle.byte($0) }) {
                offsets.append(offset)
            }
            offset += 1
        }
        return offsets
    }

    private static func writableMappings() throws(Failure) -> [(addresses: Range<UInt>, name: String)] {
        guard let file = unsafe fopen("/proc/self/maps", "r") else { throw Failure(code: errno) }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 4096)
        var mappings: [(addresses: Range<UInt>, name: String)] = []
        while unsafe fgets(&line, Int32(line.count), file) != nil {
            let bytes = line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:))
            let text = String(decoding: bytes, as: UTF8.self)
            let fields = text.split(separator: " ", maxSplits: 5)
            let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard fields[1].hasPrefix("rw"), ends.count == 2 else { continue }
            mappings.append((ends[0]..<ends[1], fields.count > 5 ? String(fields[5]) : ""))
        }
        return mappings
    }
}
