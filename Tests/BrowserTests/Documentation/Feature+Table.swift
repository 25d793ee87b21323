import Coordinates
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// The table: order, columns, marks, how things are written.
extension Feature {
    static let table = [
        Feature(
            "Sort by a column",
            [.sort],
            .here {
                var state = try World.browser()
                state.type("s")
                state.press(.down, .enter)
                #expect(state.wanted.sort.map(\.column) == [.taxon])
            }
        ),
        Feature(
            "Sort by several columns",
            [.mark],
            .here {
                var state = try World.browser()
                state.type("s")
                state.press(.down, .enter, .down, .character(" "))
                #expect(state.wanted.sort.map(\.column) == [.taxon, .scientificName])
            }
        ),
        Feature(
            "Sort by a click on a heading",
            [],
            .here {
                var state = try World.browser()
                state.click(try #require(state.place(of: "Geoprivacy")))
                #expect(state.wanted.sort == [SortKey(column: .geoprivacy, descending: true)])
            }
        ),
        Feature(
            "Columns chosen and put in order",
            [.columns],
            .here {
                var state = try World.browser(200, 40)
                state.type("CJ")
                #expect(state.preferences.columns.columns.prefix(2).map(\.id) == [.observer, .taxon])
                state.press(.character(" "))
                #expect(!state.preferences.columns.shown.map(\.id).contains(.taxon))
            }
        ),
        Feature(
            "Width of a column",
            [.wider, .narrower],
            .here {
                var state = try World.browser(200, 40)
                state.type("C+")
                let width = try #require(state.preferences.columns.columns[0].width)
                state.type("--")
                #expect(state.preferences.columns.columns[0].width == width - 2)
            }
        ),
        Feature(
            "Columns that stay while others are scrolled",
            [.freeze],
            .here {
                var state = try World.browser(80, 24)
                state.type("C")
                state.press(.down)
                state.type("f")
                #expect(state.preferences.columns.frozen == 2)
            }
        ),
        Feature(
            "Columns scrolled sideways",
            [.scrollLeft, .scrollRight],
            .here {
                var state = try World.browser(80, 24)
                #expect(!state.drawn.lines[1].contains("Apart"))
                state.press(.controlRight)
                #expect(state.drawn.lines[1].contains("Taxon") && state.drawn.lines[1].contains("Apart"))
                state.press(.controlLeft)
                #expect(!state.drawn.lines[1].contains("Apart"))
            }
        ),
        Feature(
            "Marks, on which every action works",
            [.markRow, .markAll, .unmark],
            .here {
                var state = try World.browser()
                state.press(.character(" "), .character(" "))
                #expect(state.table.marks.ids == [9_103, 9_104])
                guard case .copy(let text, _)? = state.press(.character("y"), .character("i")).first else {
                    Issue.record("nothing was copied")
                    return
                }
                #expect(Set(text.split(separator: "\n")) == ["9103", "9104"])
                state.type("*")
                #expect(state.table.marks.count == 7)
                state.type("U")
                #expect(state.table.marks.isEmpty)
            }
        ),
        Feature(
            "A range of marks",
            [.markRange],
            .here {
                var state = try World.browser()
                state.type("v")
                state.press(.down, .down)
                state.type("v")
                #expect(state.table.marks.ids == [9_102, 9_103, 9_104])
            }
        ),
        Feature(
            "Marks inverted",
            [.invertMarks],
            .here {
                var state = try World.browser()
                state.press(.character(" "))
                state.type("~")
                #expect(state.table.marks.count == 6 && !state.table.marks.contains(9_104))
            }
        ),
        Feature(
            "Position and total always in view",
            [],
            .here {
                var state = try World.browser(showing: World.many(Array((1...400).reversed())))
                #expect(state.drawn.lines[0].contains("of 400"))
                state.press(.end)
                #expect(state.drawn.lines[0].contains("400 of 400"))
            }
        ),
        Feature(
            "Scrollbar",
            [],
            .here {
                var state = try World.browser(showing: World.many(Array((1...400).reversed())))
                #expect(state.drawn.lines[2].hasSuffix("█"))
                state.press(.end)
                #expect(!state.drawn.lines[2].hasSuffix("█"))
            },
            .elsewhere(
                "BrowserTests/Mouse/MouseTests",
                "the scrollbar goes to the part of the list where it is pressed or dragged to"
            )
        ),
        Feature(
            "Points in degrees, degrees-minutes-seconds, UTM, MGRS",
            [.turnCoordinates],
            .here {
                var state = try World.browser()
                for text in ["41°39′03.7″N 93°42′46.4″W", "15T 440639 4611278", "15TVG 40639 11278"] {
                    state.type("u")
                    #expect(state.screenText.contains(text))
                }
            },
            .elsewhere("CoordinatesTests/GridTests", "the CN Tower stands where the encyclopaedia says")
        ),
        Feature(
            "Metres or feet",
            [.turnUnits],
            .here {
                var state = try World.browser()
                state.type("M")
                // 330 m / 0.3048 m.
                #expect(state.screenText.contains("1,083 ft"))
            }
        ),
    ]
}

extension TestBrowser {
    /// Where a heading of the table begins.
    func place(of heading: String) -> Position? {
        let line = state.drawn.lines[1]
        return line.firstRange(of: heading).map { range in
            Position(column: line.distance(from: line.startIndex, to: range.lowerBound), row: 1)
        }
    }

    /// Presses the mouse's button there.
    @discardableResult
    mutating func click(_ place: Position, _ kind: MouseEvent.Kind = .press) -> [Effect] {
        update(.input(.mouse(MouseEvent(kind, at: place))), at: World.now)
    }
}
