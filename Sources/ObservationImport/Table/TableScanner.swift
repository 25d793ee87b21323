/// Finds the fields of one row of a table (RFC 4180), without making anything of them.
///
/// A quotation mark means something at the beginning of a field alone, as the website writes them; lines end with LF,
/// CRLF or CR.
final class TableScanner {
    /// Where a field is, from the row's first byte on; without its quotation marks.
    struct Field {
        var start = 0
        var end = 0
        /// Whether quotation marks are doubled in it.
        var hasDoubled = false
    }

    /// What became of a row.
    enum Outcome: Equatable {
        /// It is whole, and with its line's end that many bytes long.
        case row(Int)
        /// More bytes are needed.
        case incomplete
        /// The file ends inside a quoted field.
        case unclosed
    }

    /// How many fields the last row has; more than ``capacity`` are counted and not noted.
    private(set) var count = 0
    /// How many line breaks the last row has, with the one at its end.
    private(set) var lineBreaks = 0
    /// Whether a field of the last row goes on behind its closing quotation mark.
    private(set) var isLoose = false

    let separator: UInt8
    let capacity: Int
    private let fields: UnsafeMutablePointer<Field>

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(separator: UInt8, capacity: Int) {
        self.separator = separator
        self.capacity = capacity
        fields = .allocate(capacity: capacity)
        fields.initialize(repeating: Field(), count: capacity)
    }

    deinit {
        fields.deallocate()
    }

    subscript(index: Int) -> Field { fields[index] }

    /// Finds the fields of the row that begins there.
    ///
    /// - Parameter isLast: whether the file has no bytes behind these.
    func scan(_ bytes: UnsafePointer<UInt8>, _ length: Int, isLast: Bool) -> Outcome {
        var position = 0
        var field = Field()
        count = 0
        lineBreaks = 0
        isLoose = false
        let separator = separator
        while true {
            if position < length, bytes[position] == Self.quote {
                guard let closed = quoted(bytes, length, &position, &field, isLast) else {
                    return isLast ? .unclosed : .incomplete
                }
                if !closed { return .incomplete }
            } else {
                field.start = position
                field.hasDoubled = false
                while position < length {
                    let byte = bytes[position]
                    if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
                    position += 1
                }
                field.end = position
            }
            if count < capacity { fields[count] = field }
            count += 1
            guard position < length else { return isLast ? .row(length) : .incomplete }
            if bytes[position] == separator {
                position += 1
                continue
            }
            if bytes[position] == Self.carriageReturn {
                // Whether a line feed follows is known only when it is there.
                guard position + 1 < length || isLast else { return .incomplete }
                if position + 1 < length, bytes[position + 1] == Self.lineFeed { position += 1 }
            }
            lineBreaks += 1
            return .row(position + 1)
        }
    }

    /// - Returns: false when what follows the quotation mark is not there yet, nil when there is no end.
    private func quoted(
        _ bytes: UnsafePointer<UInt8>,
        _ length: Int,
        _ position: inout Int,
        _ field: inout Field,
        _ isLast: Bool
    ) -> Bool? {
        position += 1
        field.start = position
        field.hasDoubled = false
        while position < length {
            let byte = bytes[position]
            if byte == Self.lineFeed { lineBreaks += 1 }
            if byte != Self.quote {
                position += 1
                continue
            }
            guard position + 1 < length else {
                field.end = position
                position += 1
                return isLast
            }
            if bytes[position + 1] == Self.quote {
                field.hasDoubled = true
                position += 2
                continue
            }
            field.end = position
            position += 1
            while position < length {
                let byte = bytes[position]
                if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { return true }
                isLoose = true
                position += 1
            }
            return isLast
        }
        return nil
    }
}
