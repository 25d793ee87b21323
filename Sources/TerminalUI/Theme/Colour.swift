/// A colour for every kind of terminal.
package struct Colour: Hashable, Sendable {
    /// Red, green and blue, each 0 to 255, as 0xRRGGBB: for terminals with direct colour.
    package let rgb: UInt32
    /// Its number among the 256 of xterm: below 16 one that the terminal's own palette shows as it likes, from 16 on
    /// one that is the same everywhere.
    package let index256: UInt8
    /// Its number among the eight: black, red, green, yellow, blue, magenta, cyan, white.
    package let index8: UInt8

    /// A colour of xterm's cube or grey ramp.
    ///
    /// - Parameters:
    ///   - index: 16 to 255.
    ///   - eight: The nearest of the eight in meaning.
    package init(_ index: UInt8, eight: UInt8) {
        index256 = index
        index8 = min(eight, 7)
        rgb = Self.rgb(of: index)
    }

    /// One of the sixteen that the terminal's own palette shows as it likes; ``rgb`` is xterm's.
    ///
    /// - Parameter ansi: 0 to 15: the eight, then their bright twins.
    package init(ansi: UInt8) {
        let number = min(ansi, 15)
        self.init(number, eight: number & 7)
    }

    /// A colour by its parts; on other terminals the nearest they have.
    ///
    /// - Parameter rgb: 0xRRGGBB.
    package init(rgb: UInt32) {
        let rgb = rgb & 0xFFFFFF
        self.rgb = rgb
        index256 = Self.nearest(to: rgb, in: 16...255)
        index8 = Self.nearest(to: rgb, in: 0...7)
    }

    /// The number whose colour is the least way off, straight through the cube of red, green and blue.
    private static func nearest(to rgb: UInt32, in numbers: ClosedRange<UInt8>) -> UInt8 {
        func distance(_ number: UInt8) -> Int {
            let other = Self.rgb(of: number)
            return [16, 8, 0].reduce(0) { sum, shift in
                let difference = Int(rgb >> UInt32(shift) & 0xFF) - Int(other >> UInt32(shift) & 0xFF)
                return sum + difference * difference
            }
        }
        return numbers.min { distance($0) < distance($1) } ?? numbers.lowerBound
    }

    /// One of the eight, as xterm shows it.
    package init(eight: UInt8) {
        self.init(min(eight, 7), eight: eight)
    }

    /// How xterm defines its 256 colours.
    static func rgb(of index: UInt8) -> UInt32 {
        func mix(_ red: Int, _ green: Int, _ blue: Int) -> UInt32 {
            UInt32(red << 16 | green << 8 | blue)
        }
        switch Int(index) {
        case 0..<8:
            let eight: [UInt32] = [
                0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
            ]
            return eight[Int(index)]
        case 8..<16:
            let bright: [UInt32] = [
                0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
            ]
            return bright[Int(index) - 8]
        case 16..<232:
            let levels = [0, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
            let cube = Int(index) - 16
            return mix(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        default:
            let grey = 8 + 10 * (Int(index) - 232)
            return mix(grey, grey, grey)
        }
    }
}

/// How many colours a terminal has.
package enum ColourDepth: UInt8, Hashable, Sendable, CaseIterable {
    /// None, or the person wants none.
    case none
    /// The eight of ECMA-48.
    case eight
    /// The 256 of xterm.
    case indexed
    /// Red, green and blue.
    case direct
}
