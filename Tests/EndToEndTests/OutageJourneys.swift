import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Servers that go away, answer late or answer nonsense.
    @Suite
    struct OutageJourneys {
        @Test(
            "With the server gone nothing is lost and the reason is shown; r after its return fetches again"
        )
        func goneAndBack() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("j")
                let before = try await terminal.wait(for: "42.3611000, -71.0570000")
                await journey.sandbox.stop()
                try await terminal.press("r")
                let gone = try await terminal.wait(
                    for: "127.0.0.1:\(journey.sandbox.port) cannot be reached",
                    Orchid.truePoint
                )
                #expect(gone.taxa.starts(with: before.taxa.prefix(10)))

                let again = try await Sandbox.start(SandboxConfiguration(port: journey.sandbox.port))
                try await terminal.press("r")
                let back = try await terminal.wait(forNo: "cannot be reached")
                #expect(back.shows("JWT · proved"))
                try await terminal.wait(for: "Fetched again.")
                try await terminal.wait(for: "the rows as they were") { screen in
                    screen.lines.dropFirst().dropLast() == before.lines.dropFirst().dropLast()
                }
                try await journey.leave(number)
                await again.stop()
            }
        }

        @Test("A record opened while the server is gone shows what is known and how to ask again")
        func recordWithoutServer() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                await journey.sandbox.stop()
                try await terminal.press("Enter")
                let record = try await terminal.wait(for: "cannot be reached", "Press r to ask again.")
                #expect(record.shows("41.6021800, -93.6124000"))
                let again = try await Sandbox.start(SandboxConfiguration(port: journey.sandbox.port))
                try await terminal.press("r")
                try await terminal.wait(for: "Quality grade", "research grade")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
                await again.stop()
            }
        }

        @Test("A server that is not there from the start is told on the login screen, which stays usable")
        func goneFromTheStart() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                await journey.sandbox.stop()
                let number = try await journey.start()
                try await terminal.wait(for: "Sign in to see", "cannot be reached")
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("Signing in without a server says so and keeps the form; Escape stops the waiting")
        func signingInWithoutServer() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let gate = SandboxGate()
                journey.sandbox.inject(SandboxFault(.held(gate)))
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.fillPasswordForm(password: "prairie-orchid")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Esc stops")
                await gate.arrivals(1)
                try await terminal.press("Escape")
                try await terminal.wait(for: "Stopped waiting", "•••••", "not signed in")
                gate.open()
                try await terminal.press("Enter")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("Throttling is told with what to do, and the rows stay")
        func throttled() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                journey.sandbox.inject(.throttled.on("/", count: nil))
                try await terminal.press("r")
                try await terminal.wait(for: "asks for fewer requests", Orchid.truePoint)
                journey.sandbox.clearFaults()
                try await terminal.press("r")
                try await terminal.wait(forNo: "asks for fewer requests")
                try await terminal.wait(for: "JWT · proved", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("A web page where data was due is named as such")
        func webPageInstead() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                journey.sandbox.inject(.htmlInsteadOfJSON.on("/v", count: nil))
                let number = try await journey.start()
                let refused = try await terminal.wait(for: "sent a web page where data was due")
                #expect(!refused.shows("proved"))
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("A page that the strict second version of the API fails on is fetched from the first")
        func secondVersionFails() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                journey.sandbox.inject(.searchFailureV2.on("/v2/observations", count: nil))
                let number = try await journey.startProved()
                #expect(
                    journey.sandbox.requests.contains {
                        $0.path == "/v1/observations" && $0.authorization == .jwt
                    }
                )
                try await journey.leave(number)
            }
        }

        @Test("No redirect is followed, so that no token travels")
        func redirected() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let elsewhere = try await Sandbox.start()
                journey.sandbox.inject(
                    .redirect(to: elsewhere.baseURL + "/v2/observations").on("/v", count: nil)
                )
                let number = try await journey.start()
                try await journey.terminal.wait(for: "Redirects are not followed")
                #expect(elsewhere.requests.isEmpty)
                try await journey.terminal.press("C-c")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
                await elsewhere.stop()
            }
        }

        @Test("Leaving never waits for a server", arguments: ["/", "/oauth/revoke"])
        func leavingWhileServerHangs(path: String) async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                let gate = SandboxGate()
                journey.sandbox.inject(SandboxFault(.held(gate), pathPrefix: path, count: nil))
                try await terminal.press("r")
                try await terminal.press("q")
                try await terminal.wait(for: "the shell's prompt", within: .seconds(10)) { screen in
                    screen.shows("[0] \(number + 1)>")
                }
                try await terminal.expectSane(after: number, exitCode: 0)
                gate.open()
            }
        }
    }
}
