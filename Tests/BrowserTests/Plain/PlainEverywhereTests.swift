import Testing

@testable import Browser

@Suite struct PlainEverywhereTests {
    /// Lines that lead from the table to every place there is.
    static let ways: [[String]] = [
        [], ["1"], ["tokens"], ["help"], ["?"], ["sort"], ["counts"], ["changes"], ["changes", "since"],
        ["jobs"],
        ["list"], ["query"], ["query", "saved"], ["query", "save"], ["sign in"], ["accounts"],
        ["accounts", "sign-out"], ["tokens", "sign-out"], ["find"], ["filter"], ["box"],
        ["go-to"], ["columns"], ["copy-menu"], ["open-menu"], ["messages"], ["export"], ["1", "show-photos"],
    ]

    @Test(arguments: ways)
    func `every command of every place is done by its name, and all that is told is plain text`(
        _ way: [String]
    ) throws {
        var there = try PlainTalk.begun()
        var lines: [String] = []
        for line in way { lines += there.say(line) }
        #expect(way.isEmpty || !lines.isEmpty)
        #expect(lines.allSatisfy(isPlain), "\(lines.filter { !isPlain($0) })")
        for command in CommandTable.commands(in: there.dialogue.state.context) {
            var talk = there
            let answer = talk.say(":" + command.id.name)
            let leaves = [CommandID.quit, .stop, .openWebPage, .openAddress].contains(command.id)
            #expect(!answer.isEmpty || leaves, "\(command.id)")
            #expect(answer.allSatisfy(isPlain), "\(command.id): \(answer.filter { !isPlain($0) })")
            #expect(talk.dialogue.prompt.hasSuffix("> "))
        }
    }

    @Test func `the ways lead to every place`() throws {
        var reached: Set<Context> = []
        for way in Self.ways {
            var talk = try PlainTalk.begun()
            for line in way { talk.say(line) }
            reached.insert(talk.dialogue.state.context)
        }
        // The list of commands stands for help and the palette; photos need a server.
        let others = Context.allCases.filter { !reached.contains($0) }.map(\.name)
        #expect(Set(others).isSubset(of: ["help", "palette", "photos"]), "\(others)")
    }
}
