/// What fills one cell, or two: a base with up to three marks.
struct TextCluster {
    /// The base in the first lane, its marks after it, then zeros.
    var scalars: SIMD4<UInt32>
    /// 1 or 2 columns.
    var columns: Int
}

/// Reads UTF-8 as the clusters that fill cells, and leaves out what must never reach one.
///
/// Measuring, cutting, sanitising and writing all read through this, so they cannot disagree.
struct TextScanner {
    /// The sign that stands for a line break inside a one-line text.
    static let lineBreakSign: UInt32 = 0x23CE

    private let bytes: UnsafeBufferPointer<UInt8>
    /// The byte where the next cluster, or what is left out before it, begins.
    private(set) var index: Int

    /// - Parameters:
    ///   - bytes: Valid UTF-8, as a `String` holds it.
    ///   - index: A byte at which a scalar begins.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next cluster; nil at the end.
    mutating func next() -> TextCluster? {
        while index < bytes.count {
            let (scalar, length) = decode(at: index)
            index += length
            switch ScalarClass.of(scalar) {
            case .nothing, .mark, .joiner, .jamo:
                continue
            case .single:
                return cluster(scalar, columns: 1)
            case .double, .emojiModifier:
                return cluster(scalar, columns: 2)
            case .space:
                return cluster(0x20, columns: 1)
            case .lineBreak:
                if scalar == 0x0D, index < bytes.count, bytes[index] == 0x0A {
                    index += 1
                }
                return TextCluster(scalars: SIMD4(Self.lineBreakSign, 0, 0, 0), columns: 1)
            }
        }
        return nil
    }

    /// Takes the marks after a base. Printable ASCII, by far the most frequent thing to follow, is never one.
    @inline(__always)
    private mutating func cluster(_ base: UInt32, columns: Int) -> TextCluster {
        var scalars = SIMD4<UInt32>(base, 0, 0, 0)
        if index < bytes.count, bytes[index] &- 0x20 >= 0x5F {
            takeMarks(&scalars)
        }
        return TextCluster(scalars: scalars, columns: columns)
    }

    private mutating func takeMarks(_ scalars: inout SIMD4<UInt32>) {
        let base = scalars[0]
        var count = 0
        while index < bytes.count {
            let (scalar, length) = decode(at: index)
            var isKept = false
            switch ScalarClass.of(scalar) {
            case .nothing:
                break
            case .mark:
                isKept = true
            case .jamo:
                isKept = Self.isHangul(base)
            case .joiner:
                isKept = Self.needsJoiners(base) && joinsNext(after: index + length, marks: count)
            case .emojiModifier:
                guard Unicode.Scalar(base)?.properties.isEmojiModifierBase == true else { return }
            case .single, .double, .space, .lineBreak:
                return
            }
            index += length
            if isKept, count < 3 {
                count += 1
                scalars[count] = scalar
            }
        }
    }

    /// Whether a joiner has something to join after it, and room before a mark that follows it.
    private func joinsNext(after index: Int, marks: Int) -> Bool {
        guard index < bytes.count, marks < 3 else { return false }
        let scalar = decode(at: index).scalar
        guard Self.needsJoiners(scalar) else { return false }
        return switch ScalarClass.of(scalar) {
        case .single: true
        case .mark: marks < 2
        default: false
        }
    }

    /// One scalar of valid UTF-8.
    @inline(__always)
    private func decode(at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 {
            return (first, 1)
        }
        if first < 0xE0 {
            return ((first & 0x1F) << 6 | follower(index + 1), 2)
        }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | follower(index + 1) << 6 | follower(index + 2), 3)
        }
        let high = (first & 0x07) << 18 | follower(index + 1) << 12
        return (high | follower(index + 2) << 6 | follower(index + 3), 4)
    }

    @inline(__always)
    private func follower(_ index: Int) -> UInt32 {
        index < bytes.count ? UInt32(bytes[index]) & 0x3F : 0
    }

    /// Scripts in which ZWNJ and ZWJ change the letters, as in Persian and the scripts of India.
    private static func needsJoiners(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x1000...0x109F, 0x1780...0x18AF: true
        case 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    private static func isHangul(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0xA960...0xA97F, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
