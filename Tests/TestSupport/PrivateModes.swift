/// The private modes of a terminal (`ESC [ ? number h` and `l`), as a program's bytes have left them.
package struct PrivateModes: Sendable {
    /// The modes that were ever set or reset, with what they were left as.
    package private(set) var isOn: [Int: Bool] = [:]

    /// What a full-screen program may switch on and has to switch off again: application keys, mouse reports, the
    /// report of the focus, the second screen, marked pastes, held frames.
    private static let switchedOffAtTheEnd = [1, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026]
    /// The cursor is shown.
    private static let cursor = 25

    package init() {}

    /// Takes in what was written next, of which no sequence may be cut.
    package mutating func take(_ bytes: [UInt8]) {
        var index = 0
        while let escape = bytes[index...].firstIndex(of: 0x1B) {
            index = escape + 1
            guard bytes[index...].starts(with: "[?".utf8) else { continue }
            let parameters = bytes[(index + 2)...].prefix { (0x30...0x3B).contains($0) }
            guard parameters.endIndex < bytes.endIndex else { return }
            let final = bytes[parameters.endIndex]
            index = parameters.endIndex
            guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { continue }
            for number in String(decoding: parameters, as: UTF8.self).split(separator: ";") {
                if let number = Int(number) { isOn[number] = final == UInt8(ascii: "h") }
            }
        }
    }

    /// The modes that a program left other than a shell wants them, in words; empty after a clean end.
    package var leftBehind: [String] {
        var words = Self.switchedOffAtTheEnd.filter { isOn[$0] == true }.map { "mode \($0) is on" }
        if isOn[Self.cursor] == false { words.append("the cursor is hidden") }
        return words
    }
}
