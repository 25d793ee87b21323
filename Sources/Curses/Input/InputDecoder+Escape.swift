import TerminalUI

/// Escape sequences: what terminfo names first, then what terminals in the line of DEC and xterm have in common.
nonisolated extension InputDecoder {
    private enum Final {
        static let tilde: UInt8 = 0x7E
        static let caret: UInt8 = 0x5E
    }

    /// Longer than any sequence of a key or a mouse.
    private static let longestSequence = 64

    func escapeStep(at position: Int) -> Step {
        switch keys.match(pending, from: position) {
        case .key(let key, let length): return .event(.key(key), length: length)
        case .incomplete: return .incomplete
        case .none: break
        }
        guard position + 1 < pending.count else { return .incomplete }
        switch pending[position + 1] {
        case UInt8(ascii: "["): return controlSequenceStep(at: position)
        case UInt8(ascii: "O"): return singleShiftStep(at: position)
        // Two keys that came at once: Escape, then whatever follows.
        case 0..<0x20, 0x7F: return .event(.key(.escape), length: 1)
        default: return characterStep(at: position, prefix: 1) { .alt($0) }
        }
    }

    /// ESC O and a letter, in old terminals with a modifier's digit between.
    private func singleShiftStep(at position: Int) -> Step {
        var index = position + 2
        var modifiers = 0
        while index < pending.count, case 0x30...0x39 = pending[index], index < position + 4 {
            modifiers = Int(pending[index] - 0x30) - 1
            index += 1
        }
        guard index < pending.count else { return .incomplete }
        let key = Self.keypadKey(pending[index]) ?? Self.letterKey(pending[index])
        return .event(
            key.map { .key(Self.modified($0, max(0, modifiers))) },
            length: index - position + 1
        )
    }

    /// ESC [, parameters, and a final byte.
    private func controlSequenceStep(at position: Int) -> Step {
        let start = position + 2
        guard start < pending.count else { return .incomplete }
        switch pending[start] {
        case UInt8(ascii: "["):
            guard start + 1 < pending.count else { return .incomplete }
            let number = Int(pending[start + 1]) - 0x40
            return .event((1...5).contains(number) ? .key(.function(number)) : nil, length: 4)
        case UInt8(ascii: "M"):
            guard start + 3 < pending.count else { return .incomplete }
            let report = pending[(start + 1)...(start + 3)].map { Int($0) - 32 }
            return .event(mouseEvent(report, isRelease: report[0] & 0x43 == 3), length: 6)
        default:
            break
        }
        var end = start
        while end < pending.count, case 0x20..<0x40 = pending[end] { end += 1 }
        guard end < pending.count else {
            return end - position > Self.longestSequence ? .event(nil, length: end - position) : .incomplete
        }
        let final = pending[end]
        // A broken sequence is dropped up to the byte that broke it.
        guard case 0x40...0x7E = final else { return .event(nil, length: end - position) }
        return meaning(of: pending[start..<end], final: final, length: end - position + 1)
    }

    private func meaning(of parameters: ArraySlice<UInt8>, final: UInt8, length: Int) -> Step {
        if parameters.first == UInt8(ascii: "<") {
            let report = Self.numbers(parameters.dropFirst())
            return .event(mouseEvent(report, isRelease: final == UInt8(ascii: "m")), length: length)
        }
        let numbers = Self.numbers(parameters)
        let first = numbers.first ?? 1
        let modifiers = numbers.count > 1 ? max(0, numbers[1] - 1) : 0
        let key: Key?
        switch final {
        case Final.tilde where first == 200:
            return .pasteStart(length: length)
        case Final.tilde where first == 27 && numbers.count == 3:
            key = Self.codedKey(numbers[2], modifiers)
        case Final.tilde:
            key = Self.numberedKey(first).map { Self.modified($0, modifiers) }
        case Final.caret:
            key = Self.numberedKey(first).map { Self.modified($0, 4) }
        case UInt8(ascii: "u"):
            key = Self.codedKey(first, modifiers)
        case UInt8(ascii: "M") where numbers.count == 3:
            let report = [numbers[0] - 32, numbers[1], numbers[2]]
            return .event(mouseEvent(report, isRelease: report[0] & 0x43 == 3), length: length)
        default:
            key = Self.letterKey(final).map { Self.modified($0, modifiers) }
        }
        return .event(key.map(InputEvent.key), length: length)
    }

    private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            digits.reduce(0) { number, byte in
                (0x30...0x39).contains(byte) ? min(number * 10 + Int(byte - 0x30), 0xFFFF) : number
            }
        }
    }

    /// A report of button, column and row; cells count from 1.
    private func mouseEvent(_ report: [Int], isRelease: Bool) -> InputEvent? {
        guard report.count == 3 else { return nil }
        let position = Position(column: max(0, report[1] - 1), row: max(0, report[2] - 1))
        // Shift, Alt and Control are not told apart.
        let button = report[0] & ~0b11100
        let kind: MouseEvent.Kind? =
            switch button {
            case 64: .wheelUp
            case 65: .wheelDown
            case 32: .drag
            case 0: isRelease ? .release : .press
            // The old protocols do not say which button was let go.
            case 3: isRelease ? .release : nil
            default: nil
            }
        return kind.map { .mouse(MouseEvent($0, at: position)) }
    }
}
