import INaturalist
import TerminalUI
import Testing

@testable import Browser

/// How the query screen looks, in every state and at every size.
@Suite struct QueryScreenLookTests {
    /// A state and how a person gets there.
    struct Look: Sendable, CustomTestStringConvertible {
        let name: String
        let make: @Sendable () -> QueryScreen

        var testDescription: String { name }

        static func look(
            _ name: String,
            _ text: String = "",
            _ body: @Sendable @escaping (inout QueryScreen) -> Void
        )
            -> Look
        {
            Look(name: name) {
                var screen = QueryScreen(QuerySamples.query(text), saved: QuerySamples.saved)
                body(&screen)
                return screen
            }
        }
    }

    static let orchids = "taxon:101/Platanthera obscuration:obscured,private observer:wren"

    static let looks: [Look] = [
        .look("empty") { _ in },
        .look("filled", orchids) { _ in },
        .look("line-problem", "observer:wren") { $0.type(" taxn:Platanthera") },
        .look("completing", "observer:wren") { screen in
            screen.type(" o")
            screen.focusNext()
            screen.move(by: 1)
        },
        .look("line-look-up", "observer:wren") { screen in
            screen.type(" taxon:Plat")
            screen.take(QuerySamples.taxa, for: QueryCompletions.LookUp(field: .taxon, text: "Plat"))
        },
        .look("looking-up", orchids) { screen in
            screen.go(to: .place)
            screen.type("Nowhere")
        },
        .look("suggestions") { screen in
            screen.go(to: .taxon)
            screen.type("Plat")
            screen.take(QuerySamples.taxa, for: QueryCompletions.LookUp(field: .taxon, text: "Plat"))
            screen.move(by: 1)
        },
        .look("nothing-known") { screen in
            screen.go(to: .project)
            screen.type("zzz")
            screen.take([], for: QueryCompletions.LookUp(field: .project, text: "zzz"))
        },
        .look("marks", orchids) { screen in
            screen.go(to: .obscuration)
            screen.press(.right)
        },
        .look("many-marks", "iconic:Aves,Fungi") { screen in
            screen.go(to: .iconicTaxon)
            screen.type("f")
        },
        .look("choice", "highest-rank:genus") { $0.go(to: .highestRank) },
        .look("problem", "observed-from:2026-11-24") { screen in
            screen.go(to: .observedTo)
            screen.type("2026-11-02")
            _ = screen.accept()
        },
        .look("problem-elsewhere", "observed-from:2026-11-24 observed-to:2026-11-02") { $0.go(to: .taxon) },
        .look("advice", "project:made-up-orchids,made-up-turtles") { $0.go(to: .project) },
        .look("pasted") { screen in
            let address = "https://www.inaturalist.org/observations?taxon_id=101&month=5&license=cc-by"
            _ = screen.handle(.paste(PastedText(address)))
        },
        .look("suggestions-below") { screen in
            screen.go(to: .withoutTaxon)
            screen.type("Plat")
            screen.take(QuerySamples.taxa, for: QueryCompletions.LookUp(field: .withoutTaxon, text: "Plat"))
        },
        .look("unreachable", orchids) { screen in
            screen.go(to: .place)
            screen.type("Nowhere")
            screen.take(
                failure: "api.inaturalist.org cannot be reached. Check the network, then type on.",
                for: QueryCompletions.LookUp(field: .place, text: "Nowhere")
            )
        },
        .look("buttons", orchids) { $0.move(by: -1) },
        .look("saved") { screen in
            screen.showSaved()
            screen.move(by: 1)
        },
        .look("saved-removing") { screen in
            screen.showSaved()
            screen.move(by: 1)
            screen.type("d")
        },
        .look("saved-none") { screen in
            screen.take(SavedQueries())
            screen.showSaved()
        },
        .look("saved-many") { screen in
            screen.take(QuerySamples.long)
            screen.showSaved()
            screen.move(by: 24)
        },
        .look("naming", orchids) { screen in
            screen.beginSaving()
            screen.type("orchids of wren")
        },
        .look("naming-again", orchids) { screen in
            screen.beginSaving()
            screen.type("orchids")
        },
        .look("naming-wrong", orchids) { screen in
            screen.beginSaving()
            screen.type("a=b")
            _ = screen.accept()
        },
    ]

    @Test(arguments: looks, screenSizes) func `as it looks`(_ look: Look, _ size: (Int, Int)) throws {
        let screen = look.make()
        try expectScreen(look.name, in: "Queries", size.0, size.1) {
            screen.draw(on: &$0, in: body(size.0, size.1))
        }
    }

    @Test(arguments: looks, [(1, 1), (5, 3), (20, 5), (59, 14), (61, 16), (300, 90)])
    func `any size is drawn and clicked without a trap`(_ look: Look, _ size: (Int, Int)) {
        var screen = look.make()
        #expect(screen.lines(size.0, size.1).count == size.1)
        for row in 0..<size.1 {
            for column in stride(from: 0, to: size.0, by: 7) {
                _ = screen.click(Position(column: column, row: row), in: body(size.0, size.1))
            }
        }
        #expect(screen.lines(size.0, size.1).count == size.1)
    }
}
