/// Says with fewer bytes what ncurses says to a terminal of xterm's line.
///
/// ncurses sets both colours whenever one changes, goes back to the plain state by way of three sequences, and
/// changes the colour of letters for blanks, which show none. That is a third of a frame. Here SGR sequences only
/// note what is wanted; the difference is written when a character needs it. A pure value: bytes in, bytes out.
nonisolated struct FrameReducer: Sendable {
    /// What the terminal draws with; nil after a sequence that is not understood.
    private var current: Rendition? = Rendition()
    /// What ncurses believes that it draws with.
    private var wanted = Rendition()
    private var numbers: [Int] = []

    private static let escape: UInt8 = 0x1B

    /// Reduces one whole frame: no sequence is cut at its ends, and the terminal is as ncurses thinks after it.
    ///
    /// - Parameter frame: what ncurses wrote; replaced from `start` on.
    mutating func reduce(_ frame: inout [UInt8], from start: Int) {
        var reduced: [UInt8] = []
        reduced.reserveCapacity(frame.count)
        var index = start
        while index < frame.count {
            let byte = frame[index]
            switch byte {
            case Self.escape:
                index = takeSequence(frame, at: index, into: &reduced)
                continue
            case 0x0F:
                // Back to the first character set, which nothing here ever leaves.
                break
            case 0x0A:
                settleBackground(&reduced)
                reduced.append(byte)
            case 0x20:
                settleForBlank(&reduced)
                reduced.append(byte)
            case 0..<0x20:
                reduced.append(byte)
            default:
                settle(&reduced)
                reduced.append(byte)
            }
            index += 1
        }
        settle(&reduced)
        frame.replaceSubrange(start..., with: reduced)
    }

    /// Copies or notes the sequence at a place; returns where the next begins.
    private mutating func takeSequence(_ frame: [UInt8], at start: Int, into reduced: inout [UInt8]) -> Int {
        guard start + 1 < frame.count, frame[start + 1] == UInt8(ascii: "[") else {
            return takeShortSequence(frame, at: start, into: &reduced)
        }
        var end = start + 2
        while end < frame.count, case 0x20..<0x40 = frame[end] { end += 1 }
        guard end < frame.count else {
            settle(&reduced)
            reduced += frame[start...]
            return frame.count
        }
        switch frame[end] {
        case UInt8(ascii: "m"):
            if !takeRendition(frame, start + 2, end) {
                settle(&reduced)
                reduced += frame[start...end]
                current = nil
            }
            return end + 1
        case UInt8(ascii: "H") where frame[..<end].suffix(2).elementsEqual(";1".utf8):
            // The first column is understood.
            reduced += frame[start..<(end - 2)]
            reduced.append(frame[end])
            return end + 1
        case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "d"), UInt8(ascii: "r"),
            UInt8(ascii: "h"), UInt8(ascii: "l"):
            // Moves and modes draw nothing.
            break
        case UInt8(ascii: "b"):
            // Repeats what was drawn, as it was drawn.
            break
        default:
            // The rest erases or scrolls, which leaves the background behind.
            settleBackground(&reduced)
        }
        reduced += frame[start...end]
        return end + 1
    }

    /// Notes what an SGR sequence says; false if it is not understood.
    private mutating func takeRendition(_ frame: [UInt8], _ start: Int, _ end: Int) -> Bool {
        numbers.removeAll(keepingCapacity: true)
        var number = 0
        var hasDigits = false
        var usesColons = false
        for index in start..<end {
            switch frame[index] {
            case let byte where byte & 0xF0 == 0x30 && byte <= 0x39:
                number = min(number * 10 + Int(byte - 0x30), 0xFFFF)
                hasDigits = true
            case UInt8(ascii: ":"):
                usesColons = true
                if hasDigits { numbers.append(number) }
                number = 0
                hasDigits = false
            case UInt8(ascii: ";"):
                numbers.append(number)
                number = 0
                hasDigits = false
            default:
                return false
            }
        }
        numbers.append(number)
        return wanted.apply(numbers, usesColons: usesColons)
    }

    private mutating func takeShortSequence(
        _ frame: [UInt8],
        at start: Int,
        into reduced: inout [UInt8]
    ) -> Int {
        let rest = frame[start...]
        if rest.starts(with: [Self.escape, UInt8(ascii: "("), UInt8(ascii: "B")]) { return start + 3 }
        settle(&reduced)
        let end = min(start + 2, frame.count)
        reduced += frame[start..<end]
        return end
    }

    private mutating func settle(_ reduced: inout [UInt8]) {
        guard current != wanted else { return }
        if current == nil { reduced += "\u{1B}[m".utf8 }
        wanted.write(from: current ?? Rendition(), to: &reduced)
        current = wanted
    }

    private mutating func settleForBlank(_ reduced: inout [UInt8]) {
        if let current, current.looksAlikeOnBlanks(wanted) { return }
        settle(&reduced)
    }

    private mutating func settleBackground(_ reduced: inout [UInt8]) {
        if let current, current.background == wanted.background { return }
        settle(&reduced)
    }
}
