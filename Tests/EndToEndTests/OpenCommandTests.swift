import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty open`, without a terminal: no account and no server is there to help.
    @Suite("Opening a file")
    struct OpenCommandTests {
        private static let table = """
            id,scientific_name,latitude,longitude,geoprivacy,taxon_geoprivacy,private_latitude,private_longitude,Colour
            7,Alba rosea,1.5,2.5,obscured,,1.25,2.25,red
            8,Alba minor,1,2,,,,,blue
            9,Alba minor,91,2,,,,,blue

            """

        private func run(_ arguments: String..., input: String = table) async throws -> BuiltBinary.Outcome {
            try await BuiltBinary.run(["open"] + arguments, input: input)
        }

        @Test("prints the rows, and names those that cannot be read on standard error")
        func listing() async throws {
            let outcome = try await run("-")
            let lines = outcome.output.split(separator: "\n")
            #expect(outcome.exitCode == 0)
            #expect(lines.count == 3)
            #expect(lines.first?.hasPrefix("Id") == true)
            #expect(lines.dropFirst().first?.contains("1.25000, 2.25000") == true)
            #expect(outcome.errors.contains("1 row of “standard input” cannot be read and is left out:"))
            #expect(outcome.errors.contains("line 4: latitude is 91, which is outside of what it can be"))
            #expect(outcome.errors.contains("unknown columns, left out: Colour"))
        }

        @Test("--json prints one object that can be opened again")
        func json() async throws {
            let outcome = try await run("--json", "-")
            let again = try await run("--json", "-", input: outcome.output)
            #expect(outcome.exitCode == 0)
            #expect(again.errors == "")
            #expect(again.output == outcome.output)
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            let rows = object?["observations"] as? [[String: Any]]
            #expect(rows?.compactMap { $0["id"] as? Int } == [7, 8])
            #expect(rows?.compactMap { $0["access"] as? String } == ["granted", "open"])
        }

        @Test("--check says what it is, and ends with 65 when a row cannot be read")
        func check() async throws {
            let outcome = try await run("--check", "-")
            #expect(outcome.exitCode == 65)
            #expect(
                outcome.output == """
                    “standard input”: CSV, as the website exports it
                    rows: 2
                    refused: 1
                      line 4: latitude is 91, which is outside of what it can be
                    unknown columns, left out: Colour

                    """
            )
            let good = try await run("--check", "-", input: "{\"results\":[{\"id\":1}]}")
            #expect(good.exitCode == 0)
            #expect(good.output.contains("a saved reply of the API"))
        }

        @Test("what cannot be opened is told in one sentence, with its exit code")
        func errors() async throws {
            let missing = try await run("/nonexistent/a.csv")
            #expect(missing.exitCode == 64)
            #expect(
                missing.errors
                    == "inatty: “/nonexistent/a.csv” cannot be opened: No such file or directory.\n"
            )
            let empty = try await run("-", input: "")
            #expect(empty.exitCode == 65)
            #expect(empty.errors == "inatty: “standard input” is empty.\n")
            #expect(try await run("--check", "--json", "-").exitCode == 64)
        }

        @Test("nothing in a file reaches the terminal as an escape sequence")
        func hostile() async throws {
            let outcome = try await run(
                "-",
                input: "id,scientific_name,\u{1B}]0;x\u{7}\n1,\u{1B}[31mred\u{9B}5m,\n\u{1B}[2J,a,\n"
            )
            let text = outcome.output + outcome.errors
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 7 })
            #expect(text.contains("red"))
        }
    }
}
