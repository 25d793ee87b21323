internal import SecretMemory
package import TerminalUI

/// Turns the bytes of a terminal into events. It is a pure value: bytes and the time come in, events go out.
///
/// ncurses' own reader is not used: it waits for the end of an escape sequence, and nothing may block the main
/// actor; it hears no SGR mouse where terminfo names another protocol, which tmux's entries do; and it reads
/// byte by byte. Which keys a terminal has still comes from its terminfo entry, as `KeySequences`.
///
/// What was typed or pasted may be a password: bytes are overwritten as soon as they are decoded.
nonisolated package struct InputDecoder: Sendable {
    /// What the bytes at a place turned out to be.
    enum Step {
        /// So many bytes that mean this, or nothing that anyone would miss.
        case event(InputEvent?, length: Int)
        /// The beginning of a paste, of so many bytes.
        case pasteStart(length: Int)
        /// More bytes are needed.
        case incomplete
    }

    /// Two presses on one cell within so many milliseconds are a double press.
    private static let doublePressMilliseconds = 400
    /// A paste that stays silent for so many milliseconds has lost its end; what comes then is typed.
    private static let pasteSilenceMilliseconds = 5_000

    let keys: KeySequences
    private let pasteLimit: Int
    /// Bytes that are not decoded yet.
    var pending: [UInt8] = []
    private var pasted: SecretBuilder?
    private var lastBytes = 0
    private var lastPress: (position: Position, time: Int)?

    /// - Parameters:
    ///   - keys: what this terminal's keys send beyond the common sequences.
    ///   - pasteLimit: bytes of one paste that are kept; the rest is dropped.
    package init(keys: KeySequences = KeySequences(), pasteLimit: Int = 1 << 20) {
        self.keys = keys
        self.pasteLimit = pasteLimit
    }

    /// Whether what came may be a whole key (Escape, Alt-[) or the beginning of one: only time can tell.
    package var isAmbiguous: Bool {
        pasted == nil && pending.first == 0x1B && pending.count <= 2
    }

    /// Takes what came from the terminal.
    /// - Parameters:
    ///   - bytes: any piece of the stream; sequences and characters may be cut anywhere.
    ///   - milliseconds: when they came, on a clock that only goes forward.
    package mutating func decode(_ bytes: some Sequence<UInt8>, at milliseconds: Int) -> [InputEvent] {
        var events: [InputEvent] = []
        if pasted != nil, milliseconds - lastBytes > Self.pasteSilenceMilliseconds {
            pending.removeAll()
            endPaste(&events)
        }
        lastBytes = milliseconds
        pending.append(contentsOf: bytes)
        var position = 0
        decoding: while position < pending.count {
            if pasted != nil {
                guard takePaste(&position, &events) else { break }
                continue
            }
            switch step(at: position) {
            case .event(let event, let length):
                position += length
                if let event { events.append(recognisingDoublePress(event, at: milliseconds)) }
            case .pasteStart(let length):
                position += length
                pasted = SecretBuilder()
            case .incomplete:
                break decoding
            }
        }
        forget(min(position, pending.count))
        return events
    }

    /// Time has told: what is pending is a key of its own.
    package mutating func settle() -> [InputEvent] {
        guard isAmbiguous else { return [] }
        defer { pending.removeAll() }
        return [.key(pending.count == 1 ? .escape : .alt(Character(Unicode.Scalar(pending[1]))))]
    }

    /// Drops decoded bytes from the front and overwrites every place where they, or what moved up, have stood.
    private mutating func forget(_ decoded: Int) {
        let rest = pending.count - decoded
        unsafe pending.withUnsafeMutableBytes { bytes in
            unsafe SecretBytes.copy(bytes[decoded...], to: bytes)
            unsafe SecretBytes.overwrite(UnsafeMutableRawBufferPointer(rebasing: bytes[rest...]))
        }
        pending.removeLast(decoded)
    }

    private func step(at position: Int) -> Step {
        let byte = pending[position]
        return switch byte {
        case 0x1B: escapeStep(at: position)
        case 0x20..<0x7F: .event(.key(.character(Character(Unicode.Scalar(byte)))), length: 1)
        case 0..<0x20, 0x7F: .event(Self.controlKey(byte).map(InputEvent.key), length: 1)
        default: characterStep(at: position, prefix: 0) { .character($0) }
        }
    }

    /// What a control byte other than Escape is called.
    static func controlKey(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x00: .control(" ")
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: nil
        }
    }

    /// One scalar in UTF-8, after so many bytes of prefix; bytes that are no UTF-8 are dropped.
    func characterStep(at position: Int, prefix: Int, key: (Character) -> Key) -> Step {
        let start = position + prefix
        let count: Int
        switch pending[start] {
        case 0..<0x80: count = 1
        case 0xC2..<0xE0: count = 2
        case 0xE0..<0xF0: count = 3
        case 0xF0..<0xF5: count = 4
        default: return .event(nil, length: prefix + 1)
        }
        let end = min(start + count, pending.count)
        if let broken = pending[(start + 1)..<end].firstIndex(where: { $0 & 0xC0 != 0x80 }) {
            return .event(nil, length: broken - position)
        }
        guard end == start + count else { return .incomplete }
        let text = String(validating: pending[start..<end], as: UTF8.self)
        guard let scalar = text?.unicodeScalars.first, scalar.properties.generalCategory != .control else {
            return .event(nil, length: prefix + count)
        }
        return .event(.key(key(Character(scalar))), length: prefix + count)
    }

    // MARK: Paste

    /// Collects up to the end mark; false when it has not come yet.
    private mutating func takePaste(_ position: inout Int, _ events: inout [InputEvent]) -> Bool {
        let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
        var index = position
        while let escape = pending[index...].firstIndex(of: 0x1B) {
            let candidate = pending[escape...].prefix(mark.count)
            if candidate.elementsEqual(mark) {
                keepPasted(pending[position..<escape])
                position = escape + mark.count
                endPaste(&events)
                return true
            }
            if mark.starts(with: candidate) {
                keepPasted(pending[position..<escape])
                position = escape
                return false
            }
            index = escape + 1
        }
        keepPasted(pending[position...])
        position = pending.count
        return false
    }

    private mutating func keepPasted(_ bytes: ArraySlice<UInt8>) {
        let room = pasteLimit - (pasted?.count ?? 0)
        pasted?.append(bytes.prefix(max(0, room)))
    }

    private mutating func endPaste(_ events: inout [InputEvent]) {
        guard let pasted else { return }
        events.append(.paste(PastedText(pasted.secret)))
        self.pasted = nil
    }

    // MARK: Mouse

    private mutating func recognisingDoublePress(_ event: InputEvent, at milliseconds: Int) -> InputEvent {
        guard case .mouse(var mouse) = event, mouse.kind == .press else { return event }
        if let last = lastPress, last.position == mouse.position,
            milliseconds - last.time <= Self.doublePressMilliseconds
        {
            // A third press begins anew.
            lastPress = nil
            mouse.kind = .doublePress
            return .mouse(mouse)
        }
        lastPress = (mouse.position, milliseconds)
        return event
    }
}
