/// The part of a file that is being looked at: what was read and is not done with yet.
///
/// Reading never holds the file: the window is as large as the longest row, and ``limit`` at most.
final class ByteWindow {
    /// No row is longer, bytes. A quotation mark without its pair, or a gigabyte without a line break, ends here.
    static let limit = 8 << 20
    private static let firstCapacity = 1 << 20

    /// Where it comes from.
    let source: ByteSource
    /// How many bytes are behind the window.
    private(set) var offset = 0
    /// Whether the last byte of the file is in the window.
    private(set) var isAtEnd = false

    private var memory: UnsafeMutablePointer<UInt8>
    /// How large it is, bytes.
    private(set) var capacity: Int
    private var start = 0
    private var end = 0

    init(_ source: ByteSource) {
        self.source = source
        capacity = Self.firstCapacity
        memory = .allocate(capacity: capacity)
    }

    deinit {
        memory.deallocate()
    }

    /// The first byte; valid until the next ``fill()``.
    var first: UnsafePointer<UInt8> { UnsafePointer(memory + start) }
    /// How many bytes there are.
    var count: Int { end - start }
    /// Whether a row that is still not whole is too long to go on with.
    var isFull: Bool { count >= Self.limit }

    /// The bytes; valid until the next ``fill()``.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: first, count: count) }

    /// Is done with that many bytes.
    func drop(_ count: Int) {
        start += count
        offset += count
    }

    /// Reads more behind what is there.
    ///
    /// - Returns: whether something came; false at the end of the file.
    /// - Throws: ``ImportError/cancelled`` and ``ImportError/cannotRead(name:reason:)``.
    func fill() throws(ImportError) -> Bool {
        if isAtEnd { return false }
        if start > 0 {
            memory.update(from: memory + start, count: count)
            end -= start
            start = 0
        }
        if end == capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            larger.update(from: memory, count: end)
            memory.deallocate()
            memory = larger
            capacity *= 2
        }
        let held = try source.read(into: memory + end, capacity - end)
        if held == 0 { isAtEnd = true }
        end += held
        return held > 0
    }
}
