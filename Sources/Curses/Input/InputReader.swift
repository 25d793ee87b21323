import Dispatch
import Glibc
import SecretMemory
import TerminalUI

/// Reads the terminal whenever there is something, and hands out all of it as one batch of events.
///
/// It sleeps otherwise. The one timer is armed when Escape was the last byte, and fires once.
@safe final class InputReader {
    /// What a program may send at once before it has to wait for the next turn.
    private static let batchLimit = 1 << 20
    /// Bytes of one read.
    private static let pieceLimit = 1 << 16

    private let descriptor: Int32
    private let escapeDelay: Int
    private let deliver: ([InputEvent]) -> Void
    private let closed: () -> Void
    private var decoder: InputDecoder
    private var isListening = false
    /// Counts the turns, so that a timer knows whether it is late.
    private var settling = 0

    /// - Parameters:
    ///   - descriptor: the terminal.
    ///   - keys: what its keys send.
    ///   - escapeDelay: milliseconds after which Escape is a key of its own.
    ///   - deliver: who gets the events.
    ///   - closed: called once when the terminal is gone.
    init(
        descriptor: Int32,
        keys: KeySequences,
        escapeDelay: Int,
        deliver: @escaping ([InputEvent]) -> Void,
        closed: @escaping () -> Void
    ) {
        self.descriptor = descriptor
        self.escapeDelay = escapeDelay
        self.deliver = deliver
        self.closed = closed
        decoder = InputDecoder(keys: keys)
    }

    /// Begins to listen; again after `stop`.
    func start() {
        guard !isListening else { return }
        isListening = true
        MainLoop.watch(descriptor) { [weak self] in self?.read() }
    }

    /// Leaves what comes from now on to somebody else.
    func stop() {
        if isListening { MainLoop.unwatch() }
        isListening = false
        settling += 1
        decoder = InputDecoder(keys: decoder.keys)
    }

    private func read() {
        guard isListening else { return }
        var events: [InputEvent] = []
        var taken = 0
        var isClosed = false
        while taken < Self.batchLimit {
            var problem: Int32 = 0
            // What is typed may be a password, so the bytes are overwritten once they are decoded.
            let piece = unsafe SecretBytes(capacity: Self.pieceLimit) { memory in
                let count = unsafe Glibc.read(descriptor, memory.baseAddress, memory.count)
                if count < 0 { problem = errno }
                return max(0, count)
            }
            if problem == EINTR { continue }
            guard !piece.isEmpty else {
                isClosed = problem != EAGAIN
                break
            }
            taken += piece.count
            events += unsafe piece.withBytes { unsafe decoder.decode($0, at: Self.milliseconds) }
            guard isMoreWaiting else { break }
        }
        settling += 1
        if !events.isEmpty { deliver(events) }
        if isClosed {
            stop()
            closed()
        } else if decoder.isAmbiguous {
            settleLater()
        }
    }

    private var isMoreWaiting: Bool {
        var count: Int32 = 0
        return unsafe ioctl(descriptor, UInt(FIONREAD), &count) == 0 && count > 0
    }

    private func settleLater() {
        let turn = settling
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(escapeDelay)) { [weak self] in
            MainActor.assumeIsolated {
                guard let self, self.settling == turn else { return }
                let events = self.decoder.settle()
                if !events.isEmpty { self.deliver(events) }
            }
        }
    }

    private static var milliseconds: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
