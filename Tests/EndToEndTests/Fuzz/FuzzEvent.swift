/// One thing that a person, a mouse or a window system does to a terminal.
struct FuzzEvent: Sendable, CustomStringConvertible {
    /// What arrives at the program.
    enum Action: Sendable {
        /// Bytes that are typed.
        case bytes([UInt8])
        /// Another size of the window.
        case size(columns: Int, rows: Int)
    }

    /// What it is, to be read and repeated.
    let description: String
    let action: Action

    /// Something that is typed.
    static func typed(_ name: String, _ bytes: some Sequence<UInt8>) -> FuzzEvent {
        FuzzEvent(description: name, action: .bytes(Array(bytes)))
    }

    /// Ctrl-C, Ctrl-Z and `q`: they leave the program or stop it, which has journeys of its own.
    private static let leaving: Set<UInt8> = [0x03, 0x1A, UInt8(ascii: "q")]

    private static let named: [(name: String, bytes: String)] = [
        ("Up", "\u{1B}OA"), ("Down", "\u{1B}OB"), ("Right", "\u{1B}OC"), ("Left", "\u{1B}OD"),
        ("Up", "\u{1B}[A"), ("Down", "\u{1B}[B"), ("Page Up", "\u{1B}[5~"), ("Page Down", "\u{1B}[6~"),
        ("Home", "\u{1B}OH"), ("End", "\u{1B}OF"), ("Insert", "\u{1B}[2~"), ("Delete", "\u{1B}[3~"),
        ("Tab", "\t"), ("Back Tab", "\u{1B}[Z"), ("Enter", "\r"), ("Escape", "\u{1B}"),
        ("Backspace", "\u{7F}"), ("Ctrl-Right", "\u{1B}[1;5C"), ("Shift-Down", "\u{1B}[1;2B"),
        ("F1", "\u{1B}OP"), ("F2", "\u{1B}OQ"), ("F3", "\u{1B}OR"), ("F4", "\u{1B}OS"), ("F5", "\u{1B}[15~"),
        ("F10", "\u{1B}[21~"), ("F12", "\u{1B}[24~"), ("Alt-b", "\u{1B}b"), ("Alt-é", "\u{1B}é"),
        ("focus", "\u{1B}[I"),
    ]

    private static let foreign = ["é", "ß", "大", "🦉", "e\u{301}", "\u{202E}", "\u{200D}", "ﷺ", "\u{85}"]

    /// Sequences that are cut short or mean nothing, and bytes that are no UTF-8.
    private static let broken: [[UInt8]] = [
        Array("\u{1B}[".utf8), Array("\u{1B}[<0;".utf8), Array("\u{1B}O".utf8), Array("\u{1B}[M".utf8),
        Array("\u{1B}[999999999999999999999;1~".utf8), Array("\u{1B}[<0;70000;70000M".utf8),
        Array("\u{1B}[<;;;M".utf8), Array("\u{1B}[M\u{1}\u{1}\u{1}".utf8),
        Array("\u{1B}]52;c;AAAA\u{7}".utf8),
        Array("\u{1B}P+r\u{1B}\\".utf8), [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0x80], [0x00],
    ]

    /// Ctrl-L, as often as the longest sequence that was cut takes it for its rest (three bytes of an old mouse
    /// report), and once more: what follows stands for itself.
    static let endOfBroken: [UInt8] = [0x0C, 0x0C, 0x0C, 0x0C]

    /// Draws the next one. A key is the likeliest, a change of the size the least likely.
    static func random(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<45: key(using: &generator)
        case 45..<68: namedKey(using: &generator)
        case 68..<88: mouse(using: &generator)
        case 88..<91: foreignKey(using: &generator)
        case 91..<93: brokenBytes(using: &generator)
        case 93..<96: paste(using: &generator)
        default: size(using: &generator)
        }
    }

    private static func key(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        var byte = UInt8.random(in: 0x01..<0x7F, using: &generator)
        // Letters are what most commands are on.
        if byte < 0x20, Bool.random(using: &generator) { byte += 0x60 }
        guard !leaving.contains(byte), byte != 0x1B else { return key(using: &generator) }
        let name =
            byte < 0x20 ? "Ctrl-\(Character(Unicode.Scalar(byte + 0x40)))" : String(UnicodeScalar(byte))
        return .typed(name, [byte])
    }

    private static func namedKey(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let key = named[Int.random(in: named.indices, using: &generator)]
        return .typed(key.name, key.bytes.utf8)
    }

    private static func foreignKey(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let text = foreign[Int.random(in: foreign.indices, using: &generator)]
        return .typed(text.debugDescription, text.utf8)
    }

    private static func brokenBytes(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let bytes = broken[Int.random(in: broken.indices, using: &generator)]
        return .typed("bytes \(bytes)", bytes)
    }

    private static func mouse(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let column = Int.random(in: 1...130, using: &generator)
        let row = Int.random(in: 1...45, using: &generator)
        func report(_ button: Int, _ final: String = "M") -> String {
            "\u{1B}[<\(button);\(column);\(row)\(final)"
        }
        let place = "\(column),\(row)"
        return switch Int.random(in: 0..<8, using: &generator) {
        case 0..<3: .typed("click \(place)", (report(0) + report(0, "m")).utf8)
        case 3:
            .typed("double click \(place)", (report(0) + report(0, "m") + report(0) + report(0, "m")).utf8)
        case 4: .typed("press \(place)", report(0).utf8)
        case 5: .typed("drag \(place)", report(32).utf8)
        case 6: .typed("wheel \(place)", report(Int.random(in: 64...67, using: &generator)).utf8)
        default: .typed("other button \(place)", report(Int.random(in: 1...255, using: &generator)).utf8)
        }
    }

    private static func paste(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let lengths = [0, 1, 5, 40, 400, 20_000]
        let length = lengths[Int.random(in: lengths.indices, using: &generator)]
        let isText = Bool.random(using: &generator)
        let bytes = (0..<length).map { _ in
            UInt8.random(in: isText ? 0x20...0x7E : 0...255, using: &generator)
        }
        let kept = bytes.filter { !leaving.contains($0) }
        let name = "paste of \(kept.count) \(isText ? "letters" : "bytes")"
        return .typed(name, Array("\u{1B}[200~".utf8) + kept + Array("\u{1B}[201~".utf8))
    }

    private static func size(using generator: inout some RandomNumberGenerator) -> FuzzEvent {
        let common = [
            (80, 24), (120, 36), (60, 15), (59, 15), (60, 14), (1, 1), (300, 100), (300, 1), (1, 100),
        ]
        var size = common[Int.random(in: common.indices, using: &generator)]
        if Bool.random(using: &generator) {
            size = (Int.random(in: 1...300, using: &generator), Int.random(in: 1...100, using: &generator))
        }
        // Most of the time there is to be something to see.
        if min(size.0 - 60, size.1 - 15) < 0, Int.random(in: 0..<3, using: &generator) > 0 {
            size = (100, 30)
        }
        return FuzzEvent(
            description: "size \(size.0)×\(size.1)",
            action: .size(columns: size.0, rows: size.1)
        )
    }
}
