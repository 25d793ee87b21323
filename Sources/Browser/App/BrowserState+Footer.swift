internal import INaturalist
internal import TerminalUI

/// The line at the foot: what is typed there, what is said, or the keys that do something now.
extension BrowserState {
    nonisolated func drawFooter(on surface: inout Surface) {
        let line = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        surface.fill(line, style: Style(.text, on: .bar))
        switch prompt {
        case .find(let find):
            surface.write(StyledLine(" / ", .key), in: line, on: .bar)
            find.field.draw(on: &surface, in: line.inset(left: 3, right: 1), isFocused: true)
            return
        case .filter(let filter): return filter.draw(on: &surface, in: line)
        case .box(let box): return box.draw(on: &surface, in: Rect(size).inset(top: 1))
        case .goTo(let goTo): return goTo.draw(on: &surface, in: line)
        case nil: break
        }
        if let message = message ?? waitingMessage {
            draw(message, on: &surface)
        } else {
            let hints = hints
            let room = room(for: hints)
            if room.right < line.right - 1 {
                let version = StyledLine(Self.version, .muted)
                surface.write(version, in: line, on: .bar, alignment: .trailing)
            }
            drawKeyHints(on: &surface, in: room, hints: hints)
        }
    }

    /// A message that is longer than the line takes another two from the screen above, until the next key.
    private nonisolated func draw(_ message: Message, on surface: inout Surface) {
        let columns = max(1, size.columns - 2)
        let lines = TerminalText.wrapped(message.text, to: columns)
        let shown =
            lines.count <= Self.mostMessageLines ? lines : Array(lines.prefix(Self.mostMessageLines - 1))
        let room = Rect(size).splitBottom(min(lines.count, Self.mostMessageLines)).bottom
        surface.fill(room, style: Style(.text, on: .bar))
        for (row, text) in shown.enumerated() {
            surface.write(StyledLine(" " + text, message.role), in: room.line(row), on: .bar)
        }
        guard shown.count < lines.count else { return }
        // What is left goes on in one line, as far as it has room; all of it is among the messages.
        let rest = lines[shown.count...].joined(separator: " ")
        surface.write(StyledLine(" " + rest, message.role), in: room.line(shown.count), on: .bar)
    }

    private nonisolated static var mostMessageLines: Int { 3 }

    private nonisolated static let version = "inatty \(Version.current) "

    /// Where the hints stand: beside the version where there is room for both.
    private nonisolated func room(for hints: [KeyHint]) -> Rect {
        let line = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        let keys = line.inset(left: 1, right: Self.version.count + 2)
        let isRoomy = hints.map { $0.columns + 2 }.reduce(0, +) <= keys.columns
        return isRoomy ? keys : line.inset(left: 1, right: 1)
    }

    /// The commands that the footer tells of, where their hints stand: for clicks.
    nonisolated var placedHints: [(command: CommandID, rect: Rect)] {
        let hints = hints
        let commands = hinted.map(\.command.id)
        return layoutKeyHints(in: room(for: hints), hints: hints).map { (commands[$0.index], $0.rect) }
    }

    private nonisolated var hints: [KeyHint] {
        hinted.map { command, key in
            KeyHint(key: command.id == .moveDown && key == .down ? "↑↓" : key.label, title: command.title)
        }
    }

    private nonisolated var hinted: [(command: Command, key: Key)] {
        CommandTable.commands(in: context)
            .filter { $0.footer != nil && reason(against: $0.id) == nil }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
            .compactMap { command in
                preferences.keys.keys(for: command.id, in: context).first.map { (command, $0) }
            }
    }
}
