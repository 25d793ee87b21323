import TestSupport
import Testing

@testable import TerminalUI

@Suite("Pick list")
struct PickListTests {
    private let rect = Rect(Size(columns: 60, rows: 15))
    private let list = PickList(PickListSamples.items, hint: "Type to find a command")

    private func typing(_ text: String) -> PickList<String> { PickListSamples.typing(text, into: list) }

    @Test("without a query all stand under their headings, and the first item is selected")
    func grouped() {
        #expect(list.titles.prefix(6) == ["Moving", "Down", "Up", "Last line", "", "Table"])
        #expect(list.titles.count == PickListSamples.items.count + 3 + 2)
        #expect(list.selected == "down")
    }

    @Test("items of a group come together, in the order in which the groups come")
    func scattered() {
        let groups = ["b", "a", "b", "", "a"]
        let items = groups.enumerated().map { PickItem(id: $0, title: "\($0)", group: $1) }
        #expect(PickList(items).titles == ["b", "0", "2", "", "a", "1", "4", "", "3"])
    }

    @Test(
        "a query leaves what matches, the best first, without headings",
        arguments: [
            ("copy", ["Copy the id", "Copy the true point", "Copy the public point", "東京へ行く"]),
            ("copy pub", ["Copy the public point"]),
            ("point copy", ["Copy the true point", "Copy the public point"]),
            ("zzz", []), ("東京", ["東京へ行く"]),
            // In the help text, at the beginning of a word.
            ("mgrs", ["Switch the coordinate format"]), ("everal", []),
        ]
    )
    func found(_ query: String, _ titles: [String]) {
        let list = typing(query)
        #expect(list.titles == titles)
        #expect(list.matchCount == list.titles.count)
        #expect(list.selectedItem?.title == titles.first)
    }

    @Test(
        "a key says exactly what is meant, and the starts of words say more than letters inside them",
        arguments: [
            ("s", "Sort"), ("G", "Last line"), ("^P", "Up"), ("u", "Switch the coordinate format"),
            ("ctp", "Copy the public point"), ("ll", "Last line"), ("chco", "Choose columns"),
        ]
    )
    func best(_ query: String, _ title: String) {
        #expect(typing(query).titles.first == title)
    }

    @Test("equally good ones keep their order, and of those that match alike the shorter is first")
    func stable() {
        let titles = ["sort b", "no", "sort a", "sort c", "sort"]
        let list = PickList(titles.map { PickItem(id: $0, title: $0) })
        #expect(PickListSamples.typing("sort", into: list).titles == ["sort", "sort b", "sort a", "sort c"])
    }

    @Test("an item is found by the name of its group, after those that are called so")
    func group() {
        #expect(typing("copy").titles.last == "東京へ行く")
    }

    @Test("Escape shows all again, with what was found still selected")
    func clearing() {
        var list = typing("copy pub")
        let hadText = list.clear()
        #expect(hadText)
        #expect(list.selected == "public")
        #expect(list.titles.first == "Moving")
        let hasText = list.clear()
        #expect(!hasText)
    }

    @Test("keys that do not type are not for the list, and none is without a line to type into")
    func keys() {
        var list = list
        for key in [Key.up, .down, .enter, .escape, .tab, .pageDown] {
            let isTaken = list.handle(.key(key))
            #expect(!isTaken)
        }
        let isPasted = list.handle(.paste(PastedText("sort")))
        list.settle()
        #expect(isPasted)
        #expect(list.selected == "sort")
        let isErased = list.handle(.key(.control("u")))
        list.settle()
        #expect(isErased)
        #expect(list.matchCount == PickListSamples.items.count)
        var menu = PickList(PickListSamples.items, isFiltering: false)
        let isTyped = menu.handle(.key(.character("x")))
        #expect(!isTyped)
        #expect(menu.matchCount == PickListSamples.items.count)
    }

    @Test("the selection goes over headings, and stops at both ends")
    func moving() {
        var list = list
        list.move(by: 3, in: rect)
        #expect(list.selected == "sort")
        list.move(by: -1, in: rect)
        #expect(list.selected == "end")
        list.move(by: Int.max, in: rect)
        #expect(list.selected == "wide")
        list.move(by: Int.min, in: rect)
        #expect(list.selected == "down")
        list.move(by: .max, in: rect)
        #expect(list.selected == "wide")
        list.move(by: -.max, in: rect)
        #expect(list.selected == "down")
    }

    @Test("going back to the first item of a group shows its heading too")
    func heading() {
        var list = PickList(PickListSamples.many)
        list.move(by: .max, in: rect)
        list.move(by: -.max, in: rect)
        var surface = Surface(size: rect.size)
        list.draw(on: &surface, in: rect)
        #expect(surface.lines[2].hasPrefix(" Group 0 "))
        // 9 items, a blank and a heading a group.
        list.move(by: 40, in: rect)
        list.move(by: -4, in: rect)
        #expect(list.selected == "36")
        for _ in 0..<9 { list.move(by: -1, in: rect) }
        surface.clear()
        list.draw(on: &surface, in: rect)
        #expect(surface.lines.contains { $0.hasPrefix(" Group 3") })
        #expect(list.selected == "27")
    }

