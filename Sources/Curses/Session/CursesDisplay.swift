import CTerminalGuard
import Dispatch
package import TerminalUI

/// The terminal that this process runs in, as screens see it.
///
/// Each frame is one write. Nothing is written and nothing wakes up while nobody types and nothing changes.
package final class CursesDisplay: TerminalDisplay {
    let painter: CursesPainter
    private let output: TerminalOutput
    private let name: String
    private let environment: [String: String]
    private let usesMouse: Bool
    private var modes: TerminalModes
    private var input: InputReader?
    private var wake: (any DispatchSourceRead)?
    private var handler: (@MainActor ([InputEvent]) -> Void)?
    /// Whether the next frame is the first since the terminal was taken.
    private var isFresh = true
    private(set) var isClosed = false
    var frame: [UInt8] = []
    /// The picture that frames are to have, and the one that the terminal shows.
    var wantedPicture: Picture?
    var shownPicture: Picture?
    private let clipboard: TerminalClipboard

    package var size: Size { painter.size }

    package var traits: DisplayTraits {
        DisplayTraits(colours: painter.depth, isUnicode: painter.isUnicode, cellPixels: output.cellPixels)
    }

    /// Takes the terminal; the guard is installed already.
    init(
        painter: CursesPainter,
        output: TerminalOutput,
        name: String,
        mouse: Bool,
        environment: [String: String]
    ) throws(TerminalError) {
        self.painter = painter
        self.output = output
        self.name = name
        self.environment = environment
        usesMouse = mouse
        clipboard = Clipboard.knowledge(
            terminal: name,
            hasCapability: painter.hasCapability("Ms"),
            environment: environment
        )
        modes = painter.modes(mouse: mouse)
        input = nil
        setRestoration()
        guard terminal_guard_take() else { throw .failed("switching the terminal to raw mode") }
    }

    package func setInputHandler(_ handler: @escaping @MainActor ([InputEvent]) -> Void) {
        self.handler = handler
        guard input == nil, !isClosed else { return }
        let input = InputReader(
            descriptor: 0,
            keys: painter.keys,
            escapeDelay: environment["ESCDELAY"].flatMap { Int($0) }.map { min(max(0, $0), 1_000) } ?? 25,
            deliver: { [weak self] events in
                terminal_guard_prepare_thread()
                self?.handler?(events)
            },
            closed: { [weak self] in self?.close() }
        )
        self.input = input
        input.start()
        let wake = DispatchSource.makeReadSource(
            fileDescriptor: terminal_guard_wake_descriptor(),
            queue: .main
        )
        wake.setEventHandler { [weak self] in
            MainActor.assumeIsolated { self?.answerSignals() }
        }
        self.wake = wake
        wake.resume()
    }

    package func paint(_ surface: Surface) {
        guard terminal_guard_has_taken(), !isClosed else { return }
        frame.removeAll(keepingCapacity: true)
        if isFresh { frame += modes.taking }
        frame += modes.frameStart
        let empty = frame.count
        removeOldPicture()
        let start = frame.count
        painter.paint(surface, into: &frame)
        drawPicture(over: start)
        guard frame.count > empty else { return }
        frame += modes.frameEnd
        isFresh = false
        write(frame)
    }

    package func invalidate() {
        painter.forget()
    }

    package func clipboard(for text: String) -> TerminalClipboard {
        // Terminals without private modes print what they do not know.
        modes.frameStart.isEmpty || text.utf8.count > Clipboard.limit ? .refuses : clipboard
    }

    package func copyToClipboard(_ text: String) -> Bool {
        guard terminal_guard_has_taken(), !isClosed, clipboard(for: text) != .refuses else { return false }
        let isInTmux = environment["TMUX"].map { !$0.isEmpty } ?? false
        guard let bytes = Clipboard.sequence(for: text, terminal: name, isInTmux: isInTmux) else {
            return false
        }
        write(bytes)
        return !isClosed
    }

    package func ring() {
        guard terminal_guard_has_taken() else { return }
        write([0x07])
    }

    package func stop() {
        guard terminal_guard_has_taken() else { return }
        release()
        terminal_guard_stop_job()
        takeAgain()
    }

    package func lend<Result>(_ body: () async -> Result) async -> Result {
        let hadTaken = terminal_guard_has_taken()
        if hadTaken {
            release()
            terminal_guard_set_lent(true)
        }
        let result = await body()
        if hadTaken {
            terminal_guard_set_lent(false)
            takeAgain()
        }
        return result
    }

    /// Gives the terminal back for good.
    func end() {
        forgetPicture()
        input?.stop()
        input = nil
        wake?.cancel()
        wake = nil
        handler = nil
        painter.leave()
        terminal_guard_remove()
    }

    private func release() {
        forgetPicture()
        input?.stop()
        painter.leave()
        terminal_guard_release()
    }

    private func takeAgain() {
        guard terminal_guard_take() else { return close() }
        isFresh = true
        painter.forget()
        let isResized = takeSize()
        input?.start()
        // As an event of its own: whoever asked for the stop is still in the middle of its own turn.
        DispatchQueue.main.async { [weak self] in
            MainActor.assumeIsolated {
                guard let self else { return }
                self.handler?(isResized ? [.resize(self.size), .resumed] : [.resumed])
            }
        }
    }

    private func answerSignals() {
        guard wake != nil else { return }
        let requests = terminal_guard_requests()
        func asks(_ request: TerminalGuardRequest) -> Bool { requests & request.rawValue != 0 }
        guard terminal_guard_has_taken(), !isClosed else { return }
        if asks(TerminalGuardStopAsked) {
            stop()
        } else if asks(TerminalGuardContinued) {
            takeAgain()
        } else if asks(TerminalGuardResized), takeSize() {
            handler?([.resize(size)])
        }
    }

    /// Asks the terminal for its size; true if it is another than before.
    private func takeSize() -> Bool {
        guard let cells = output.size else { return false }
        let size = Size(columns: cells.columns, rows: cells.rows)
        guard size != painter.size else { return false }
        painter.resize(to: size)
        modes = painter.modes(mouse: usesMouse)
        setRestoration()
        return true
    }

    private func setRestoration() {
        unsafe modes.restoring.withUnsafeBytes { bytes in
            unsafe terminal_guard_set_restoration(bytes.baseAddress, bytes.count)
        }
    }

    func write(_ bytes: [UInt8]) {
        if !output.write(bytes) { close() }
    }

    /// The terminal is gone: says so once, and reads and writes no more.
    private func close() {
        guard !isClosed else { return }
        isClosed = true
        input?.stop()
        DispatchQueue.main.async { [weak self] in
            MainActor.assumeIsolated { self?.handler?([.hangUp]) }
        }
    }
}
