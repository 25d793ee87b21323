/// Which pages a log holds. SQLite File Format, section 4.
struct WriteAheadLog {
    /// Bytes of a page; nil when there is no log that can be read.
    private(set) var pageSize: Int?
    /// How many pages the file has with it.
    private(set) var pageCount = 0
    /// Where the last committed version of each page lies.
    private(set) var committed: [Int: Int] = [:]
    /// Where pages lie that were written after a damaged place.
    private(set) var distrusted: [Int] = []

    private static let headerLength = 32
    private static let frameHeaderLength = 24

    /// - Parameter log: an open file; below 0 for none.
    init(_ log: Int32) {
        guard
            let header = DamagedFile.read(log, at: 0, count: Self.headerLength),
            [0x377F_0682, 0x377F_0683].contains(header.number(at: 0))
        else { return }
        let size = header.number(at: 8)
        guard 512...65_536 ~= size, size & (size - 1) == 0 else { return }
        pageSize = size
        let isBigEndian = header.number(at: 0) & 1 == 1
        var sum = Checksum(isBigEndian: isBigEndian)
        sum.add(header[0..<24])
        var isTrusted = sum.matches(header, at: 24)
        var pending: [Int: Int] = [:]
        var place = Self.headerLength
        while let frame = DamagedFile.read(log, at: place, count: Self.frameHeaderLength + size) {
            let page = place + Self.frameHeaderLength
            place = page + size
            // Frames with other salts are left from before the log began anew.
            guard frame[8..<16] == header[16..<24] else { break }
            let number = frame.number(at: 0)
            if isTrusted {
                sum.add(frame[0..<8])
                sum.add(frame[Self.frameHeaderLength...])
                isTrusted = number > 0 && sum.matches(frame, at: 16)
            }
            guard isTrusted else {
                distrusted.append(page)
                continue
            }
            pending[number] = page
            let count = frame.number(at: 4)
            if count > 0 {
                committed.merge(pending) { $1 }
                pending = [:]
                pageCount = count
            }
        }
    }

    /// SQLite File Format, section 4.2.
    private struct Checksum {
        let isBigEndian: Bool
        private var first: UInt32 = 0
        private var second: UInt32 = 0

        init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { bytes in
                for place in stride(from: 0, to: bytes.count - 7, by: 8) {
                    first &+= word(bytes, place) &+ second
                    second &+= word(bytes, place + 4) &+ first
                }
            }
        }

        func matches(_ bytes: [UInt8], at place: Int) -> Bool {
            UInt32(bytes.number(at: place)) == first && UInt32(bytes.number(at: place + 4)) == second
        }

        private func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }
    }
}
