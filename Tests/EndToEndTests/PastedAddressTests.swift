import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// A pasted address on the command line: what of it is left out, and what it may not do to the terminal.
    @Suite
    struct PastedAddressTests {
        private static let page = "https://www.inaturalist.org/observations"

        @Test("What of it has no field is told once, by every command")
        func tellsWhatIsLeftOut() async throws {
            try await SyncWorld.run { world in
                let list = Self.page + "?user_id=observer&obscuration=private&sounds=true"
                let id = try #require(world.sandbox.observationIDs(owner: "observer").first)
                for arguments in [
                    ["sync", list], ["observations", list], ["observations", "--offline", list],
                    ["observations", "\(Self.page)/\(id)?sounds=true"], ["changes", list],
                    ["changes", Self.page + "?sounds=true"],
                ] {
                    let outcome = try await world.inatty(arguments: arguments)
                    #expect(outcome.exitCode == 0, "\(arguments): \(outcome.errors)")
                    #expect(outcome.errors.contains("sounds=true"), "\(arguments)")
                    let parts = outcome.errors.split(separator: "Left out of the address")
                    #expect(parts.count == 2, "\(arguments): \(outcome.errors)")
                }
            }
        }

        @Test(
            "No parameter's value reaches the terminal as an escape sequence",
            arguments: [
                "user_id=observer&obscuration=private&sounds=%1B%5D0;x%07", "quality_grade=%1B%5B31m%C2%9B5m",
                "taxon_name=%1B%5B2J",
            ]
        )
        func hostile(parameters: String) async throws {
            try await SyncWorld.run { world in
                let outcome = try await world.inatty("sync", "\(Self.page)?\(parameters)")
                #expect(!outcome.errors.isEmpty)
                let text = outcome.output + outcome.errors
                #expect(
                    !text.unicodeScalars.contains { [0x1B, 0x9B, 7].contains($0.value) },
                    "\(parameters)"
                )
            }
        }
    }
}
