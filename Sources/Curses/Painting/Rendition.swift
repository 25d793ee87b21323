/// How a terminal draws the next character: SGR's state (ECMA-48, 8.3.117).
///
/// Hundreds of these sequences pass in a frame, so nothing here makes strings or arrays of its own.
nonisolated struct Rendition: Hashable, Sendable {
    /// A colour as SGR names it.
    enum Colour: Hashable, Sendable {
        /// The terminal's own.
        case standard
        /// One of the sixteen, by its number as a foreground: 30 to 37, 90 to 97.
        case basic(Int)
        /// One of the 256.
        case indexed(Int)
        /// Red, green and blue, with the separators that this terminal takes.
        case direct(Int, usesColons: Bool)
    }

    /// Bold, dim, italic, underlined and so on, as the bits 1 to 9 of SGR's own numbers.
    var attributes: UInt16 = 0
    var foreground = Colour.standard
    var background = Colour.standard

    private static let boldAndDim: UInt16 = 1 << 1 | 1 << 2
    /// Underlined, reversed, struck: what shows on a blank.
    private static let visibleOnBlanks: UInt16 = 1 << 4 | 1 << 7 | 1 << 9

    /// Whether a blank drawn in either looks the same.
    func looksAlikeOnBlanks(_ other: Rendition) -> Bool {
        background == other.background && (attributes | other.attributes) & Self.visibleOnBlanks == 0
    }

    // MARK: Reading

    /// Takes the numbers of an SGR sequence; false if one of them is unknown.
    ///
    /// - Parameters:
    ///   - numbers: at least one; a missing number is 0.
    ///   - usesColons: whether a colour's parts were separated by colons.
    mutating func apply(_ numbers: [Int], usesColons: Bool) -> Bool {
        var index = 0
        while index < numbers.count {
            let code = numbers[index]
            index += 1
            switch code {
            case 0: self = Rendition()
            case 1...9: attributes |= 1 << UInt16(code)
            // The first font, which is the only one here.
            case 10: break
            case 22: attributes &= ~Self.boldAndDim
            case 23...25, 27...29: attributes &= ~(1 << UInt16(code - 20))
            case 30...37, 90...97: foreground = .basic(code)
            case 39: foreground = .standard
            case 40...47, 100...107: background = .basic(code - 10)
            case 49: background = .standard
            case 38, 48:
                guard let colour = Self.extendedColour(numbers, &index, usesColons) else { return false }
                if code == 38 { foreground = colour } else { background = colour }
            default: return false
            }
        }
        return true
    }

    private static func extendedColour(_ numbers: [Int], _ index: inout Int, _ usesColons: Bool) -> Colour? {
        let rest = numbers.count - index
        if rest >= 2, numbers[index] == 5 {
            defer { index += 2 }
            return .indexed(numbers[index + 1])
        }
        if rest >= 4, numbers[index] == 2 {
            defer { index += 4 }
            let rgb = numbers[index + 1] << 16 | numbers[index + 2] << 8 | numbers[index + 3]
            return .direct(rgb, usesColons: usesColons)
        }
        return nil
    }

    // MARK: Writing

    /// Appends the shortest SGR sequence that makes this of another rendition; nothing if there is nothing to do.
    func write(from other: Rendition, to bytes: inout [UInt8]) {
        if self == other { return }
        bytes.append(0x1B)
        bytes.append(UInt8(ascii: "["))
        if self != Rendition() {
            let start = bytes.count
            writeChange(from: other, to: &bytes)
            if other.attributes & ~attributes != 0 || other.background != background {
                let end = bytes.count
                Self.write(0, to: &bytes)
                writeChange(from: Rendition(), to: &bytes)
                // Two ways to say it stand one after the other: the longer goes.
                let isAnewShorter = bytes.count - end < end - start
                bytes.removeSubrange(isAnewShorter ? start..<end : end..<bytes.count)
            }
            bytes.removeLast()
        }
        bytes.append(UInt8(ascii: "m"))
    }

    /// Each number with a separator after it.
    private func writeChange(from other: Rendition, to bytes: inout [UInt8]) {
        var kept = other.attributes & attributes
        let dropped = other.attributes & ~attributes
        if dropped & Self.boldAndDim != 0 {
            Self.write(22, to: &bytes)
            kept &= ~Self.boldAndDim
        }
        for bit in 3...9 where dropped & (1 << UInt16(bit)) != 0 { Self.write(bit + 20, to: &bytes) }
        for bit in 1...9 where (attributes & ~kept) & (1 << UInt16(bit)) != 0 { Self.write(bit, to: &bytes) }
        if foreground != other.foreground { Self.write(foreground, offset: 0, to: &bytes) }
        if background != other.background { Self.write(background, offset: 10, to: &bytes) }
    }

    private static func write(_ colour: Colour, offset: Int, to bytes: inout [UInt8]) {
        switch colour {
        case .standard:
            write(39 + offset, to: &bytes)
        case .basic(let code):
            write(code + offset, to: &bytes)
        case .indexed(let index):
            write(38 + offset, to: &bytes)
            write(5, to: &bytes)
            write(index, to: &bytes)
        case .direct(let rgb, let usesColons):
            let separator = usesColons ? UInt8(ascii: ":") : UInt8(ascii: ";")
            write(38 + offset, to: &bytes, separator)
            write(2, to: &bytes, separator)
            // The colour space, which nobody names.
            if usesColons { bytes.append(separator) }
            write(rgb >> 16, to: &bytes, separator)
            write(rgb >> 8 & 255, to: &bytes, separator)
            write(rgb & 255, to: &bytes)
        }
    }

    private static func write(_ number: Int, to bytes: inout [UInt8], _ separator: UInt8 = UInt8(ascii: ";"))
    {
        if number >= 100 { bytes.append(0x30 + UInt8(number / 100 % 10)) }
        if number >= 10 { bytes.append(0x30 + UInt8(number / 10 % 10)) }
        bytes.append(0x30 + UInt8(number % 10))
        bytes.append(separator)
    }
}
