import Foundation
import Subprocess
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty manual`, `inatty --help`.
    @Suite
    struct ManualCommandTests {
        private func mandoc(_ arguments: String..., page: String) async throws -> (code: Bool, output: String)
        {
            let result = try await Subprocess.run(
                .name("mandoc"),
                arguments: Arguments(arguments),
                input: .string(page),
                output: .string(limit: 1 << 22),
                error: .string(limit: 1 << 20)
            )
            return (
                result.terminationStatus.isSuccess,
                result.standardOutput + result.standardError
            )
        }

        @Test("The manual page has nothing that mandoc warns of")
        func lint() async throws {
            let page = try await BuiltBinary.run(["manual"])
            #expect(page.exitCode == 0)
            #expect(page.errors.isEmpty)
            let lint = try await mandoc("-T", "lint", "-W", "warning", page: page.output)
            #expect(lint.code)
            #expect(lint.output.isEmpty, "\(lint.output)")
        }

        @Test(
            "Rendered, it shows commands, options, keys and signs as they are typed",
            arguments: ["ascii", "utf8"]
        )
        func renders(device: String) async throws {
            let page = try await BuiltBinary.run(["manual"])
            // Overstruck letters are bold; wide enough that no line is divided.
            let rendered = try await mandoc("-T", device, "-O", "width=1000", page: page.output)
            let text = rendered.output.replacing(/.\u{8}/, with: "")
            for words in [
                "INATTY(1)", "inatty auth login", "--taxon-geoprivacy word", "--saved name", "Ctrl-L",
                "&, F4",
                "$XDG_CONFIG_HOME/inatty/config.yaml", "HTTPS_PROXY, ALL_PROXY, NO_PROXY",
                #"printf 'Authorization: %s\n' "$(inatty auth token)""#, "inatty auth login - < token.txt",
            ] {
                #expect(text.contains(words), "\(words)")
            }
            #expect(!text.contains("\\["))
        }

        @Test("The help of every command ends with its examples")
        func help() async throws {
            struct Tool: Decodable {
                struct Command: Decodable {
                    let commandName: String
                    let subcommands: [Command]?

                    /// The words that lead to each command, the program's name left out.
                    func places(after words: [String]) -> [[String]] {
                        [words]
                            + (subcommands ?? []).filter { $0.commandName != "help" }
                            .flatMap { $0.places(after: words + [$0.commandName]) }
                    }
                }
                let command: Command
            }
            let dump = try await BuiltBinary.run(["--experimental-dump-help"])
            let tool = try JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8))
            let places = tool.command.places(after: [])
            #expect(places.count > 20)
            for words in places {
                let help = try await BuiltBinary.run(words + ["--help"])
                #expect(help.exitCode == 0)
                let last = help.output.components(separatedBy: "\n\n").last ?? ""
                #expect(last.hasPrefix("Examples:\n  ") && last.hasSuffix("\n"), "\(words): \(last)")
                #expect(try await BuiltBinary.run(["help"] + words).output == help.output)
            }
        }
    }
}
