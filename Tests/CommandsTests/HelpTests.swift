import ArgumentParser
import Foundation
import Testing

@testable import Commands

struct HelpTests {
    private func help(of place: CommandPlace) throws -> String {
        let parsed = Inatty.helpMessage(for: place.command, columns: 80)
        return try #require(HelpText(parsed), "\(place) has no examples").text
    }

    @Test("The help of every command ends with some examples that fit on a line", arguments: CommandPlace.all)
    func endsWithExamples(place: CommandPlace) throws {
        let help = try help(of: place)
        let block = try #require(help.components(separatedBy: "\n\n").last)
        let lines = block.components(separatedBy: "\n")
        #expect(lines.first == "Examples:")
        #expect((1...4).contains(lines.count - 1))
        for line in lines.dropFirst() {
            #expect(line.hasPrefix("  ") && line.dropFirst(2).first?.isWhitespace == false, "\(line)")
            #expect(line.contains("inatty") && line.count <= 80, "\(line)")
        }
        // Nothing else is lost on the way, and nothing stands there twice.
        #expect(help.contains("USAGE: inatty"))
        #expect(help.contains("--help"))
        #expect(help.components(separatedBy: "Examples:").count == 2)
    }

    @Test("Every example is a command line that the program takes", arguments: CommandPlace.all)
    func examplesParse(place: CommandPlace) throws {
        let examples = Discussion(place.command.configuration.discussion).examples
        let lines = try examples.map { try #require(ShellWords(ofProgramIn: $0)?.words, "\($0)") }
        #expect(lines.contains { Array($0.prefix(place.words.count)) == place.words || place.isDefault })
        for words in lines {
            #expect(throws: Never.self, "\(words)") { try Inatty.parseAsRoot(words.withoutSavedQuery) }
        }
    }

    @Test("A help without examples stays as it is")
    func noExamples() {
        #expect(HelpText("OVERVIEW: Something.\n\nUSAGE: inatty something") == nil)
    }

    @Test(
        "The words of a command line are told apart as a shell does",
        arguments: [
            ("inatty", []),
            ("inatty changes --since \"30 days\"", ["changes", "--since", "30 days"]),
            ("inatty auth login - < token.txt", ["auth", "login", "-"]),
            ("curl -s \"$URL\" | inatty open --json -", ["open", "--json", "-"]),
            ("printf '%s' \"$(inatty auth token)\" | curl -H @- x", ["auth", "token"]),
            ("inatty browse 'https://a.example/b?c=1&d=2'", ["browse", "https://a.example/b?c=1&d=2"]),
        ] as [(String, [String])]
    )
    func words(line: String, words: [String]) {
        #expect(ShellWords(ofProgramIn: line)?.words == words)
    }
}

extension CommandPlace {
    /// Whether the program runs it when no command is named.
    fileprivate var isDefault: Bool { command == Inatty.configuration.defaultSubcommand }
}

extension [String] {
    /// What is saved differs from person to person, so that name is left out.
    fileprivate var withoutSavedQuery: [String] {
        guard let place = firstIndex(of: "--saved") else { return self }
        return Array(self[..<place] + self[(place + 2)...])
    }
}
