import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty demo`: no account, no network.
    @Suite
    struct DemoJourneys {
        @Test("The demo starts signed in, on the observer's hidden observations")
        func firstScreen() async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start("inatty demo")
                let table = try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint, Orchid.truePlace)
                #expect(table.lines[0].contains("inatty demo"))
                #expect(table.lines[0].contains("of 1,284"))
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Its login screen names who can sign in, and works: another account, looking around, and back")
        func loginScreen() async throws {
            try await TestTerminal.use { terminal in
                let number = try await terminal.start("inatty demo")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await terminal.press("S")
                let login = try await terminal.wait(for: "Made-up accounts of this demo")
                for account in Sandbox.accounts {
                    #expect(login.shows(account.login) && login.shows(account.password), "\(account.login) is not named")
                }

                // Escape changes nothing.
                try await terminal.press("Escape")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)

                // As somebody who is trusted, with what stands on the screen.
                try await terminal.press("S")
                try await terminal.wait(for: "paste it here")
                let trusted = Sandbox.account(.trusted)
                try await terminal.press("BTab", "Right")
                try await terminal.wait(for: "(•) Password", SandboxApplication.working.clientID)
                try await terminal.press("Tab")
                try await terminal.type(trusted.login)
                try await terminal.press("Enter")
                try await terminal.type(trusted.password)
                try await terminal.press("Enter", "Enter", "Enter")
                let mine = try await terminal.wait(for: "trusted · JWT · proved")
                #expect(mine.lines[0].contains("mine"))

                try await terminal.press("S")
                try await terminal.wait(for: "Look around without signing in")
                try await terminal.press("BTab", "BTab", "Enter")
                let open = try await terminal.wait(for: "anonymous · the public view", "everyone's", Orchid.publicPoint)
                #expect(!open.shows(Orchid.truePoint))
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Two demos at once do not disturb each other")
        func twoAtOnce() async throws {
            try await TestTerminal.use { first in
                try await TestTerminal.use { second in
                    let numbers = [try await first.start("inatty demo"), try await second.start("inatty demo")]
                    for terminal in [first, second] { try await terminal.wait(for: "JWT · proved", Orchid.truePoint) }
                    try await first.press("q")
                    try await first.expectSane(after: numbers[0], exitCode: 0)
                    try await second.press("t")
                    try await second.wait(for: "anonymous · the public view")
                    try await second.press("q")
                    try await second.expectSane(after: numbers[1], exitCode: 0)
                }
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
                try await terminal.wait(for: "S sign in")
                try await terminal.press("v")
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
                let before = try await journey.settled()
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
                try await terminal.wait(for: "S sign in")
                try await journey.leave(number)
            }
        }
    }
}
