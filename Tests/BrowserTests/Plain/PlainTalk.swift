import TerminalUI

@testable import Browser

/// A conversation in lines about the browser's real state, in front of a store that answers at once.
struct PlainTalk {
    var browser: TestBrowser
    var dialogue: PlainDialogue
    /// What others than the store were asked for by the last line.
    var asked: [Effect] = []

    init(_ browser: TestBrowser) {
        self.browser = browser
        dialogue = PlainDialogue(state: browser.state)
    }

    /// The made-up person's table, told for the first time.
    static func begun(_ ids: ClosedRange<Int>? = nil) throws -> PlainTalk {
        let size = PlainDisplay.size
        let rows = ids.map { World.many($0.reversed()) }
        var talk = PlainTalk(try World.browser(size.columns, size.rows, showing: rows))
        _ = talk.hear()
        return talk
    }

    /// Says lines one after another; answers what comes of the last.
    @discardableResult
    mutating func say(_ lines: String...) -> [String] {
        var answer: [String] = []
        for line in lines {
            take { $0.take(line: line, at: World.now) }
            while !dialogue.queue.isEmpty {
                let rest = dialogue.queue.removeFirst()
                take { $0.take(line: rest, at: World.now) }
            }
            answer = hear()
        }
        return answer
    }

    /// What is to be told now.
    mutating func hear() -> [String] { dialogue.news(isAnswer: true, at: World.now) }

    /// Does something, and lets the store answer.
    mutating func take(_ body: (inout PlainDialogue) -> [Effect]) {
        let effects = body(&dialogue)
        browser.state = dialogue.state
        asked = browser.settle(effects)
        dialogue.state = browser.state
    }
}

/// Whether a line is nothing but text that can be read out: no control or escape character, and nothing drawn.
func isPlain(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { scalar in
        let isDrawn = (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
        return !isDrawn && scalar.properties.generalCategory != .control
            && !"◐●○▸▲▼".unicodeScalars.contains(scalar)
    }
}
