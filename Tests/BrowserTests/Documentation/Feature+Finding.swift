import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// Finding one's way, and finding rows.
extension Feature {
    static let finding = [
        Feature(
            "Help made from the table of keys",
            [.help],
            .here {
                var state = try World.browser()
                state.press(.character("?"))
                guard case .pick(let screen)? = state.screens.last else {
                    Issue.record("there is no help")
                    return
                }
                let told = screen.items.filter { $0.group == Context.table.title }.count
                #expect(told == CommandTable.commands(in: .table).count)
            }
        ),
        Feature(
            "Help narrows as one types, and does what it tells of",
            [.help],
            .here {
                var state = try World.browser()
                state.press(.character("?"))
                state.type("invert")
                state.press(.enter)
                #expect(state.context == .table && state.table.marks.count == 7)
            }
        ),
        Feature(
            "Hints for the keys of the screen",
            [],
            .here {
                var state = try World.browser()
                #expect(state.drawn.lines[35].contains("e query"))
                state.press(.enter)
                #expect(state.drawn.lines[35].contains("Esc back"))
            },
            .elsewhere("BrowserTests/Mouse/MouseTests", "a click on a hint does what it says")
        ),
        Feature(
            "A command that can do nothing says why",
            [.palette],
            .here {
                var state = try World.browser()
                state.press(.character(":"))
                state.type("unmark")
                state.press(.enter)
                #expect(state.message?.text == "No row is marked. Space marks one.")
            }
        ),
        Feature(
            "Commands by name",
            [.palette],
            .here {
                for key in [Key.character(":"), .control("p")] {
                    var state = try World.browser()
                    state.press(key)
                    state.type("cnts")
                    state.press(.enter)
                    #expect(state.context == .facets)
                }
            }
        ),
        Feature(
            "Go to the row of a number",
            [.last],
            .here {
                var state = try World.browser(showing: World.many(Array((1...60).reversed())))
                state.type("40G")
                #expect(state.table.position.selected == 39)
            }
        ),
        Feature(
            "Go to an id",
            [.goTo],
            .here {
                var state = try World.browser()
                state.press(.character("#"))
                state.type("9101")
                state.press(.enter)
                #expect(state.selectedEntry?.observation.id == 9_101)
            }
        ),
        Feature(
            "Search as one types",
            [.find, .findNext, .findPrevious],
            .here {
                var state = try World.browser()
                state.press(.character("/"))
                state.type("rob")
                // The cursor is there before Enter.
                #expect(state.context == .find && state.selectedEntry?.observation.id == 9_100)
            }
        ),
        Feature(
            "What was found is lit",
            [.find],
            .here {
                var state = try World.browser()
                state.press(.character("/"))
                state.type("robin")
                state.press(.enter)
                let surface = state.drawn
                let lit = (0..<surface.size.rows).map { row in
                    (0..<surface.size.columns).map { surface[Position(column: $0, row: row)] }
                        .filter { $0.style.role == .match }.map(\.text).joined()
                }
                #expect(lit.contains("Robin"))
            }
        ),
        Feature(
            "Filter as one types",
            [.filter],
            .here {
                var state = try World.browser(showing: World.many((1...3_000).reversed()))
                state.press(.character("&"))
                state.type("orch 29")
                // 29, 290 to 299 and 2900 to 2999.
                #expect(state.context == .filter && state.list.count == 111)
            }
        ),
        Feature(
            "Counts of each value, to narrow by",
            [.facets],
            .here {
                var state = try World.browser()
                state.type("f")
                #expect(state.context == .facets)
                state.press(.enter, .escape)
                #expect(state.context == .table)
                #expect((1..<7).contains(state.list.count))
            }
        ),
    ]
}
