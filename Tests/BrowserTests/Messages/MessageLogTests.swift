import FoundationEssentials
import TerminalUI
import Testing

@testable import Browser

@Suite struct MessageLogTests {
    @Test func `what was said can be read again, the newest first`() throws {
        var state = try World.browser()
        state.type("u")
        state.type("M")
        state.type("!")
        #expect(state.context == .messages)
        let text = state.screenText
        let first = try #require(text.firstRange(of: "Lengths are told in feet."))
        let second = try #require(text.firstRange(of: "Points are written as degrees"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(text.contains("12:00"))
        state.press(.escape)
        #expect(state.context == .table)
    }

    @Test func `the same said again is counted`() {
        var log = MessageLog()
        for second in 0..<3 {
            log.note(Message("Nothing is being fetched."), at: World.now.addingTimeInterval(Double(second)))
        }
        log.note(Message("Something else."), at: World.now)
        #expect(log.entries.map(\.times) == [3, 1])
        let lines = MessagesScreen.lines(log, columns: 80).map(\.text)
        #expect(lines[1].contains("Nothing is being fetched.  (3 times)"))
    }

    @Test func `only the newest five hundred are kept`() {
        var log = MessageLog()
        for number in 0..<900 { log.note(Message("message \(number)"), at: World.now) }
        #expect(log.entries.count == 500)
        #expect(log.entries.first?.message.text == "message 400")
    }

    @Test func `where nothing was said that is told`() {
        #expect(MessagesScreen.lines(MessageLog(), columns: 80).map(\.text) == ["Nothing was said so far."])
    }

    @Test(arguments: [(60, 15), (80, 24), (120, 36)])
    func `a long message is read in the lines above the foot, until the next key`(
        _ columns: Int,
        _ rows: Int
    ) throws {
        var state = try World.browser(columns, rows)
        let words = (1...24).map { "word\($0)" }.joined(separator: " ")
        state.update(.notice(Message(words, .warning)), at: World.now)
        let text = state.drawn.lines.suffix(3).joined(separator: " ").split(separator: " ").joined(
            separator: " "
        )
        for number in [1, 2, 12, 20] { #expect(text.contains("word\(number) ")) }
        state.press(.down)
        #expect(!state.screenText.contains("word1 "))
    }
}
