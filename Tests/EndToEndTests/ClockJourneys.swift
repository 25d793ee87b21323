import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// A computer whose clock is not the servers'.
    @Suite
    struct ClockJourneys {
        @Test(
            "A clock that is an hour off is told, and times left are counted by the servers'",
            arguments: [(3_600.0, "1 h 0 min behind"), (-3_600.0, "1 h 0 min ahead of")]
        )
        func hourOff(seconds: Double, words: String) async throws {
            let configuration = SandboxConfiguration(now: { Date().addingTimeInterval(seconds) })
            try await Journey.run(sandbox: configuration) { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                let table = try await terminal.wait(
                    for: "This computer's clock is \(words) the server's.",
                    "observer · JWT · proved · file · 23 h 59 min left",
                    Orchid.truePoint
                )
                #expect(!table.shows("expired"))
                try await terminal.press("a")
                let tokens = try await terminal.wait(for: "measured by asking with each")
                #expect(tokens.line(with: "time left")?.contains("23 h 59 min") == true, "\(tokens.picture)")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
                for picture in terminal.history { #expect(!picture.contains("expired")) }
            }
        }

        @Test("A JWT that has ended by this computer's clock alone is not called ended, and is used")
        func endedHereAlone() async throws {
            // The servers are two hours behind; the JWT has one hour left there and ended here an hour ago.
            let configuration = SandboxConfiguration(now: { Date().addingTimeInterval(-7_200) })
            try await Journey.run(sandbox: configuration) { journey in
                let terminal = journey.terminal
                let token = journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(3_600))
                try await journey.export("INATTY_TOKEN", token)
                let number = try await journey.start()
                try await terminal.wait(
                    for: "observer · JWT · proved · not kept · 59 min left",
                    Orchid.truePoint,
                    "This computer's clock is 2 h 0 min ahead of the server's."
                )
                try await journey.leave(number)
                for picture in terminal.history { #expect(!picture.contains("expired"), "\(picture)") }
            }
        }

        @Test("A JWT that is good by this computer's clock alone is told as ended")
        func goodHereAlone() async throws {
            let configuration = SandboxConfiguration(now: { Date().addingTimeInterval(7_200) })
            try await Journey.run(sandbox: configuration) { journey in
                let terminal = journey.terminal
                let token = journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(-3_600))
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.paste(token)
                try await terminal.wait(for: "JWT · user 1234567")
                try await terminal.press("Enter")
                try await terminal.wait(for: "the refusal") {
                    $0.flowing.contains("expired") && !$0.shows("proved")
                }
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }
    }
}
