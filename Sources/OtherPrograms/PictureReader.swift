/// Reads what chafa wrote, and lets nothing through but a picture.
///
/// Photos come from anybody, and whoever finds a way into the program that decodes them must not get from there to the
/// terminal: no other sequence, no other character and no file name passes.
struct PictureReader {
    /// The room.
    let frame: PictureFrame
    /// How many pixels were made of one of the terminal's.
    var scale = 1.0

    private static let escape: UInt8 = 0x1B

    /// The picture; nil when there is anything else in it, or when it is larger than its room.
    func picture(in bytes: [UInt8]) -> PhotoPicture? {
        switch frame.kind {
        case .blocks: blocks(bytes)
        case .kitty: kitty(bytes)
        case .sixel: sixel(bytes)
        }
    }

    // MARK: - Blocks

    /// Characters, colours and the ends of lines.
    private func blocks(_ bytes: [UInt8]) -> PhotoPicture? {
        var lines: [[UInt8]] = []
        var widest = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard let width = columns(of: line) else { return nil }
            widest = max(widest, width)
            lines.append(Array(line))
        }
        while let last = lines.last, columns(of: last[...]) == 0 { lines.removeLast() }
        guard !lines.isEmpty, lines.count <= frame.rows, 1...frame.columns ~= widest else { return nil }
        return PhotoPicture(kind: .blocks, columns: widest, rows: lines.count, lines: lines)
    }

    /// The width of a line; nil when there is something else in it than characters and colours.
    private func columns(of line: ArraySlice<UInt8>) -> Int? {
        var width = 0
        var text: [UInt8] = []
        var index = line.startIndex
        while index < line.endIndex {
            guard line[index] == Self.escape else {
                text.append(line[index])
                index += 1
                continue
            }
            let parameters = line[(index + 1)...]
            guard parameters.first == UInt8(ascii: "[") else { return nil }
            let digits = parameters.dropFirst().prefix { Self.isNumber($0) || $0 == UInt8(ascii: ";") }
            guard digits.endIndex < line.endIndex, line[digits.endIndex] == UInt8(ascii: "m") else {
                return nil
            }
            index = digits.endIndex + 1
        }
        guard let characters = String(validating: text, as: UTF8.self) else { return nil }
        for scalar in characters.unicodeScalars {
            // ASCII, block elements and, of chafa's other symbols, none.
            guard 0x20...0x7E ~= scalar.value || 0x2580...0x259F ~= scalar.value else { return nil }
            width += 1
        }
        return width
    }

    // MARK: - Graphics

    /// Strings of kitty's protocol that hold one picture, made anew with what we say of it.
    private func kitty(_ bytes: [UInt8]) -> PhotoPicture? {
        guard let strings = strings(bytes, kind: UInt8(ascii: "_")) else { return nil }
        var result: [UInt8] = []
        var size: (width: Int, height: Int)?
        for (number, string) in strings.enumerated() {
            guard string.first == UInt8(ascii: "G") else { return nil }
            let body = string.dropFirst()
            let control = body.prefix { $0 != UInt8(ascii: ";") }
            let data = body[control.endIndex...].dropFirst()
            guard data.allSatisfy(Self.isBase64), let keys = Self.keys(control) else { return nil }
            var words: [String]
            if number == 0 {
                // From the sequence itself, no file, and shown at once.
                guard keys["a"] == "T", keys["t"] ?? "d" == "d", let format = keys["f"].flatMap({ Int($0) }),
                    let width = keys["s"].flatMap({ Int($0) }), let height = keys["v"].flatMap({ Int($0) })
                else { return nil }
                size = (width, height)
                // The cursor stays, so that nothing scrolls, and the terminal answers nothing.
                words = ["a=T", "f=\(format)", "s=\(width)", "v=\(height)", "C=1", "q=2"]
                if keys["o"] == "z" { words.append("o=z") }
                let cells = cells(width, height)
                words += ["c=\(cells.columns)", "r=\(cells.rows)"]
            } else {
                guard Set(keys.keys).isSubset(of: ["m", "q"]) else { return nil }
                words = ["q=2"]
            }
            let isLast = number == strings.count - 1
            guard isLast == (keys["m"] ?? "0" == "0") else { return nil }
            words.append("m=\(isLast ? 0 : 1)")
            result += [Self.escape] + "_G\(words.joined(separator: ","));".utf8 + data
            result += [Self.escape, UInt8(ascii: "\\")]
        }
        guard let size else { return nil }
        let cells = cells(size.width, size.height)
        return graphics(.kitty, cells, result)
    }

    /// One string of sixels.
    private func sixel(_ bytes: [UInt8]) -> PhotoPicture? {
        guard let strings = strings(bytes, kind: UInt8(ascii: "P")), strings.count == 1 else { return nil }
        let parameters = strings[0].prefix { Self.isNumber($0) || $0 == UInt8(ascii: ";") }
        let body = strings[0][parameters.endIndex...]
        // The raster attributes are what tells its size.
        guard body.starts(with: Array("q\"".utf8)) else { return nil }
        let attributes = body.dropFirst(2).prefix { Self.isNumber($0) || $0 == UInt8(ascii: ";") }
        let numbers = attributes.split(separator: UInt8(ascii: ";")).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        guard numbers.count == 4,
            body.dropFirst().allSatisfy({ 0x21...0x7E ~= $0 })
        else { return nil }
        let string = [Self.escape, UInt8(ascii: "P")] + strings[0] + [Self.escape, UInt8(ascii: "\\")]
        return graphics(.sixel, cells(numbers[2], numbers[3]), string)
    }

    private func graphics(
        _ kind: PictureKind,
        _ cells: (columns: Int, rows: Int),
        _ bytes: [UInt8]
    ) -> PhotoPicture? {
        guard 1...frame.columns ~= cells.columns, 1...frame.rows ~= cells.rows else { return nil }
        return PhotoPicture(kind: kind, columns: cells.columns, rows: cells.rows, lines: [bytes])
    }

    /// The cells that so many pixels cover.
    private func cells(_ width: Int, _ height: Int) -> (columns: Int, rows: Int) {
        guard 1...100_000 ~= width, 1...100_000 ~= height else { return (0, 0) }
        func count(_ pixels: Int, _ cell: Int) -> Int {
            Int((Double(pixels) / (Double(cell) * scale)).rounded(.up))
        }
        return (count(width, frame.cellWidth), count(height, frame.cellHeight))
    }

    /// What stands in strings of that kind; nil when anything but the ends of lines stands beside them.
    private func strings(_ bytes: [UInt8], kind: UInt8) -> [ArraySlice<UInt8>]? {
        var strings: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte == 0x0A || byte == 0x0D {
                rest = rest.dropFirst()
                continue
            }
            guard rest.starts(with: [Self.escape, kind]) else { return nil }
            let string = rest.dropFirst(2).prefix { $0 != Self.escape }
            guard bytes[string.endIndex...].starts(with: [Self.escape, UInt8(ascii: "\\")]) else {
                return nil
            }
            strings.append(string)
            rest = bytes[(string.endIndex + 2)...]
        }
        return strings
    }

    /// `a=T,f=32`: names of one letter, values of letters and digits.
    private static func keys(_ control: ArraySlice<UInt8>) -> [String: String]? {
        var keys: [String: String] = [:]
        for pair in control.split(separator: UInt8(ascii: ",")) {
            let parts = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].count == 1, !parts[1].isEmpty,
                pair.allSatisfy({ isBase64($0) })
            else { return nil }
            keys[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[1], as: UTF8.self)
        }
        return keys
    }

    private static func isNumber(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    /// The alphabet of RFC 4648, section 4, with its padding.
    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
