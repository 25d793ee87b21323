internal import Glibc

/// The ways to a child's standard input, output and error. What is still open closes with the object.
///
/// They are pairs of sockets: pipes that no other child of this program inherits need `pipe2`, which Swift's Glibc module
/// does not have.
final class Streams {
    /// The child's ends, in the order of its descriptors.
    private(set) var farEnds: [Int32]
    /// This program's ends, in the same order; -1 once closed.
    private(set) var nearEnds: [Int32]

    private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

    /// Nil when there are no descriptors left; `errno` says so.
    init?() {
        var pairs: [[Int32]] = []
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            guard socketpair(AF_UNIX, Self.kind, 0, &pair) == 0 else {
                let code = errno
                for end in pairs.joined() { close(end) }
                errno = code
                return nil
            }
            pairs.append(pair)
        }
        farEnds = [pairs[0][0], pairs[1][1], pairs[2][1]]
        nearEnds = [pairs[0][1], pairs[1][0], pairs[2][0]]
        for end in nearEnds { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        closeFarEnds()
        for index in nearEnds.indices { closeNearEnd(index) }
    }

    func closeFarEnds() {
        for end in farEnds { close(end) }
        farEnds = []
    }

    func closeNearEnd(_ index: Int) {
        guard nearEnds[index] >= 0 else { return }
        close(nearEnds[index])
        nearEnds[index] = -1
    }
}

/// What goes through the pipes.
struct Traffic {
    private let streams: Streams
    private var input: ArraySlice<UInt8>
    /// What the child wrote, as far as it is not more than a sane program writes.
    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []

    private let sizeLimit: Int

    init(_ streams: Streams, input: [UInt8], sizeLimit: Int) {
        self.streams = streams
        self.sizeLimit = sizeLimit
        self.input = input[...]
        if input.isEmpty { streams.closeNearEnd(0) }
    }

    /// Whether every pipe is closed, by either side.
    var isOver: Bool { streams.nearEnds.allSatisfy { $0 < 0 } }

    /// Waits until something can be moved, or for that time, and moves it.
    mutating func move(forMilliseconds limit: Int32) {
        var ends = streams.nearEnds.enumerated().map { index, end in
            pollfd(fd: end, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
        }
        guard poll(&ends, nfds_t(ends.count), limit) > 0 else { return }
        if ends[0].revents != 0 { send() }
        if ends[1].revents != 0 { receive(1, into: &output) }
        if ends[2].revents != 0 { receive(2, into: &errors) }
    }

    /// Takes what is left in the pipes of a child that has ended.
    mutating func drain() {
        receive(1, into: &output)
        receive(2, into: &errors)
    }

    private mutating func send() {
        let count = input.withUnsafeBytes { write(streams.nearEnds[0], $0.baseAddress, $0.count) }
        if count < 0 {
            if errno != EAGAIN, errno != EINTR { streams.closeNearEnd(0) }
            return
        }
        input = input.dropFirst(count)
        // The end of its input is what the child waits for.
        if input.isEmpty { streams.closeNearEnd(0) }
    }

    private func receive(_ index: Int, into bytes: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while streams.nearEnds[index] >= 0 {
            let count = read(streams.nearEnds[index], &buffer, buffer.count)
            if count > 0 {
                if bytes.count < sizeLimit { bytes += buffer[..<count] }
            } else if count < 0, errno == EINTR {
                continue
            } else {
                if count == 0 || errno != EAGAIN { streams.closeNearEnd(index) }
                return
            }
        }
    }
}
