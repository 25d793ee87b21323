internal import INaturalist

/// The rows of a table, one after another.
final class TableRows: RowSequence {
    private let window: ByteWindow
    private let scanner: TableScanner
    private let decoder: TableDecoder
    private let header: TableHeader
    private var line: Int
    /// Inside of a line that was given up, up to its end.
    private var isSkipping = false

    init(_ header: TableHeader, _ window: ByteWindow, site: String) {
        self.header = header
        self.window = window
        scanner = TableScanner(separator: header.separator, capacity: header.fieldCount)
        decoder = TableDecoder(header, site: site)
        line = 1 + header.lineBreaks
        window.drop(header.length)
    }

    func describe(_ report: inout FileReport) {
        report.kind = .table(separator: Character(Unicode.Scalar(header.separator)))
        report.remarks = decoder.remarks
        report.unusedColumns = header.unused
        report.unknownColumns = header.unknown
    }

    func next() throws(ImportError) -> Row? {
        while true {
            if isSkipping, try !skipLine() { return nil }
            if window.count == 0, try !window.fill() { return nil }
            switch scanner.scan(window.first, window.count, isLast: window.isAtEnd) {
            case .row(let length):
                let row = row(length)
                line += scanner.lineBreaks
                window.drop(length)
                if let row { return row }
            case .incomplete:
                if window.isFull {
                    isSkipping = true
                    return Row(line: line, result: .failure(.tooLong))
                }
                _ = try window.fill()
            case .unclosed:
                isSkipping = true
                return Row(line: line, result: .failure(.unclosedQuotationMark))
            }
        }
    }

    /// The row that was scanned; nil for a blank line.
    private func row(_ length: Int) -> Row? {
        if scanner.count == 1, isBlank(length) { return nil }
        if scanner.isLoose { return Row(line: line, result: .failure(.looseQuotationMark)) }
        guard isFitting else {
            return Row(line: line, result: .failure(.fieldCount(scanner.count, expected: header.fieldCount)))
        }
        var row = TableRow(
            bytes: window.first,
            scanner: scanner,
            decimalComma: header.separator != UInt8(ascii: ",")
        )
        do throws(RowRefusal) {
            let observation = try decoder.observation(&row, line: line)
            return Row(line: line, result: .success(observation), isDamaged: row.isDamaged)
        } catch {
            return Row(line: line, result: .failure(error))
        }
    }

    private var isFitting: Bool { scanner.count == header.fieldCount }

    private func isBlank(_ length: Int) -> Bool {
        window.bytes.prefix(length).allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }

    /// Goes to the line behind one that was given up; the rows in what was taken for a field are read then.
    ///
    /// - Returns: false when there is none.
    private func skipLine() throws(ImportError) -> Bool {
        while true {
            if let end = window.bytes.firstIndex(of: UInt8(ascii: "\n")) {
                window.drop(end + 1)
                line += 1
                isSkipping = false
                return true
            }
            window.drop(window.count)
            guard try window.fill() else { return false }
        }
    }
}
