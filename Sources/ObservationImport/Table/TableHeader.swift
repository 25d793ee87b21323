/// What a table's first line says: how fields are separated, and which field is which column.
struct TableHeader {
    /// The byte between fields.
    let separator: UInt8
    /// How many fields a row has.
    let fieldCount: Int
    /// The field of each column; nil for those that are not there.
    let fields: [TableColumn: Int]
    /// Columns of the website's export that the table has no place for.
    let unused: [String]
    /// Columns that nobody knows, and those whose name was there before.
    let unknown: [String]
    /// How many bytes the line has, with its end.
    let length: Int
    /// How many line breaks it has.
    let lineBreaks: Int

    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    /// More columns than any table that is worth reading.
    static let fieldLimit = 4_096

    /// Tries each separator; the one that gives the most known columns is taken. Names are compared without the blanks
    /// around them and without case.
    ///
    /// - Returns: nil when no column is known, or the first line is not whole.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let headers = Self.separators.compactMap { TableHeader(bytes, isLast: isLast, separator: $0) }
        guard let best = headers.max(by: { $0.fields.count < $1.fields.count }), !best.fields.isEmpty else {
            return nil
        }
        self = best
    }

    /// The names in the first line as they are, for telling that none is known.
    static func names(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> [String] {
        separators.compactMap { names(bytes, isLast: isLast, separator: $0)?.names }
            .max { $0.count < $1.count } ?? []
    }

    private init?(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, separator: UInt8) {
        guard let line = Self.names(bytes, isLast: isLast, separator: separator) else { return nil }
        var fields: [TableColumn: Int] = [:]
        var unused: [String] = []
        var unknown: [String] = []
        for (index, name) in line.names.enumerated() {
            let key = name.lowercased()
            if let column = TableColumn(rawValue: key), fields[column] == nil {
                fields[column] = index
            } else if TableColumn.isUnused(key) {
                unused.append(name)
            } else {
                unknown.append(name)
            }
        }
        self.separator = separator
        self.fields = fields
        self.unused = unused
        self.unknown = unknown
        fieldCount = line.names.count
        length = line.length
        lineBreaks = line.lineBreaks
    }

    private static func names(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        separator: UInt8
    ) -> (names: [String], length: Int, lineBreaks: Int)? {
        guard let first = bytes.baseAddress else { return nil }
        let scanner = TableScanner(separator: separator, capacity: fieldLimit)
        guard case .row(let length) = scanner.scan(first, bytes.count, isLast: isLast),
            scanner.count <= fieldLimit
        else { return nil }
        let names = (0..<scanner.count).map { index in
            let field = scanner[index]
            let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
            return trimmed(text)
        }
        return (names, length, scanner.lineBreaks)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
