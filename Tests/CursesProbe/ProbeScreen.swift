import Curses
import Glibc
import OtherPrograms
import TerminalUI

/// The probe's one screen: a table above a line that says what came from the terminal last.
final class ProbeScreen {
    private let display: CursesDisplay
    private let source: ProbeRows
    private var surface: Surface
    private var table = TableState()
    private var last = "ready"
    private var batches = 0
    private var secret = ProbeSecret(arguments: CommandLine.arguments)
    private let isBare = CommandLine.arguments.contains("--bare")
    private var isEnding = false
    private var loan: Loan?
    private var hasPicture = false
    /// How the pager ended, until the terminal is there again to say it.
    private var viewed: String?
    private let events: AsyncStream<[InputEvent]>
    private let input: AsyncStream<[InputEvent]>.Continuation

    /// To whom the terminal is lent.
    private enum Loan {
        /// To one line of input.
        case line
        /// To the person's pager.
        case pager
    }

    init(display: CursesDisplay, rows: Int) {
        self.display = display
        source = ProbeRows(count: rows)
        surface = Surface(size: display.size)
        (events, input) = AsyncStream.makeStream()
    }

    func run() async {
        paint()
        // Batches are handled where they arrive; the stream only carries what has to wait for something else.
        display.setInputHandler { [weak self] batch in
            guard let self else { return }
            self.batches += 1
            for event in batch { self.handle(event) }
            if self.isEnding || self.loan != nil { self.input.yield(batch) } else { self.paint() }
        }
        for await _ in events {
            if isEnding { return }
            switch loan {
            case nil: break
            case .line: await lendForLine()
            case .pager: await lendForPager()
            }
        }
    }

    private func lendForLine() async {
        loan = nil
        await display.lend {
            print("lent")
            var line: [UInt8] = Array(repeating: 0, count: 100)
            _ = read(STDIN_FILENO, &line, 100)
        }
    }

    private func lendForPager() async {
        loan = nil
        let viewer = TextViewer(.pager, environment: CursesProbe.everything)
        let text = (1...200).map { "line \($0)" }.joined(separator: "\n")
        let outcome = await display.lend { await viewer.show(text, named: "lines") }
        viewed = "viewer \(outcome)"
    }

    /// Three lines of a picture over the table.
    private func togglePicture() {
        hasPicture.toggle()
        display.show(
            hasPicture
                ? Picture(
                    rect: Rect(column: 30, row: 5, columns: 8, rows: 3),
                    lines: ["<111111>", "<222222>", "<333333>"].map { Array("\u{1B}[7m\($0)".utf8) },
                    removal: []
                ) : nil
        )
        last = "picture \(hasPicture)"
    }

    private var body: Rect { Rect(surface.size).splitBottom(1).rest }

    private func handle(_ event: InputEvent) {
        if let words = secret?.handle(event) {
            last = words
            return
        }
        let visible = TableState.visibleRows(in: body)
        let count = source.count
        last = isBare ? "" : words(for: event)
        switch event {
        case .key(.character("q")), .hangUp: isEnding = true
        case .key(.character("j")), .key(.down): table.move(by: 1, count: count, visible: visible)
        case .key(.character("k")), .key(.up): table.move(by: -1, count: count, visible: visible)
        case .key(.pageDown): table.page(by: 1, count: count, visible: visible)
        case .key(.pageUp): table.page(by: -1, count: count, visible: visible)
        case .key(.home): table.home(count: count, visible: visible)
        case .key(.end): table.end(count: count, visible: visible)
        case .mouse(let mouse):
            switch mouse.kind {
            case .wheelDown: table.scroll(by: 3, count: count, visible: visible)
            case .wheelUp: table.scroll(by: -3, count: count, visible: visible)
            default: break
            }
        case .resize(let size): surface.resize(to: size)
        case .resumed:
            last = viewed ?? last
            viewed = nil
        default: command(event)
        }
    }

    /// What came; a paste does not show itself.
    private func words(for event: InputEvent) -> String {
        if case .paste(let pasted) = event { return "paste(\(pasted.text.debugDescription))" }
        return "\(event)".replacing("TerminalUI.", with: "")
    }

    private func command(_ event: InputEvent) {
        switch event {
        case .key(.control("z")): display.stop()
        case .key(.control("l")): display.invalidate()
        case .key(.character("y")): last = "copied \(display.copyToClipboard("Quercus robur"))"
        case .key(.character("b")): display.ring()
        case .key(.character("L")): loan = .line
        case .key(.character("v")): loan = .pager
        case .key(.character("i")): togglePicture()
        case .key(.character("e")): complain("the \u{1B}[31mprobe\u{1B}[0m complains\n")
        case .key(.character("X")): trap(on: [])
        case .key(.character("O")): last = "\(overflow(1))"
        default: break
        }
    }

    private func complain(_ text: String) {
        _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    private func trap(on empty: [Int]) {
        last = "\(empty[table.selected])"
    }

    private func overflow(_ depth: Int) -> Int {
        depth == 0 ? 0 : overflow(depth + 1) + table.selected
    }

    private func paint() {
        if surface.size != display.size { surface.resize(to: display.size) }
        surface.clear()
        let size = surface.size
        guard size.columns >= 20, size.rows >= 4 else {
            drawTooSmall(on: &surface, needed: Size(columns: 20, rows: 4))
            display.paint(surface)
            return
        }
        let layout = TableLayout(
            columns: ProbeRows.columns,
            width: TableLayout<ProbeRows.Column>.contentWidth(of: body)
        )
        drawTable(on: &surface, in: body, layout: layout, source: source, state: table)
        let status = Rect(size).splitBottom(1).bottom
        surface.fill(status, style: Style(on: .bar))
        surface.write(
            "\(table.selected + 1)/\(source.count) \(size.columns)x\(size.rows) \(last)",
            at: status.origin,
            style: Style(on: .bar)
        )
        display.paint(surface)
    }
}
