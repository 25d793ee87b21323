import Foundation
import INaturalist
import INaturalistSandbox
import ObservationStore
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty sync`.
    @Suite
    struct SyncCommandTests {
        private let own = ObservationQuery(observer: "observer")
        private let key = ViewerKey.jwt(user: Sandbox.account(.observer).userID)

        @Test("One's own observations are fetched without a query, and the second time only what changed")
        func syncsOwn() async throws {
            try await SyncWorld.run { world in
                let there = Array(world.sandbox.observationIDs(owner: "observer").reversed())
                let first = try await world.inatty("sync", as: .observer)
                #expect(first.exitCode == 0)
                #expect(
                    first.output == "observer:observer: 1,600 observations held, up to date. 1,600 new.\n"
                )
                #expect(first.errors.contains("fetching 200 of 1,600"))
                #expect(try world.held(own, as: key) == there)
                #expect(world.requests() >= 8)
                world.sandbox.deleteObservation(id: there[100])
                world.sandbox.changeGeoprivacy(id: there[50], to: .private)
                let second = try await world.inatty("sync", as: .observer)
                #expect(second.exitCode == 0)
                #expect(second.output.contains("1,599 observations held, up to date."))
                #expect(second.output.contains("1 deleted."))
                #expect(world.requests() < 16)
                #expect(try world.held(own, as: key) == there.filter { $0 != there[100] })
            }
        }

        @Test("Names are looked up, and --mine narrows the query to one's own")
        func looksUp() async throws {
            try await SyncWorld.run { world in
                let outcome = try await world.inatty(
                    "sync",
                    "--mine",
                    "--taxon",
                    "Platanthera",
                    "--as",
                    "jwt",
                    as: .observer
                )
                #expect(outcome.exitCode == 0)
                #expect(outcome.output.contains("/Platanthera"))
                let store = try world.store()
                defer { store.close() }
                let list = try #require(try store.lists().first)
                #expect(list.viewer == key && list.count > 0)
                let rows = try store.rows(store.ids(of: list.id, in: .all, limit: nil), as: key)
                #expect(rows.allSatisfy { $0.observation.observer?.login == "observer" && $0.isAnswered })
                let wrong = try await world.inatty("sync", "--taxon", "Platantera", "--as", "anonymous")
                #expect(wrong.exitCode == 64 && wrong.errors.contains("Platantera"))
            }
        }

        @Test(
            "What says nothing of which observations, or contradicts itself, is refused with what to do",
            arguments: [
                (["sync"], "name a query"), (["sync", "--as", "anonymous"], "name a query"),
                (["sync", "--mine", "--as", "anonymous"], "--as anonymous"),
                (["sync", "--mine", "user:stranger"], "--mine names the observer"),
                (["sync", "id:abc"], "no observation id"),
                (["sync", "user:observer", "--as", "jwt"], "auth login"),
            ]
        )
        func refuses(arguments: [String], words: String) async throws {
            try await SyncWorld.run { world in
                let outcome = try await BuiltBinary.run(arguments, environment: world.environment())
                #expect(outcome.exitCode == 64 || outcome.exitCode == 77)
                #expect(outcome.errors.contains(words))
                #expect(world.sandbox.requests.isEmpty)
            }
        }

        @Test("Two processes on one list at the same time both end right")
        func runsTwice() async throws {
            try await SyncWorld.run { world in
                async let first = world.inatty("sync", as: .observer)
                async let second = world.inatty("sync", as: .observer)
                for outcome in try await [first, second] {
                    #expect(outcome.exitCode == 0, "\(outcome.errors)")
                    #expect(outcome.output.contains("1,600 observations held"))
                }
                let there = Array(world.sandbox.observationIDs(owner: "observer").reversed())
                #expect(try world.held(own, as: key) == there)
            }
        }

        @Test("A 429 that names no time is waited out, and the line says why")
        func waitsOutThrottling() async throws {
            try await SyncWorld.run { world in
                // The client itself asks three times.
                world.sandbox.inject(SandboxFault.throttled.on("/v2/observations", count: 3))
                let outcome = try await world.inatty("sync", "--as", "jwt", as: .observer)
                #expect(outcome.exitCode == 0)
                #expect(outcome.errors.contains("waiting "))
                #expect(outcome.errors.contains("iNaturalist asks for fewer requests."))
                #expect(outcome.output.contains("1,600 observations held"))
            }
        }

        @Test("A 403 for too large a window is not told as a lack of rights")
        func tellsTooLargeWindow() async throws {
            try await SyncWorld.run { world in
                world.sandbox.inject(
                    SandboxFault.reply(
                        status: 403,
                        body: #"""
                            {"error":"Result window is too large, page x size must be less than or equal to [10000]. \#
                            Please narrow your search, or use a sliding window approach with id_above or id_below \#
                            params.","status":403}
                            """#
                    )
                    .on("/v2/observations", count: nil)
                )
                let outcome = try await world.inatty("sync", "user:observer")
                #expect(outcome.exitCode == 64)
                #expect(outcome.errors.contains("no more than 10,000"))
                #expect(outcome.errors.contains("your rights are not the reason"))
            }
        }

        @Test("SIGINT ends it with 130 and says how it goes on; the next one asks for the rest alone")
        func goesOnAfterInterrupt() async throws {
            try await SyncWorld.run { world in
                let gate = SandboxGate()
                // The third page is held, so that there is something to interrupt.
                world.sandbox.inject(SandboxFault(.delay(.zero)).on("/v2/observations", count: 2))
                world.sandbox.inject(SandboxFault(.held(gate)).on("/v2/observations", count: nil))
                let process = try world.start("sync", "user:observer")
                await gate.arrivals(1)
                process.send(SIGINT)
                let exitCode = try await process.end()
                gate.open()
                world.sandbox.clearFaults()
                #expect(exitCode == 130)
                #expect(
                    process.errors.contains(
                        "The sync was stopped. What was fetched is kept; the next one goes on there."
                    )
                )
                let held = try world.held(own, as: .anonymous)
                let there = Array(world.sandbox.observationIDs(owner: "observer").reversed())
                #expect(held.count == 400)
                #expect(held == Array(there.prefix(held.count)))
                _ = world.requests()
                let next = try await world.inatty("sync", "user:observer")
                #expect(next.exitCode == 0)
                #expect(try world.held(own, as: .anonymous) == there)
                // The rest, what changed since, and the count; what follows the first pass is as much again at most.
                #expect(world.requests() <= (1_600 - held.count) / 200 + 2 + 8)
            }
        }

        @Test("On a terminal one line is drawn again and again, and Ctrl-C leaves the terminal sane")
        func drawsOneLine() async throws {
            let gate = SandboxGate()
            try await Journey.run(signedInAs: .observer) { journey in
                let number = try await journey.terminal.start("inatty sync && echo done-with-it")
                try await journey.terminal.wait(for: "done-with-it")
                try await journey.terminal.wait(for: "1,600 observations held, up to date. 1,600 new.")
                let screen = try await journey.terminal.screen()
                #expect(!screen.shows("fetching"))
                _ = try await journey.terminal.waitForPrompt(after: number)
                journey.sandbox.inject(SandboxFault(.held(gate)).on("/v2/observations", count: nil))
                let next = try await journey.terminal.start("inatty sync obscuration:private")
                await gate.arrivals(1)
                try await journey.terminal.press("C-c")
                try await journey.terminal.wait(for: "The sync was stopped.")
                try await journey.terminal.expectSane(after: next, exitCode: 130)
                gate.open()
            }
        }
    }
}
