import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// The terminal: mouse, sizes, places to run in.
extension Feature {
    static let terminal = [
        Feature(
            "Mouse",
            [],
            .here {
                var state = try World.browser()
                state.click(Position(column: 20, row: 4))
                #expect(state.table.position.selected == 2)
                state.click(Position(column: 20, row: 4), .doublePress)
                #expect(state.context == .detail)
            }
        ),
        Feature(
            "Mouse left to the terminal",
            [],
            .here {
                try await TestTerminal.use { terminal in
                    let number = try await terminal.start("inatty demo --no-mouse")
                    let screen = try await terminal.wait(for: "proved", "q quit")
                    #expect(screen.modes.isAlternate && !screen.modes.hasMouse)
                    try await terminal.press("q")
                    try await terminal.expectSane(after: number, exitCode: 0)
                }
            }
        ),
        Feature(
            "The split is dragged",
            [.growPane, .shrinkPane],
            .here {
                var state = try World.browser()
                let line = state.tableLayout.pane.top
                state.click(Position(column: 30, row: line))
                state.click(Position(column: 30, row: line - 5), .drag)
                #expect(state.tableLayout.pane.top == line - 5)
                state.type("-")
                #expect(state.tableLayout.pane.top == line - 4)
            }
        ),
        Feature(
            "Shrunk to 1×1 and back",
            [],
            .here {
                var state = try World.browser()
                let before = state.screenText
                for size in [Size(columns: 1, rows: 1), Size(columns: 120, rows: 36)] {
                    state.update(.input(.resize(size)), at: World.now)
                    #expect(state.drawn.size == size)
                }
                #expect(state.screenText == before)
            },
            .elsewhere(
                "EndToEndTests/ResizeJourneys",
                "A screen survives any size, says what it needs, and comes back whole"
            )
        ),
        Feature(
            "Back to the shell, and on with fg",
            [.stop],
            .here {
                var state = try World.browser()
                #expect(state.press(.control("z")) == [.stop])
            },
            .elsewhere(
                "EndToEndTests/JobControlJourneys",
                "Ctrl-Z gives the shell a sane terminal, and fg brings the same screen back"
            )
        ),
        Feature(
            "ASCII in a C locale",
            [],
            .elsewhere("EndToEndTests/PlainTerminalJourneys", "In the C locale every character is ASCII"),
            .elsewhere(
                "EndToEndTests/Configuration/ConfiguredJourneys",
                "ASCII signs are drawn where the configuration asks for them"
            )
        ),
        Feature(
            "A VT100",
            [],
            .elsewhere(
                "EndToEndTests/PlainTerminalJourneys",
                "On a VT100 everything works without colour and without the mouse"
            )
        ),
        Feature(
            "Bytes of each key kept to a budget by a test",
            [],
            .elsewhere(
                "EndToEndTests/Places/KeyBudgetTests",
                "No key costs more bytes than its budget, and each is one write"
            )
        ),
    ]
}
