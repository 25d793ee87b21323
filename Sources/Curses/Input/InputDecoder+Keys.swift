import TerminalUI

/// Which key a letter, a number or a code in an escape sequence stands for.
nonisolated extension InputDecoder {
    /// The final letter of ESC [ and ESC O sequences.
    static func letterKey(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
        default: nil
        }
    }

    /// The keypad's keys in application mode, which terminfo's `smkx` switches on.
    static func keypadKey(_ letter: UInt8) -> Key? {
        switch letter {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "I"): .tab
        case UInt8(ascii: "X"): .character("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(letter - 0x40)))
        default: nil
        }
    }

    /// The number before a tilde.
    static func numberedKey(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...24: .function(number - 12)
        default: nil
        }
    }

    /// A scalar's number with modifiers, as terminals send that report every key alike.
    static func codedKey(_ code: Int, _ modifiers: Int) -> Key? {
        guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
        switch code {
        case 9: return modifiers & 1 != 0 ? .backTab : .tab
        case 27: return .escape
        case 0..<0x20, 0x7F: return controlKey(UInt8(code))
        default: break
        }
        if modifiers & 4 != 0 { return .control(Character(scalar.properties.lowercaseMapping)) }
        return modifiers & 2 != 0 ? .alt(Character(scalar)) : .character(Character(scalar))
    }

    /// A key with Shift (1), Alt (2) and Control (4) held; without a name of its own it stays the plain key.
    static func modified(_ key: Key, _ modifiers: Int) -> Key {
        if modifiers & 4 != 0 {
            switch key {
            case .up: return .controlUp
            case .down: return .controlDown
            case .left: return .controlLeft
            case .right: return .controlRight
            case .home: return .controlHome
            case .end: return .controlEnd
            default: return key
            }
        }
        guard modifiers & 1 != 0 else { return key }
        switch key {
        case .up: return .shiftUp
        case .down: return .shiftDown
        case .left: return .shiftLeft
        case .right: return .shiftRight
        case .tab: return .backTab
        default: return key
        }
    }
}
