import Browser
import Curses
import Dispatch
import Glibc
import INaturalist
import SecretMemory

/// Standard input and output as plain mode uses them: lines, and nothing but lines.
///
/// Nothing wakes the program while nobody types: the main loop watches the input only while a line is wanted. A line
/// may turn out to be a secret, so what was read is overwritten once it is taken.
@MainActor
final class PlainTerminal: LineTerminal {
    /// No line is longer than a megabyte.
    private static let limit = 1 << 20
    /// Bytes of one read.
    private static let pieceLimit = 1 << 16

    let isUnicode: Bool
    let isConversation = isatty(STDIN_FILENO) == 1
    /// What was read behind the last line that was taken.
    private var rest = SecretBytes.empty
    /// Whether the input has come to its end, or nobody reads what is written.
    private var isOver = false
    /// The prompt that stands open on the terminal.
    private var prompt: String?
    private var asking: CheckedContinuation<SecretBytes?, Never>?
    private var interrupt: (any DispatchSourceSignal)?

    /// - Parameters:
    ///   - environment: its locale says whether characters beyond ASCII can be shown.
    ///   - usesASCII: whether none is written anyway.
    init(environment: [String: String], usesASCII: Bool = false) {
        isUnicode = !usesASCII && TerminalSession.namesUTF8(environment)
    }

    func setEndHandler(_ handler: @escaping @MainActor () -> Void) {
        // The default would end the program before tokens that nobody keeps are given up; the second Ctrl-C does.
        signal(SIGINT, SIG_IGN)
        let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .main)
        interrupt.setEventHandler {
            MainActor.assumeIsolated {
                signal(SIGINT, SIG_DFL)
                handler()
            }
        }
        interrupt.resume()
        self.interrupt = interrupt
    }

    func line(_ prompt: String) async -> String? {
        if isConversation { send(prompt) }
        self.prompt = prompt
        let line = await nextLine()
        self.prompt = nil
        guard let line else {
            if isConversation { send("\n") }
            return nil
        }
        return line.exposed
    }

    func secret(_ prompt: String) async -> SecretBytes? {
        guard isConversation else { return await nextLine() }
        return (try? TerminalPrompt.secret(prompt, marksPaste: false)) ?? nil
    }

    func write(_ lines: [String]) {
        let isOpen = isConversation && prompt != nil
        send((isOpen ? "\n" : "") + lines.map { $0 + "\n" }.joined() + (isOpen ? prompt ?? "" : ""))
    }

    func suspend() {
        // Without a terminal there is no shell that could wake it again.
        if isConversation { raise(SIGTSTP) }
    }

    func end() {
        isOver = true
        answer(nil)
    }

    // MARK: - Reading

    private func nextLine() async -> SecretBytes? {
        if let line = takeLine() { return line }
        guard !isOver else { return nil }
        return await withCheckedContinuation { continuation in
            asking = continuation
            MainLoop.watch(STDIN_FILENO) { [weak self] in self?.read() }
        }
    }

    private func answer(_ line: SecretBytes?) {
        guard let asking else { return }
        self.asking = nil
        MainLoop.unwatch()
        asking.resume(returning: line)
    }

    private func read() {
        var problem: Int32 = 0
        let piece = SecretBytes(capacity: Self.pieceLimit) { memory in
            let count = Glibc.read(STDIN_FILENO, memory.baseAddress, memory.count)
            if count < 0 { problem = errno }
            return max(0, count)
        }
        if piece.isEmpty {
            guard problem != EINTR, problem != EAGAIN else { return }
            isOver = true
            // A last line without a line break is a line.
            let last = rest
            rest = .empty
            return answer(last.isEmpty ? nil : last)
        }
        rest = rest.replacing(rest.count..<rest.count, with: piece)
        if let line = takeLine() { answer(line) }
    }

    /// The first whole line of what was read, without its line break.
    private func takeLine() -> SecretBytes? {
        let all = rest
        guard
            let length = all.withBytes({ $0.firstIndex(of: UInt8(ascii: "\n")) })
                ?? (all.count >= Self.limit ? all.count : nil)
        else { return nil }
        rest = all.replacing(0..<min(length + 1, all.count))
        let isReturned = length > 0 && all.withBytes { $0[length - 1] } == UInt8(ascii: "\r")
        return all.replacing(length - (isReturned ? 1 : 0)..<all.count)
    }

    // MARK: - Writing

    /// Writes all of a text. When nobody takes it any more, the input is over as well.
    private func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return end() }
            rest = rest.dropFirst(count)
        }
    }
}
