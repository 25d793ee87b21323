import Synchronization
import Testing

@testable import TerminalUI

@Suite("Table")
struct TableTests {
    /// What a source was asked, kept over the frame.
    private final class Requests: Sendable {
        let cells = Mutex<[Int: [String]]>([:])
        let windows = Mutex<[Range<Int>]>([])
    }

    private struct Source: TableRowSource {
        var count: Int
        var requests = Requests()

        mutating func load(rows: Range<Int>) {
            requests.windows.withLock { $0.append(rows) }
        }

        func cell(row: Int, column: String) -> Span {
            requests.cells.withLock { $0[row, default: []].append(column) }
            return Span("\(column)\(row)", column == "b" ? .trueFace : .text)
        }
    }

    private let columns: [TableColumn<String>] = [
        TableColumn(id: "a", title: "Name", minimum: 4, ideal: 6, growth: 1, priority: 0),
        TableColumn(id: "b", title: "±", minimum: 4, ideal: 6, priority: 1, alignment: .trailing),
    ]

    private func draw(_ size: Size, _ source: Source, _ state: TableState, isFocused: Bool = true) -> Surface
    {
        var surface = Surface(size: size)
        let rect = Rect(size)
        let layout = TableLayout(columns: columns, width: TableLayout<String>.contentWidth(of: rect))
        drawTable(on: &surface, in: rect, layout: layout, source: source, state: state, isFocused: isFocused)
        return surface
    }

    @Test("header, rows and the selected line")
    func looks() {
        let surface = draw(Size(columns: 20, rows: 4), Source(count: 2), TableState(selected: 1))
        #expect(surface.lines == [" Name             ±", " a0              b0", " a1              b1", ""])
        #expect(surface.row(2).allSatisfy { $0.style.ground == .selected })
        #expect(surface.row(1).allSatisfy { $0.style.ground == .normal })
        #expect(surface.row(0).contains { $0.style.role == .heading })
        #expect(surface[Position(column: 17, row: 2)].style == Style(.trueFace, on: .selected))
    }

    @Test("a table without the keyboard shows its selection on a quieter ground")
    func unfocused() {
        let surface = draw(
            Size(columns: 20, rows: 4),
            Source(count: 2),
            TableState(selected: 1),
            isFocused: false
        )
        #expect(surface.row(2).allSatisfy { $0.style.ground == .bar })
    }

    @Test("a scrollbar stands in the last column when there is more than fits, and only then")
    func scrollbar() {
        let all = draw(Size(columns: 20, rows: 4), Source(count: 3), TableState())
        #expect(all.row(1).last?.isBlank == true)
        let more = draw(Size(columns: 20, rows: 4), Source(count: 4), TableState())
        #expect((1...3).map { more[Position(column: 19, row: $0)].text } == ["█", "█", "░"])
        #expect(more[Position(column: 19, row: 0)].isBlank)
    }

    @Test("a million rows cost no more than those in view", arguments: [0, 1, 500_000, 999_990, 999_999])
    func window(_ selected: Int) {
        let source = Source(count: 1_000_000)
        var state = TableState()
        state.moveTo(selected, count: source.count, visible: 39)
        let surface = draw(Size(columns: 120, rows: 40), source, state)
        let expected = state.visible(count: source.count, rows: 39)
        #expect(expected.count == 39)
        #expect(source.requests.windows.withLock { $0 } == [expected])
        let asked = source.requests.cells.withLock { $0 }
        #expect(Set(asked.keys) == Set(expected))
        #expect(asked.values.allSatisfy { $0 == ["a", "b"] })
        #expect(surface.lines[1].hasPrefix(" a\(expected.lowerBound) "))
    }

    @Test("a state that no longer fits is brought back before anything is asked")
    func staleState() {
        let source = Source(count: 5)
        let surface = draw(Size(columns: 20, rows: 4), source, TableState(selected: 90, top: 80))
        #expect(source.requests.windows.withLock { $0 } == [2..<5])
        #expect(surface.row(3).contains { $0.style.ground == .selected })
    }

    @Test("a table at any place and size keeps to its rectangle", arguments: everySize)
    func sizes(_ size: Size) {
        for count in [0, 1, 1000] {
            let surface = draw(size, Source(count: count), TableState(selected: count / 2))
            #expect(surface.flaws == [])
        }
        var surface = Surface(size: size)
        surface.fill(Rect(size), with: "~", style: Style())
        let rect = Rect(column: 3, row: 2, columns: 9, rows: 3)
        let layout = TableLayout(columns: columns, width: TableLayout<String>.contentWidth(of: rect))
        drawTable(on: &surface, in: rect, layout: layout, source: Source(count: 99), state: TableState())
        for row in 0..<size.rows {
            for column in 0..<size.columns where !rect.contains(Position(column: column, row: row)) {
                #expect(surface[Position(column: column, row: row)].text == "~")
            }
        }
    }
}
