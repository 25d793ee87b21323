internal import SecretMemory

/// A line that is being typed or pasted without being shown, put together from the terminal's bytes.
///
/// Only text gets in. Keys that are no text (arrows, Ctrl-Z) send control bytes and escape sequences, which would become
/// part of the secret unseen. Between the two marks of a bracketed paste line breaks press nothing and are left out:
/// a token's page is JSON of several lines.
nonisolated struct SecretLine {
    /// What a byte led to, when it did more than add to the line.
    enum Event: Equatable {
        /// Enter, or a paste that ended with a line break.
        case enter
        /// Ctrl-C or Ctrl-D.
        case stop
    }

    /// Where in an escape sequence the next byte falls (ECMA-48).
    private enum Phase {
        case text, escape, sequence, keypad, string
    }

    private var builder = SecretBuilder(capacity: 1024)
    private var phase = Phase.text
    // The parameters of a sequence tell the two marks of a paste; longer ones are of no interest.
    private var parameters: [UInt8] = []
    private var isPasting = false
    private var endsWithBreak = false

    /// What was typed so far.
    var secret: SecretBytes { builder.secret }

    /// Whether the last byte may begin an escape sequence, or be the Escape key by itself.
    var isAfterEscape: Bool { phase == .escape }

    /// Takes the Escape key for itself: nothing followed it.
    mutating func endEscape() {
        if phase == .escape { phase = .text }
    }

    /// Takes a byte.
    mutating func take(_ byte: UInt8) -> Event? {
        switch phase {
        case .text: return takeText(byte)
        case .escape: return takeAfterEscape(byte)
        case .sequence:
            switch byte {
            case 0x40...0x7E:
                phase = .text
                return byte == 0x7E ? endSequence() : nil
            case 0x20..<0x40: if parameters.count < 8 { parameters.append(byte) }
            default: return interrupt(byte)
            }
        case .keypad: phase = .text
        case .string:
            switch byte {
            case 0x07: phase = .text
            // Also the first half of the mark that ends it.
            case 0x1B: phase = .escape
            case 0x03: return interrupt(byte)
            default: break
            }
        }
        return nil
    }

    /// Whether the line begins as a JSON object whose end has not come.
    var isOpenObject: Bool {
        let secret = builder.secret
        return unsafe secret.withBytes { bytes in
            var depth = 0
            var isInString = false
            var isEscaped = false
            var hasBegun = false
            for index in 0..<secret.count {
                let byte = unsafe bytes[index]
                if isEscaped {
                    isEscaped = false
                    continue
                }
                switch byte {
                case UInt8(ascii: "\\"): isEscaped = isInString
                case UInt8(ascii: "\""): isInString.toggle()
                case UInt8(ascii: "{") where !isInString: depth += 1
                case UInt8(ascii: "}") where !isInString: depth -= 1
                case UInt8(ascii: " "): continue
                default: break
                }
                if !hasBegun, depth != 1 { return false }
                hasBegun = true
            }
            return depth > 0
        }
    }

    private mutating func takeText(_ byte: UInt8) -> Event? {
        let isBreak = byte == 0x0A || byte == 0x0D
        // An escape begins the mark that ends the paste.
        if byte != 0x1B { endsWithBreak = isBreak }
        switch byte {
        case 0x1B: phase = .escape
        // Also within a paste: its end mark may never come.
        case 0x03: return .stop
        case 0x20..<0x7F, 0x80...: builder.append(byte)
        case _ where isPasting: break
        case _ where isBreak: return .enter
        case 0x04: return .stop
        case 0x15: builder = SecretBuilder(capacity: 1024)
        case 0x08, 0x7F: dropCharacter()
        default: break
        }
        return nil
    }

    private mutating func takeAfterEscape(_ byte: UInt8) -> Event? {
        switch byte {
        case UInt8(ascii: "["):
            parameters = []
            phase = .sequence
        case UInt8(ascii: "O"): phase = .keypad
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            phase = .string
        // A key together with Alt, or the end of a string.
        case 0x20...: phase = .text
        default: return interrupt(byte)
        }
        return nil
    }

    /// A control byte ends a sequence that is not whole, and stands for itself.
    private mutating func interrupt(_ byte: UInt8) -> Event? {
        phase = .text
        return takeText(byte)
    }

    private mutating func endSequence() -> Event? {
        if parameters == Array("200".utf8) {
            isPasting = true
            endsWithBreak = false
        } else if isPasting, parameters == Array("201".utf8) {
            isPasting = false
            // Who copied the line's end with it has pressed Enter, as in a terminal that does not mark pastes.
            if endsWithBreak, builder.count > 0 { return .enter }
        }
        return nil
    }

    private mutating func dropCharacter() {
        let typed = builder.secret
        builder = SecretBuilder(capacity: 1024)
        builder.append(typed.replacing((typed.boundaries.dropLast().last ?? 0)..<typed.count))
    }
}
