import TestSupport
import Testing

@testable import TerminalUI

@Suite("Pick list, drawn")
struct PickListDrawTests {
    private static let sizes = [
        Size(columns: 60, rows: 15), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36),
    ]
    private let list = PickList(PickListSamples.items, hint: "Type to find a command")

    private func draw(_ list: PickList<String>, _ size: Size, isFocused: Bool = true) -> Surface {
        var surface = Surface(size: size)
        list.draw(on: &surface, in: Rect(size), isFocused: isFocused)
        return surface
    }

    private func snapshot(_ list: PickList<String>, _ name: String, _ size: Size) {
        expectSnapshot(draw(list, size).snapshot, named: "pick-list-\(name)-\(size.columns)x\(size.rows)")
    }

    @Test("all items under their headings", arguments: sizes)
    func all(_ size: Size) { snapshot(list, "all", size) }

    @Test("what was found, with the matched letters lit", arguments: sizes)
    func found(_ size: Size) {
        snapshot(PickListSamples.typing("co po", into: list), "found", size)
    }

    @Test("an item that cannot be picked says why, and its help stands below", arguments: sizes)
    func disabled(_ size: Size) {
        snapshot(PickList(PickListSamples.items, isFiltering: false, selected: "true"), "disabled", size)
    }

    @Test("a help that is too long for its line stands whole below the list", arguments: sizes)
    func longHelp(_ size: Size) {
        snapshot(PickList(PickListSamples.items, selected: "units"), "help", size)
    }

    @Test("when nothing matches it says so, and what to do")
    func empty() {
        let surface = draw(PickListSamples.typing("xyz", into: list), Size(columns: 60, rows: 15))
        #expect(surface.lines[2] == " Nothing matches “xyz”. Esc shows all.")
        #expect(surface.lines[0].hasPrefix(" xyz") && surface.lines[0].hasSuffix("0 of 10"))
        #expect(surface.flaws == [])
    }

    @Test("a query that could do harm is shown harmless")
    func hostile() {
        var list = list
        _ = list.handle(.paste(PastedText("\u{1B}[31mxyz\u{202E}")))
        list.settle()
        let surface = draw(list, Size(columns: 60, rows: 15))
        #expect(surface.flaws == [])
        #expect(surface.lines[2].hasPrefix(" Nothing matches “"))
    }

    @Test("matched letters are lit where they are, on the ground of their line")
    func lit() {
        let surface = draw(PickListSamples.typing("ctp", into: list), Size(columns: 80, rows: 24))
        let lit = surface.row(2).filter { $0.style.role == .match }
        #expect(lit.map(\.text) == ["C", "t", "p"])
        #expect(lit.allSatisfy { $0.style.ground == .selected })
    }

    @Test("without the keyboard the selection is on a quieter ground, and there is no cursor")
    func unfocused() {
        let surface = draw(list, Size(columns: 60, rows: 15), isFocused: false)
        #expect(surface.row(3).dropLast().allSatisfy { $0.style.ground == .bar })
        #expect(surface.cursor == nil)
        #expect(draw(list, Size(columns: 60, rows: 15)).cursor == Position(column: 1, row: 0))
    }

    @Test("the lines do not jump while one types and the selection moves", arguments: sizes)
    func steady(_ size: Size) {
        var other = PickListSamples.typing("sort", into: list)
        #expect(draw(other, size).lines[2].contains("▸ Sort"))
        let before = list.layout(in: Rect(size))
        other.move(by: .max, in: Rect(size))
        let after = other.layout(in: Rect(size))
        #expect(before.list == after.list && before.help == after.help && before.title == after.title)
    }

    @Test(
        "it survives every size and keeps to its rectangle",
        arguments: everySize + [Size(columns: 300, rows: 100)]
    )
    func everyRect(_ size: Size) {
        for items in [PickListSamples.items, PickListSamples.many, []] {
            for isFiltering in [true, false] {
                var list = PickList(items, isFiltering: isFiltering)
                let rect = Rect(column: 1, row: 1, columns: size.columns - 2, rows: size.rows - 2)
                list.move(by: 7, in: rect)
                #expect(draw(list, size).flaws == [])
                var surface = Surface(size: size)
                surface.fill(Rect(size), with: "~", style: Style())
                list.draw(on: &surface, in: rect)
                #expect(surface.flaws == [])
                for row in 0..<size.rows {
                    for column in 0..<size.columns where !rect.contains(Position(column: column, row: row)) {
                        #expect(surface[Position(column: column, row: row)].text == "~")
                    }
                }
            }
        }
    }
}