    @Test("pages come to every part, and to both ends")
    func pages() {
        var list = PickList(PickListSamples.many)
        var seen = [list.selected]
        for _ in 0..<30 {
            list.page(by: 1, in: rect)
            seen.append(list.selected)
        }
        let numbers = seen.compactMap { $0.flatMap { Int($0) } }
        #expect(numbers == numbers.sorted() && numbers.last == 89)
        // No page leaves out more than what is in view: 13 lines.
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 <= 13 })
        list.page(by: -100, in: rect)
        #expect(list.selected == "0")
    }

    @Test(
        "the wheel goes through all lines both ways, in a view of any height",
        arguments: [2, 3, 4, 9, 15, 40]
    )
    func wheel(_ rows: Int) {
        let rect = Rect(Size(columns: 60, rows: rows))
        var list = PickList(PickListSamples.many)
        for _ in 0..<200 { list.scroll(by: 1, in: rect) }
        list.scroll(by: Int.max, in: rect)
        #expect(list.top + list.layout(in: rect).list.rows == list.rows.count)
        for _ in 0..<200 { list.scroll(by: -1, in: rect) }
        #expect(list.top <= 1)
    }

    @Test("a click selects the item under the mouse, and nothing else")
    func clicks() {
        var list = list
        #expect(list.click(Position(column: 20, row: 4), in: rect) == "up")
        #expect(list.selected == "up")
        #expect(list.click(Position(column: 20, row: 2), in: rect) == nil)
        #expect(list.click(Position(column: 20, row: 0), in: rect) == nil)
        #expect(list.click(Position(column: 90, row: 4), in: rect) == nil)
        #expect(list.selected == "up")
    }

    @Test("whatever is clicked is what is drawn there", arguments: [0, 3, 17, 60])
    func clicksAfterScrolling(_ rows: Int) {
        var list = PickList(PickListSamples.many)
        list.scroll(by: rows, in: rect)
        var surface = Surface(size: rect.size)
        list.draw(on: &surface, in: rect)
        for row in 0..<rect.rows {
            var clicked = list
            let id = clicked.click(Position(column: 5, row: row), in: rect)
            #expect(surface.lines[row].contains(" Command ") == (id != nil))
            if let id { #expect(surface.lines[row].contains("Command \(id) ")) }
        }
    }

    @Test("the scrollbar goes where it is pressed or dragged")
    func scrollbar() {
        var list = PickList(PickListSamples.many)
        #expect(list.click(Position(column: 59, row: 14), in: rect) == nil)
        #expect(list.top == list.rows.count - 13)
        let isOnBar = list.drag(to: Position(column: 59, row: 2), in: rect)
        #expect(isOnBar)
        #expect(list.top == 0)
        let isBesideBar = list.drag(to: Position(column: 30, row: 2), in: rect)
        #expect(!isBesideBar)
    }

    @Test("a list begins where it is told to")
    func beginning() {
        #expect(PickList(PickListSamples.items, selected: "sort").selected == "sort")
        #expect(PickList<String>([]).selected == nil)
    }

    @Test("anything that is done leaves an item selected and in view", arguments: Array(UInt64(1)...12))
    func anything(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var list = seed.isMultiple(of: 2) ? list : PickList(PickListSamples.many)
        for _ in 0..<60 {
            let rect = Rect(
                column: Int.random(in: -2...4, using: &generator),
                row: Int.random(in: -2...4, using: &generator),
                columns: Int.random(in: 0...130, using: &generator),
                rows: Int.random(in: 0...30, using: &generator)
            )
            let amount = Int.random(in: -40...40, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0: list.move(by: amount, in: rect)
            case 1: list.page(by: amount, in: rect)
            case 2: list.scroll(by: amount, in: rect)
            case 3: _ = list.click(Position(column: abs(amount), row: abs(amount) / 2), in: rect)
            case 4: _ = list.drag(to: Position(column: rect.right - 1, row: abs(amount)), in: rect)
            case 5:
                _ = list.handle(.key("co 1p".randomElement(using: &generator).map { .character($0) } ?? .up))
                list.settle()
            case 6: _ = list.clear()
            case 7: list.move(by: .max, in: rect)
            default: list.move(by: -.max, in: rect)
            }
            #expect((list.selected != nil) == (list.matchCount > 0))
            var surface = Surface(size: Size(columns: 100, rows: 24))
            list.draw(on: &surface, in: rect)
            #expect(surface.flaws == [])
            let shown = list.layout(in: rect).list.intersection(Rect(surface.size))
            if shown == list.layout(in: rect).list, !shown.isEmpty, shown.columns > 3, list.matchCount > 0 {
                let grounds = (shown.top..<shown.bottom).filter {
                    surface[Position(column: shown.left, row: $0)].style.ground == .selected
                }
                #expect(grounds.count == 1)
            }
        }
    }
}
