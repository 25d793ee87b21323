/// Writes PNG files with a palette of sixteen colours and without compression (W3C, “Portable Network Graphics”, and
/// RFC 1950 and 1951 for what is inside).
enum PNGWriter {
    /// A file.
    ///
    /// - Parameters:
    ///   - width: pixels in a line, at least one.
    ///   - height: lines, at least one.
    ///   - palette: at most sixteen colours.
    ///   - colour: the palette's number of a pixel.
    static func file(
        width: Int,
        height: Int,
        palette: [(red: UInt8, green: UInt8, blue: UInt8)],
        colour: (_ x: Int, _ y: Int) -> UInt8
    ) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width / 2 + 2) * height)
        for y in 0..<height {
            // No filter.
            lines.append(0)
            for x in stride(from: 0, to: width, by: 2) {
                let right = x + 1 < width ? colour(x + 1, y) : 0
                lines.append(colour(x, y) << 4 | right & 0x0F)
            }
        }
        // Four bits a pixel, of a palette; no interlacing.
        let header = bytes(UInt32(width)) + bytes(UInt32(height)) + [4, 3, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", header)
            + chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
            + chunk("IDAT", stored(lines))
            + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return bytes(UInt32(data.count)) + body + bytes(checksum(body))
    }

    /// A zlib stream of stored blocks.
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: data.count, by: 65_535) {
            let block = data[start..<min(start + 65_535, data.count)]
            let count = UInt16(block.count)
            result.append(block.endIndex == data.count ? 1 : 0)
            result += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
            result += block
        }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in data {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return result + bytes(high << 16 | low)
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
    }

    /// CRC-32 (PNG, annex D).
    private static func checksum(_ data: [UInt8]) -> UInt32 {
        var sum: UInt32 = ~0
        for byte in data { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
        return ~sum
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 0 ? sum >> 1 : 0xEDB8_8320 ^ sum >> 1 }
    }
}
