internal import INaturalist

/// Observations in JSON, one a line.
final class LineRows: RowSequence {
    private let window: ByteWindow
    private let decoder: RowDecoder
    private var line = 1

    init(_ window: ByteWindow, site: String) {
        self.window = window
        decoder = RowDecoder(site: site)
    }

    func describe(_ report: inout FileReport) {
        report.kind = .lines
    }

    func next() throws(ImportError) -> Row? {
        while true {
            var isTooLong = false
            var searched = 0
            var length: Int?
            while length == nil {
                if let end = window.bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                    length = end
                    break
                }
                searched = window.count
                if window.isFull {
                    isTooLong = true
                    window.drop(searched)
                    searched = 0
                }
                guard try window.fill() else {
                    if window.count == 0, !isTooLong { return nil }
                    break
                }
            }
            let own = line
            let text = window.bytes.prefix(length ?? window.count)
            defer {
                window.drop(length.map { $0 + 1 } ?? window.count)
                line += 1
            }
            if isTooLong { return Row(line: own, result: .failure(.tooLong)) }
            if text.allSatisfy({ [0x20, 0x09, 0x0D, 0x1E].contains($0) }) { continue }
            return Row(line: own, result: decoder.row(Array(text)))
        }
    }
}
