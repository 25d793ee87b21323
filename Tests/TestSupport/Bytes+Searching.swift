internal import Glibc

extension [UInt8] {
    /// Whether a text is in these bytes.
    package func contains(_ text: String) -> Bool { position(of: Array(text.utf8)) != nil }

    /// Whether these two are in these bytes, in this order.
    package func contains(_ first: [UInt8], then second: [UInt8]) -> Bool {
        position(of: first).flatMap { position(of: second, from: $0) } != nil
    }

    /// Where these bytes begin at or after an index. The library does the work, because frames are large and tests
    /// are built without optimisation.
    package func position(of part: [UInt8], from start: Int = 0) -> Int? {
        withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, let first = part.first else { return nil }
            var index = start
            while index <= count - part.count {
                guard let found = memchr(base + index, Int32(first), count - part.count - index + 1) else {
                    return nil
                }
                index = base.distance(to: found)
                if memcmp(found, part, part.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}
