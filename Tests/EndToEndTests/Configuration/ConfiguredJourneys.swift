import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// The browser, as it is with a configuration.
    @Suite
    struct ConfiguredJourneys {
        private func journey(
            _ text: String,
            _ variables: [String: String] = [:],
            _ body: (Journey) async throws -> Void
        ) async throws {
            let folder = try ConfigurationFolder(text)
            let environment = variables.merging(["XDG_CONFIG_HOME": folder.home]) { $1 }
            try await Journey.run(signedInAs: .observer, environment: environment, body)
        }

        /// Whether an escape sequence of a captured screen sets a colour.
        private func isColoured(_ styled: String) -> Bool {
            styled.matches(of: /\u{1B}\[([0-9;:]*)m/)
                .flatMap { $0.1.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) } }
                .contains { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
        }

        @Test(
            "Colours are as the configuration says; where it says nothing, as NO_COLOR does",
            arguments: [
                ("colours: always", "1", true), ("colours: never", "", false),
                ("colours: automatic", "1", false),
                ("theme: mono", "", false), ("theme: terminal", "", true),
            ]
        )
        func colours(_ text: String, _ noColour: String, _ isColoured: Bool) async throws {
            try await journey(text, ["NO_COLOR": noColour]) { journey in
                let number = try await journey.startProved()
                #expect(self.isColoured(try await journey.terminal.styledText()) == isColoured)
                try await journey.leave(number)
            }
        }

        @Test("A key does what the configuration says, and the footer names it")
        func keys() async throws {
            try await journey("bind: {table: {\"q\": none, \"Q\": quit}}") { journey in
                let number = try await journey.startProved()
                try await journey.terminal.wait(for: "Q quit")
                try await journey.terminal.press("Q")
                try await journey.terminal.expectSane(after: number, exitCode: 0)
            }
        }

        @Test("ASCII signs are drawn where the configuration asks for them")
        func characters() async throws {
            try await journey("characters: ascii") { journey in
                let number = try await journey.start()
                try await journey.terminal.wait(for: "proved", Orchid.name, Orchid.truePoint)
                let text = try await journey.terminal.styledText()
                #expect(!text.contains("│") && !text.contains("●") && !text.contains("◐"))
                try await journey.leave(number)
            }
        }

        @Test("A configuration with two mistakes costs two defaults, and the program starts")
        func mistakes() async throws {
            try await journey("theme: drk\ncoordinates: dms\nmouse: maybe\n") { journey in
                let number = try await journey.start()
                // The third entry holds: 41.60218, -93.61240 in degrees, minutes and seconds.
                try await journey.terminal.wait(for: "JWT · proved", "41°36′", "93°36′")
                try await journey.leave(number)
            }
        }
    }
}
