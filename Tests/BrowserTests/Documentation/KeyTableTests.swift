import TestSupport
import Testing

@testable import Browser

/// README tells of the keys that there are.
@Suite struct KeyTableTests {
    @Test func `README has the keys of the table of commands`() throws {
        try expectGeneratedPart(KeyTable.markdown, named: "keys", of: "README.md")
    }

    @Test func `every command that a key does is told of with each of its keys`() throws {
        let lines = try Repository.text("README.md").split(separator: "\n")
        for context in Context.allCases {
            for command in CommandTable.commands(in: context) {
                for key in KeyMap.standard.keys(for: command.id, in: context) where command.keys.contains(key)
                {
                    let isTold = lines.contains { line in
                        line.hasPrefix("| `") && line.hasSuffix("| \(command.help) |")
                            && line.contains("`\(key.label)`")
                    }
                    #expect(isTold, "\(key.label) for \(command.id) in \(context)")
                }
            }
        }
    }
}
