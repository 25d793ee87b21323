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
                let table = try await terminal.wait(
                    for: "observer · JWT · proved",
                    Orchid.truePoint,
                    Orchid.truePlace
                )
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
                try await terminal.wait(for: "paste it here")
                try await terminal.choose(.password)
                let login = try await terminal.wait(for: "Made-up accounts of this demo")
                for account in Sandbox.accounts {
                    #expect(
                        login.shows(account.login) && login.shows(account.password),
                        "\(account.login) is not named"
                    )
                }

                // Escape changes nothing.
                try await terminal.press("Escape")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)

                // As somebody who is trusted, with what stands on the screen.
                try await terminal.press("S")
                try await terminal.wait(for: "paste it here")
                let trusted = Sandbox.account(.trusted)
                try await terminal.choose(.password)
                try await terminal.wait(for: SandboxApplication.working.clientID)
                try await terminal.type(trusted.login)
                try await terminal.press("Enter")
                try await terminal.type(trusted.password)
                try await terminal.press("Enter", "Enter", "Enter")
                let mine = try await terminal.wait(for: "trusted · JWT · proved")
                #expect(mine.lines[0].contains("mine"))

                try await terminal.press("S")
                try await terminal.wait(for: "Look around without signing in")
                try await terminal.press("BTab", "BTab", "Enter")
                let open = try await terminal.wait(
                    for: "anonymous · the public view",
                    "everyone's",
                    Orchid.publicPoint
                )
                #expect(!open.shows(Orchid.truePoint))
                try await terminal.press("q")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Two demos at once do not disturb each other")
        func twoAtOnce() async throws {
            try await TestTerminal.use { first in
                try await TestTerminal.use { second in
                    let numbers = [
                        try await first.start("inatty demo"), try await second.start("inatty demo"),
                    ]
                    for terminal in [first, second] {
                        try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                    }
                    try await first.press("q")
                    try await first.expectSane(after: numbers[0], exitCode: 0)
                    try await second.press("t")
                    try await second.wait(for: "anonymous · the public view")
                    try await second.press("q")
                    try await second.expectSane(after: numbers[1], exitCode: 0)
                }
            }
        }
    }
}
