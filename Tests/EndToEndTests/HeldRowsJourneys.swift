import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// What is held is found, sorted, counted and narrowed, with the server there and without it.
    @Suite
    struct HeldRowsJourneys {
        @Test(
            "All rows are fetched with d; filter, counts, box and sorting narrow them, and Escape brings all back"
        )
        func narrowing() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("d")
                try await terminal.wait(for: "done: 1,284 rows")
                try await terminal.press("&")
                try await terminal.type("KAKAPO")
                let filtered = try await terminal.wait(for: "the rows with the words") { screen in
                    screen.lines[35].contains(" of 1,284") && !screen.names.isEmpty
                        && screen.names.allSatisfy { $0 == "Kākāpō" }
                }
                try await terminal.press("Enter")
                try await terminal.wait(for: "“KAKAPO”", " of 1,284")
                try await terminal.press("f", "Tab", "Tab")
                try await terminal.wait(for: "granted to you")
                try await terminal.press("Escape")
                try await terminal.wait(for: "“KAKAPO”", "q quit")
                try await terminal.press("Escape")
                try await terminal.wait(for: "all rows again") { screen in
                    screen.showsAll && screen.names != filtered.names
                }
                try await terminal.press("f")
                try await terminal.wait(for: "obscured", "private", "1,284 rows")
                try await terminal.press("Down", "Enter")
                try await terminal.wait(for: "Narrowed to")
                try await terminal.press("Escape")
                try await terminal.wait(for: "only private rows") { screen in
                    screen.lines[0].contains("private ·") && screen.rows.count > 3
                        && screen.rows.allSatisfy { $0.contains("●") }
                }
                try await terminal.press("Escape")
                try await terminal.wait(for: "all rows") { $0.showsAll }
                try await terminal.press("g", "b", "Tab")
                try await terminal.wait(for: "41.6 N to 41.8 N, 93.8 W to 93.6 W")
                try await terminal.press("Enter")
                try await terminal.wait(for: "in the box", Orchid.truePoint)
                try await terminal.press("Escape")
                try await terminal.wait(for: "all rows") { $0.showsAll }
                try await terminal.press("s")
                try await terminal.wait(for: "id, newest first, as the server gives them")
                try await terminal.press("Down", "Enter")
                try await terminal.wait(for: "taxon, A to Z")
                try await terminal.press("Escape")
                try await terminal.wait(for: "the rows from A to Z") { screen in
                    screen.names.count > 10
                        && screen.names == screen.names.sorted { $0.lowercased() < $1.lowercased() }
                }
                try await terminal.press("Escape")
                try await terminal.wait(for: Orchid.name)
                try await journey.leave(number)
            }
        }

        @Test(
            "Without a network the kept account's rows are there, with how old they are, and its true points"
        )
        func offline() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await terminal.wait(for: "a prompt") { _ in true }
                let first = try await journey.startKeeping()
                try await terminal.wait(for: Orchid.truePoint)
                try await terminal.press("d")
                try await terminal.wait(for: "done: 1,284 rows")
                try await journey.leave(first)
                await journey.sandbox.stop()
                let second = try await journey.start()
                try await terminal.wait(
                    for: "cannot be reached",
                    "observer · not signed in",
                    Orchid.truePoint
                )
                let held = try await terminal.wait(for: "as it was told you on")
                #expect(held.lines[0].contains("as of 20"))
                try await terminal.press("G")
                try await terminal.wait(for: "1,284 of 1,284")
                try await terminal.press("/")
                try await terminal.type("spotted turtle")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Lantern Pond, Middlesex, Massachusetts")
                try await journey.leave(second)
            }
        }

        @Test(
            "Without a network a query with names opens what was held of it; one never asked is not guessed"
        )
        func offlineByName() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try await terminal.wait(for: "a prompt") { _ in true }
                let first = try await journey.startKeeping("inatty browse taxon:Platanthera")
                try await terminal.wait(for: Orchid.truePoint)
                try await terminal.press("d")
                try await terminal.wait(for: "done: ")
                try await journey.leave(first)
                await journey.sandbox.stop()
                let second = try await journey.start("inatty browse taxon:platanthera")
                try await terminal.wait(for: "cannot be reached", Orchid.truePoint, "as of 20")
                try await journey.leave(second)
                try await terminal.type("inatty browse taxon:Aves")
                try await terminal.press("Enter")
                try await terminal.wait(for: "inatty: ", "cannot be reached", "[69]")
            }
        }

        @Test(
            "What changed at the server is fetched with d and told on the screen of changes, which opens it"
        )
        func changes() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("d")
                try await terminal.wait(for: "done: 1,284 rows")
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "observation 3")
                let id = try #require(
                    record.lines[0].firstMatch(of: /observation (\d+)/).flatMap { Int($0.1) }
                )
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                #expect(journey.sandbox.changeGeoprivacy(id: id, to: .private))
                try await terminal.press("d")
                try await terminal.wait(for: "done: 1,284 rows", "changes")
                try await terminal.press("c")
                try await terminal.wait(for: "What changed since", "geoprivacy obscured → private", "\(id)")
                try await terminal.press("G", "Enter")
                try await terminal.wait(for: "observation \(id)")
                try await terminal.press("Escape")
                try await terminal.wait(for: "What changed since")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
            }
        }

        @Test("A file is browsed without an account and without any request, and what cannot be read is told")
        func file() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let rows = [
                    "id,observed_on,user_login,scientific_name,common_name,taxon_id,latitude,longitude,"
                        + "positional_accuracy,private_latitude,private_longitude,public_positional_accuracy,geoprivacy,"
                        + "coordinates_obscured",
                    "41,2026-05-01,wren,Platanthera praeclara,Prairie Orchid,7,41.65,-93.71,330,41.60218,-93.6124,27754,"
                        + "obscured,true",
                    "42,2026-05-02,wren,Turdus migratorius,American Robin,8,44.5,-89.5,12,,,12,,false",
                    "x,2026-05-02,wren,,,,,,,,,,,",
                ]
                try Data(rows.joined(separator: "\n").utf8).write(to: terminal.file("export.csv"))
                let number = try await journey.start("inatty open export.csv")
                let screen = try await terminal.wait(
                    for: "Prairie Orchid",
                    "41.60218, -93.61240",
                    "1 row cannot be read"
                )
                #expect(screen.lines[0].contains("nobody is asked"))
                try await terminal.press("&")
                try await terminal.type("robin")
                try await terminal.press("Enter")
                try await terminal.wait(for: "“robin” · 1 of 2")
                try await terminal.press("Escape")
                try await terminal.wait(for: "Prairie Orchid")
                try await journey.leave(number)
                #expect(journey.sandbox.requests.isEmpty)
            }
        }
    }
}

extension Screen {
    /// Whether the bar says that no row is left out.
    fileprivate var showsAll: Bool { lines[0].contains(/–[0-9,]+ of 1,284/) }
}
