import Foundation
import INaturalistSandbox
import TestBrowser
import TestSupport
import Testing

extension EndToEnd {
    /// Signing in on the site's own page, which sends the browser back to this computer.
    @Suite
    struct BrowserSignInJourneys {
        /// From the shell to where the person's web browser stands on the consent page.
        private func toConsent(
            _ journey: Journey,
            for application: SandboxApplication = .publicClient
        ) async throws -> (number: Int, consent: Consent) {
            try journey.installWebBrowser()
            let number = try await journey.start()
            try await journey.terminal.wait(for: "paste it here")
            try await journey.terminal.choose(.browser)
            try await journey.terminal.fillApplication(application)
            try await journey.terminal.press("Enter")
            let consent = try await journey.openedConsent()
            try await journey.terminal.wait(for: "Waiting for the browser…")
            return (number, consent)
        }

        @Test(
            "Who lets a public or a confidential application in is signed in, and told so by the page",
            arguments: [SandboxApplication.publicClient, .working]
        )
        func allowed(application: SandboxApplication) async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey, for: application)
                let shown = try await journey.terminal.screen()
                #expect(shown.shows("If none has opened, open this address on this computer"))
                #expect(consent.redirectURI.wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/callback/) != nil)
                #expect(consent.query("code_challenge_method") == "S256")
                #expect(consent.query("state").count >= 22, "128 bits or more")
                #expect(consent.isWaitedFor)

                let destination = try await consent.answer().destination
                let page = try await consent.follow(destination)
                #expect(page.status == 200)
                #expect(page.text.contains("inatty goes on in the terminal. This tab can be closed."))
                #expect(page.header("Content-Security-Policy") == "default-src 'none'")
                #expect(page.header("Cache-Control") == "no-store")
                try await journey.terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                #expect(!consent.isWaitedFor, "the port is closed once it has served")
                let kept = try #require(try journey.terminal.kept().first)
                #expect(kept.way == "browser")
                #expect(kept.tokens.count == 2)
                try await journey.leave(number)
                #expect(journey.sandbox.isAlive(kept.tokens[0]), "what is kept goes on")
            }
        }

        @Test(
            "Who denies is told so in the site's own words, on the page and on the screen, and can try again"
        )
        func denied() async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey)
                let destination = try await consent.answer(pressing: "Deny").destination
                let page = try await consent.follow(destination)
                #expect(page.status == 400)
                #expect(page.text.contains("inatty did not sign in"))
                #expect(page.text.contains("This tab can be closed."))
                // Doorkeeper's words for a denial, as the site sends them along (RFC 6749, 4.1.2.1).
                let words = "The resource owner or authorization server denied the request."
                #expect(page.text.contains(words))
                let told = try await journey.terminal.wait(
                    for: "You did not let the application in",
                    "Open the browser",
                    "not signed in"
                )
                #expect(told.flowing.contains("(iNaturalist says “\(words)”)"))
                #expect(!consent.isWaitedFor)
                try FileManager.default.removeItem(at: journey.terminal.file("opened"))
                try await journey.terminal.press("Enter")
                let second = try await journey.openedConsent()
                #expect(second.query("state") != consent.query("state"))
                #expect(second.query("code_challenge") != consent.query("code_challenge"))
                _ = try await second.follow(try await second.answer().destination)
                try await journey.terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("Escape ends the waiting and closes the port; the form stays")
        func stopped() async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey)
                #expect(consent.isWaitedFor)
                try await journey.terminal.press("Escape")
                try await journey.terminal.wait(
                    for: "Stopped waiting. Nothing was changed.",
                    "Open the browser",
                    SandboxApplication.publicClient.clientID
                )
                try await journey.terminal.waitUntil("the port is closed") {
                    consent.isWaitedFor ? nil : true
                }
                #expect(journey.sandbox.requests.isEmpty)
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Leaving while the browser is waited for is at once, and closes the port")
        func left() async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey)
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
                #expect(!consent.isWaitedFor)
            }
        }

        @Test("A browser that comes back from another sign-in gets nothing, and its code is not used")
        func otherState() async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey)
                let destination = try #require(try await consent.answer().destination)
                let forged = destination.replacing(
                    consent.query("state"),
                    with: String(repeating: "A", count: 43)
                )
                journey.sandbox.forgetRequests()
                let page = try await consent.follow(forged)
                #expect(page.status == 400)
                try await journey.terminal.wait(
                    for: "came back from another sign-in than this one",
                    "not signed in"
                )
                #expect(!consent.isWaitedFor)
                #expect(journey.sandbox.requests.isEmpty)
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Other paths of the port get nothing and end nothing")
        func otherPath() async throws {
            try await Journey.run { journey in
                let (number, consent) = try await toConsent(journey)
                let other = try await Browser(baseURL: "http://127.0.0.1:\(consent.port)").get("/favicon.ico")
                #expect(other.status == 404)
                _ = try await consent.follow(try await consent.answer().destination)
                try await journey.terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("Without a web browser the address is on the screen, whole, and can be copied")
        func noBrowser() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                try terminal.install("xdg-open", "exit 3")
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.choose(.browser)
                try await terminal.fillApplication(.publicClient)
                try await terminal.press("Enter")
                try await terminal.wait(for: "No web browser could be started here")
                try await terminal.press("C-y")
                try await terminal.wait(for: "Copied the address.")
                let consent = journey.consent(at: try await terminal.clipboard())
                let shown = try await terminal.screen().lines.map { $0.trimmingCharacters(in: .whitespaces) }
                #expect(shown.joined().contains(consent.address))
                _ = try await consent.follow(try await consent.answer().destination)
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }
    }
}
