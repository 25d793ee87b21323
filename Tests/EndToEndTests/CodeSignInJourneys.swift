import Foundation
import INaturalistSandbox
import TestBrowser
import TestSupport
import Testing

extension EndToEnd {
    /// Signing in with a code that the site's page shows, for a machine without a browser.
    @Suite
    struct CodeSignInJourneys {
        /// Fills the form, and takes the address of the consent page from the clipboard.
        private func toCode(_ journey: Journey, for application: SandboxApplication) async throws -> Consent {
            try await journey.terminal.wait(for: "paste it here")
            try await journey.terminal.choose(.code)
            try await journey.terminal.fillApplication(application)
            return try await askForAddress(journey)
        }

        /// Presses the button, and copies the address that is shown.
        private func askForAddress(_ journey: Journey) async throws -> Consent {
            let terminal = journey.terminal
            try await terminal.press("Enter")
            try await terminal.wait(for: "type the code that it shows", "type or paste it here")
            try await terminal.press("C-y")
            try await terminal.wait(for: "Copied the address.")
            let consent = journey.consent(at: try await terminal.clipboard())
            let shown = try await terminal.screen().lines.map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(shown.joined().contains(consent.address), "the whole address is on the screen")
            #expect(consent.redirectURI == "urn:ietf:wg:oauth:2.0:oob")
            return consent
        }

        @Test(
            "The code of the page, typed into the field, signs in",
            arguments: [SandboxApplication.publicClient, .working]
        )
        func typed(application: SandboxApplication) async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                let consent = try await toCode(journey, for: application)
                let code = try await consent.code()
                try await terminal.type(code)
                try await terminal.wait(for: "•••••")
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                #expect(try terminal.kept().map(\.way) == ["code"])
                #expect(!terminal.history.contains { $0.contains(code) }, "the code is not shown")
                try await journey.leave(number)
            }
        }

        @Test("A wrong code is told beside its field; another address brings a code that works")
        func wrong() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                let first = try await toCode(journey, for: .publicClient)
                try await terminal.type("not-a-code-of-this-site")
                try await terminal.press("Enter")
                let told = try await terminal.wait(
                    for: "The authorization code is not valid any more",
                    "not signed in"
                )
                #expect(told.shows("Show the address"))
                let second = try await askForAddress(journey)
                #expect(second.query("code_challenge") != first.query("code_challenge"))
                try await terminal.type(try await second.code())
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("A code that was used, or was made for another address, does not sign in")
        func used() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                let code = try await toCode(journey, for: .publicClient).code()
                try await terminal.type(code)
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await terminal.press("S")
                _ = try await toCode(journey, for: .publicClient)
                try await terminal.type(code)
                try await terminal.press("Enter")
                try await terminal.wait(for: "The authorization code is not valid any more")
                try await terminal.press("Escape")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("What is no code at all is said to be none, and nothing is sent")
        func garbage() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                _ = try await toCode(journey, for: .publicClient)
                try await terminal.paste("see you at the pond!")
                try await terminal.press("Enter")
                try await terminal.wait(for: "This is not an authorization code")
                #expect(journey.sandbox.requests.isEmpty)
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }
    }
}
