internal import INaturalist

/// The observations in JSON of any length: in the lists `results` of replies and `observations` of reports, in bare
/// lists, and alone; several of these may follow one another.
///
/// Only brackets and quotation marks are looked at here; each observation's own text is parsed for itself, so the file
/// is never held, and a broken one costs that one alone.
final class StructuredRows: RowSequence {
    private enum Place {
        /// Outside of everything.
        case top
        /// In an object; whether it may be an observation itself, because it has had no list so far.
        case object(isCandidate: Bool, line: Int)
        /// In a list; what is around it.
        case list(isInObject: Bool)
    }

    private let window: ByteWindow
    private let decoder: RowDecoder
    private var place = Place.top
    private var cursor = 0
    private var line = 1
    private var isBroken = false
    private var kind = FileKind.list

    init(_ window: ByteWindow, site: String) {
        self.window = window
        decoder = RowDecoder(site: site)
    }

    func describe(_ report: inout FileReport) {
        report.kind = kind
    }

    func next() throws(ImportError) -> Row? {
        while !isBroken {
            try skipBlanks()
            switch place {
            case .top:
                guard let byte = try peek() else { return nil }
                // Nothing before is needed any more.
                forget()
                switch byte {
                case UInt8(ascii: "["):
                    cursor += 1
                    place = .list(isInObject: false)
                case UInt8(ascii: "{"):
                    cursor += 1
                    place = .object(isCandidate: true, line: line)
                default: return broken()
                }
            case .object(let isCandidate, let line):
                switch try peek() {
                case UInt8(ascii: "}"):
                    cursor += 1
                    place = .top
                    if isCandidate { return row(line) }
                case UInt8(ascii: ","):
                    cursor += 1
                case UInt8(ascii: "\""):
                    guard try member(isCandidate, line) else { return broken() }
                default: return broken()
                }
            case .list(let isInObject):
                switch try peek() {
                case UInt8(ascii: "]"):
                    cursor += 1
                    place = isInObject ? .object(isCandidate: false, line: line) : .top
                case UInt8(ascii: ","):
                    cursor += 1
                case nil: return broken()
                default:
                    if let row = try element() { return row }
                }
            }
        }
        return nil
    }

    /// One key of an object and its value, or the beginning of its list.
    ///
    /// - Returns: false when the text breaks off.
    private func member(_ isCandidate: Bool, _ line: Int) throws(ImportError) -> Bool {
        let start = cursor
        guard try skipValue(keeping: true) == .whole else { return false }
        let key = String(decoding: window.bytes[start..<cursor], as: UTF8.self)
        try skipBlanks()
        guard try peek() == UInt8(ascii: ":") else { return false }
        cursor += 1
        try skipBlanks()
        if key == "\"results\"" || key == "\"observations\"", try peek() == UInt8(ascii: "[") {
            kind = key == "\"results\"" ? .reply : .report
            cursor += 1
            place = .list(isInObject: true)
            return true
        }
        switch try skipValue(keeping: isCandidate) {
        case .whole: return true
        case .cut: return false
        case .tooLong:
            // It is no observation, then; its lists may still be read.
            place = .object(isCandidate: false, line: line)
            return try skipValue(keeping: false, isGoingOn: true) == .whole
        }
    }

    private func element() throws(ImportError) -> Row? {
        forget()
        let line = line
        switch try skipValue(keeping: true) {
        case .whole:
            // A bracket that closes what was not opened is no value.
            return cursor > 0 ? row(line) : broken()
        case .cut:
            return broken()
        case .tooLong:
            guard try skipValue(keeping: false, isGoingOn: true) == .whole else { return broken() }
            return Row(line: line, result: .failure(.tooLong))
        }
    }

    /// The observation whose text is what is before the cursor.
    private func row(_ line: Int) -> Row {
        defer { forget() }
        return Row(line: line, result: decoder.row(Array(window.bytes.prefix(cursor))))
    }

    private func broken() -> Row {
        isBroken = true
        return Row(line: line, result: .failure(.cutShort))
    }

    private func forget() {
        window.drop(cursor)
        cursor = 0
    }

    private func peek() throws(ImportError) -> UInt8? {
        while cursor >= window.count {
            guard try window.fill() else { return nil }
        }
        return window.first[cursor]
    }

    private func skipBlanks() throws(ImportError) {
        while let byte = try peek() {
            switch byte {
            case 0x0A: line += 1
            // Record separators stand between texts in RFC 7464.
            case 0x20, 0x09, 0x0D, 0x1E: break
            default: return
            }
            cursor += 1
            // Blanks between texts may be endless, too.
            if case .top = place { forget() }
        }
    }

    private enum Skip { case whole, cut, tooLong }

    /// How deep in brackets the value is that is being skipped, and whether inside a string.
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isScalar = false

    /// Goes behind the value that begins at the cursor.
    ///
    /// - Parameters:
    ///   - keeping: whether its bytes are needed; then it has to fit into the window.
    ///   - isGoingOn: goes on with a value that was too long to keep.
    private func skipValue(keeping: Bool, isGoingOn: Bool = false) throws(ImportError) -> Skip {
        if !isGoingOn { (depth, isInString, isEscaped, isScalar) = (0, false, false, false) }
        while true {
            if skipInWindow() { return .whole }
            if keeping {
                if cursor >= ByteWindow.limit { return .tooLong }
            } else {
                forget()
            }
            guard try window.fill() else { return depth == 0 && isScalar ? .whole : .cut }
        }
    }

    /// - Returns: whether the value's end was found.
    private func skipInWindow() -> Bool {
        let bytes = window.first
        let count = window.count
        while cursor < count {
            let byte = bytes[cursor]
            if byte == 0x0A { line += 1 }
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 {
                        cursor += 1
                        return true
                    }
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""):
                    isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return true }
                    depth -= 1
                    if depth == 0 {
                        cursor += 1
                        return true
                    }
                case UInt8(ascii: ","), 0x20, 0x09, 0x0D, 0x0A:
                    if depth == 0, isScalar {
                        if byte == 0x0A { line -= 1 }
                        return true
                    }
                default:
                    isScalar = true
                }
            }
            cursor += 1
        }
        return false
    }
}
