import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// `inatty config`, as the built program answers.
    @Suite
    struct ConfigCommandTests {
        @Test("The path is told whether the file is there or not, and a folder is made by neither")
        func path() async throws {
            let place = try ConfigurationFolder()
            let outcome = try await place.config("path")
            #expect(outcome.exitCode == 0)
            #expect(outcome.output == place.file.path + "\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.home).isEmpty)
            let homeless = try await BuiltBinary.run(["config", "path"], environment: ["HOME": ""])
            #expect(homeless.exitCode == 64)
            #expect(homeless.errors.contains("Neither XDG_CONFIG_HOME nor HOME"))
        }

        @Test("Two mistakes are two lines with their places, and the exit code 65")
        func check() async throws {
            let place = try ConfigurationFolder("theme: drk\nunits: feet\nbind:\n  table:\n    F4: opn\n")
            let outcome = try await place.config("check")
            #expect(outcome.exitCode == 65)
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(
                lines.first?.hasPrefix(
                    "\(place.file.path):1:8: “drk” is no theme. Did you mean “dark”? There are: "
                ) == true
            )
            #expect(
                lines.last?.hasPrefix(
                    "\(place.file.path):5:9: “opn” is no command. Did you mean “open”? There are: "
                ) == true
            )
        }

        @Test("A file without mistakes, and none at all, are told as such")
        func sound() async throws {
            for (text, words) in [("theme: light\n", "all of it can be used"), (nil, "is not there")] {
                let place = try ConfigurationFolder(text)
                let outcome = try await place.config("check")
                #expect(outcome.exitCode == 0)
                #expect(outcome.output.hasPrefix(place.file.path) && outcome.output.contains(words))
            }
        }

        @Test("What is shown is a file that the check finds flawless and that shows the same again")
        func show() async throws {
            for text in [nil, "theme: light\nbind: {everywhere: {F10: quit}}\ncolumns: [apart: 12, taxon]\n"]
            {
                let shown = try await ConfigurationFolder(text).config("show")
                #expect(shown.exitCode == 0 && shown.errors.isEmpty)
                let place = try ConfigurationFolder(shown.output)
                let check = try await place.config("check")
                #expect(check.exitCode == 0, "\(check.output)")
                #expect(try await place.config("show").output == shown.output)
            }
        }

        @Test("What cannot be used is told on standard error while the rest is shown")
        func showOfMistakes() async throws {
            let outcome = try await ConfigurationFolder("theme: drk\nunits: feet\n").config("show")
            #expect(outcome.exitCode == 0)
            #expect(outcome.errors.contains(":1:8: “drk” is no theme."))
            #expect(outcome.output.contains("\ntheme: dark\n") && outcome.output.contains("\nunits: feet\n"))
        }

        @Test("No escape sequence of the file gets to the terminal")
        func hostile() async throws {
            let text = "theme: \"\\e[2J\"\nstart: \"taxon:\\e]0;x\\a\"\n\"k\\u202Ey\": 1\n"
            for command in ["check", "show"] {
                let outcome = try await ConfigurationFolder(text).config(command)
                let all = (outcome.output + outcome.errors).unicodeScalars
                #expect(!all.isEmpty)
                #expect(all.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
                #expect(all.allSatisfy { $0.properties.generalCategory != .format })
            }
        }

        @Test("The schema is JSON that knows every entry of the file")
        func schema() async throws {
            let outcome = try await ConfigurationFolder().config("schema")
            #expect(outcome.exitCode == 0)
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            let properties = try #require(object?["properties"] as? [String: Any])
            let shown = try await ConfigurationFolder().config("show").output
            let entries = shown.matches(of: /(?m)^([a-z]+):/).map { String($0.1) }
            #expect(Set(entries) == Set(properties.keys))
        }

        @Test("A binding is written, kept with its comments, and refused when it cannot be")
        func bind() async throws {
            let place = try ConfigurationFolder("# mine\ntheme: light # bright\n")
            #expect(try await place.config("bind", "table", "Ctrl-X", "find").exitCode == 0)
            #expect(try await place.config("bind", "everywhere", "F10", "quit").exitCode == 0)
            let text = place.text
            #expect(
                text == """
                    # mine
                    theme: light # bright

                    bind:
                      table:
                        Ctrl-X: find
                      everywhere:
                        F10: quit

                    """
            )
            for (arguments, words) in [
                (["tabel", "F4", "open"], "“tabel” is no place"),
                (["table", "F44", "open"], "“F44” is no key"),
                (["table", "F4", "opn"], "Did you mean “open”?"),
            ] {
                let outcome = try await BuiltBinary.run(
                    ["config", "bind"] + arguments,
                    environment: place.variables
                )
                #expect(outcome.exitCode == 64)
                #expect(outcome.errors.contains(words))
            }
            #expect(place.text == text)
            #expect(try await place.config("check").exitCode == 0)
        }

        @Test("A file that is made is for its owner alone")
        func made() async throws {
            let place = try ConfigurationFolder()
            #expect(try await place.config("bind", "table", "F4", "open").exitCode == 0)
            #expect(place.text == "bind:\n  table:\n    F4: open\n")
            #expect(try place.mode(place.file) == 0o600)
            #expect(try place.mode(place.file.deletingLastPathComponent()) == 0o700)
        }
    }
}

extension ConfigurationFolder {
    /// What the command does with it.
    fileprivate func config(_ arguments: String...) async throws -> BuiltBinary.Outcome {
        try await BuiltBinary.run(["config"] + arguments, environment: variables)
    }

    fileprivate var variables: [String: String] { ["XDG_CONFIG_HOME": home] }
}
