import ArgumentParser
import Foundation
import Testing

@testable import Commands

struct CompletionTests {
    @Test(
        "A query is completed field by field, however the shell splits words",
        arguments: [
            (["inatty", "sync", "captive:"], ["captive:yes", "captive:no"]),
            (["inatty", "sync", "captive", ":"], ["yes", "no"]),
            (["inatty", "sync", "captive", ":", "y"], ["yes", "no"]),
            (
                ["inatty", "sync", "hidden:none,"], ["hidden:none,obscured", "hidden:none,private"]
            ),
            (["inatty", "observations", "--only", "access", ":", ""], ["open", "granted", "withheld"]),
            (["inatty", "sync", "taxon:Pla"], []),
            (["inatty", "sync", "nonsense:"], []),
        ] as [([String], [String])]
    )
    func query(words: [String], candidates: [String]) {
        #expect(QueryCompletion(words, words.count - 1).candidates == candidates)
    }

    @Test("Without a colon the names of fields are offered")
    func fields() {
        let candidates = QueryCompletion(["inatty", "sync", "ob"], 2).candidates
        #expect(Set(candidates).isSuperset(of: ["taxon:", "obscuration:", "observer:", "order:"]))
        #expect(candidates.allSatisfy { $0.hasSuffix(":") })
        // The cursor may be in no word yet.
        #expect(QueryCompletion(["inatty", "sync"], 2).candidates == candidates)
    }

    @Test(
        "Of a list the last word is completed, and none is offered twice",
        arguments: [
            ("", ["a", "b", "c"]), ("x", ["a", "b", "c"]), ("b,", ["b,a", "b,c"]), ("b,a,", ["b,a,c"]),
            ("a,b,c,", []),
        ] as [(String, [String])]
    )
    func lists(text: String, candidates: [String]) {
        #expect(WordAtCursor.lists(of: ["a", "b", "c"], after: text) == candidates)
    }

    @Test(
        "A candidate means itself in every shell",
        arguments: [
            ("bash", "my orchids", "my\\ orchids"), ("bash", "$(reboot)", "\\$\\(reboot\\)"),
            ("bash", "`a`~", "\\`a\\`\\~"), ("bash", "Käfer", "Käfer"),
            ("zsh", "access:open", "access\\:open"), ("zsh", "a\\b", "a\\\\b"), ("zsh", "$(x)", "$(x)"),
            ("fish", "access:open $(x)", "access:open $(x)"),
        ]
    )
    func typed(shell: String, candidate: String, text: String) {
        #expect(CompletionKind.typed([candidate], in: CompletionShell(rawValue: shell)) == [text])
    }

    @Test("What a terminal would not show as it is, is never offered")
    func hostile() {
        let names = ["a\u{1B}[2J", "a\nb", "a\u{202E}b", "", "good"]
        #expect(CompletionKind.typed(names, in: .fish) == ["good"])
    }

    @Test("Files and logins are completed wherever one is asked for")
    func kinds() throws {
        struct Tool: Decodable {
            struct Command: Decodable {
                struct Argument: Decodable {
                    let valueName: String?
                    let kind: String
                    let completionKind: [String: Kind]?
                }
                /// What stands in it does not matter here.
                struct Kind: Decodable {}
                let commandName: String
                let subcommands: [Command]?
                let arguments: [Argument]?
                var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
            }
            let command: Command
        }
        let tool = try JSONDecoder().decode(Tool.self, from: Data(Inatty._dumpHelp().utf8))
        let expected = ["file": "file", "path": "file", "login": "custom"]
        var count = 0
        for command in tool.command.all {
            for argument in command.arguments ?? [] where argument.kind != "flag" {
                guard let kind = argument.valueName.flatMap({ expected[$0] }) else { continue }
                count += 1
                #expect(argument.completionKind?.keys.first == kind, "\(command.commandName): \(argument)")
            }
        }
        #expect(count > 20)
    }
}
