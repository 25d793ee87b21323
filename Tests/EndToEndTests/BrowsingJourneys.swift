import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Moving about in the table, with everything that turns up in it.
    @Suite
    struct BrowsingJourneys {
        @Test("A thousand keys at once are all obeyed")
        func thousandKeys() async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start("inatty demo")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                // All rows first: a cursor does not go beyond what was fetched.
                try await terminal.press("G")
                try await terminal.wait(for: "1,284 of 1,284")
                try await terminal.press("g")
                try await terminal.wait(for: Orchid.name)
                try await terminal.type(String(repeating: "j", count: 1_000))
                try await terminal.wait(for: "–1,001 of 1,284")
                try await terminal.type(String(repeating: "k", count: 1_000))
                try await terminal.wait(for: Orchid.truePlace, "1–27 of 1,284")
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Page by page to the end, every row is a whole line and no text disturbs the screen")
        func everyPage() async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start("inatty demo")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Right", "Right", "Tab", "Right", "Enter")
                try await terminal.wait(for: "all · everyone's", "of 2,400")
                try await terminal.press("G")
                try await terminal.wait(for: "2,400 of 2,400")
                try await terminal.press("g")
                var page = try await terminal.wait(for: "1–27 of 2,400")
                var pages = 1
                while !page.shows("2,400 of 2,400") {
                    let before = page.lines
                    try await terminal.press("NPage")
                    page = try await terminal.wait(for: "the next page") { $0.lines != before }
                    pages += 1
                    #expect(page.lines.count == 36)
                    #expect(page.rows.count == 27, "\(page.picture)")
                    #expect(page.lines[35].contains("q quit"), "\(page.picture)")
                    #expect(
                        page.rows.allSatisfy {
                            $0.hasPrefix(" ") && ($0.hasSuffix("░") || $0.hasSuffix("█"))
                        },
                        "\(page.picture)"
                    )
                    let controls = page.text.unicodeScalars.filter {
                        $0.properties.generalCategory == .control && $0 != "\n"
                    }
                    #expect(controls.isEmpty)
                }
                #expect(pages > 80)
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A list of ids, some of which do not exist, shows the others and names these")
        func listOfIDs() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "observation 3")
                let id = try #require(record.lines[0].firstMatch(of: /observation (\d+)/)?.1)
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Left", "Tab")
                try await terminal.type("\(id), 1 2")
                try await terminal.press("Enter")
                let list = try await terminal.wait(for: "Not found: 1, 2.", Orchid.truePoint)
                #expect(list.lines[0].contains("1–1 of 1"))
                try await terminal.press("j")
                try await terminal.wait(forNo: "Not found")
                try await journey.leave(number)
            }
        }

        @Test("Find goes to the next row with the word, and Escape back to where it began")
        func find() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                let before = try await terminal.settled()
                try await terminal.press("/")
                try await terminal.type("lantern pond")
                try await terminal.wait(for: "42.3611000, -71.0570000")
                try await terminal.press("Escape")
                try await terminal.wait(for: "the row before") { $0.lines == before.lines }
                try await terminal.press("/")
                try await terminal.type("spotted")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Lantern Pond, Middlesex, Massachusetts")
                try await journey.leave(number)
            }
        }

        @Test("The wheel scrolls, a click selects, a double click opens")
        func mouse() async throws {
            try await Journey.run(signedInAs: .observer, terminalName: "xterm-256color") { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                // SGR reports: the button, column and line from 1, M for pressed and m for released.
                try await terminal.type("\u{1B}[<0;10;4M\u{1B}[<0;10;4m")
                try await terminal.wait(for: "42.3611000, -71.0570000")
                try await terminal.type("\u{1B}[<65;10;10M")
                try await terminal.wait(forNo: Orchid.name)
                try await terminal.type("\u{1B}[<64;10;10M")
                try await terminal.wait(for: Orchid.name)
                try await terminal.type("\u{1B}[<0;10;3M\u{1B}[<0;10;3m\u{1B}[<0;10;3M\u{1B}[<0;10;3m")
                try await terminal.wait(for: "Quality grade", "41.6021800, -93.6124000")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
            }
        }

        @Test("Two failures of the list in a row, a list of somebody unknown, and a way back")
        func unknownPerson() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Right", "Enter")
                try await terminal.type("nobody-of-that-name")
                try await terminal.press("Enter", "Enter")
                let told = try await terminal.wait(for: "the answer for an unknown person") { screen in
                    screen.lines[0].contains("nobody-of-that-name") && !screen.shows("Fetching")
                        && !screen.shows("fetching")
                }
                #expect(
                    told.shows("Press v to look at something else.") || told.shows("Unknown user"),
                    "\(told.picture)"
                )
                try await terminal.press("L")
                try await terminal.wait(for: "What to look at")
                try await terminal.press("Left", "Enter")
                try await terminal.wait(for: Orchid.truePoint)
                try await journey.leave(number)
            }
        }
    }
}
