import CNcurses
import Glibc

/// Where ncurses writes: a file in memory, which a frame of any size fits into without waiting for a reader.
///
/// ncurses writes once per cursor movement; collecting that is what makes a frame one write.
@safe final class FrameSink {
    /// What ncurses takes for its terminal.
    let stream: UnsafeMutablePointer<FILE>
    private let descriptor: Int32

    init() throws(TerminalError) {
        let descriptor = curses_memory_file()
        guard descriptor >= 0, let stream = unsafe fdopen(descriptor, "w+") else {
            throw .failed("making a file in memory")
        }
        self.descriptor = descriptor
        unsafe self.stream = stream
    }

    isolated deinit {
        unsafe fclose(stream)
    }

    /// Appends what was written since the last time.
    func drain(into frame: inout [UInt8]) {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return }
        let start = frame.count
        frame.append(contentsOf: repeatElement(0, count: count))
        unsafe frame.withUnsafeMutableBytes { bytes in
            let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            _ = unsafe pread(descriptor, room.baseAddress, room.count, 0)
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    /// Throws away what was written since the last time.
    func discard() {
        lseek(descriptor, 0, SEEK_SET)
    }
}
