internal import FoundationEssentials
internal import SecretMemory
internal import TerminalUI

/// A conversation in lines about the state that the screens show: it takes a line, and says what is new.
///
/// It drives the same state by the same commands, so that nothing can be done on the screens that cannot be done here.
nonisolated struct PlainDialogue: Sendable {
    /// What was told already.
    struct Told: Sendable {
        var key = ""
        var about: [String] = []
        var page: [String] = []
        var selected: Int?
        var message: String?
        var notices: [String] = []
        var job: (line: String, state: JobStatus.State, at: Date)?
    }

    /// A text that lies over everything.
    struct Reading: Sendable, Hashable {
        let title: String
        let lines: [String]
    }

    /// A field that the next line, or a secret, is for.
    struct Question: Sendable, Hashable {
        let field: Int
        let label: String
        let isSecret: Bool
    }

    var state: BrowserState
    /// A text that lies over everything: the list of commands, or what the screens show in another program.
    var reading: Reading?
    /// What is asked for.
    var question: Question?
    /// Lines that are still to be taken, before any that is typed.
    var queue: [String] = []
    /// What is to be said besides what is there.
    var answers: [String] = []
    /// The first row or line of the page, of what is shown.
    var top = 0
    /// Where pages were left, by their titles.
    var tops: [String: Int] = [:]
    /// Whether the page is to be said although it is the same.
    var isPageAsked = true
    /// Whether the answer to the line comes by itself, as a notice.
    var isAnswered = false
    /// Whether the next line waits for the end of fetching.
    var waitsForJob = false
    var told = Told()
    var now: Date

    init(state: BrowserState) {
        self.state = state
        now = state.now
    }

    /// Whether what was asked for is still to come.
    var isBusy: Bool { state.isAwaited || waitsForJob && state.pending[.job] != nil }

    /// What stands before the line that is asked for.
    var prompt: String {
        if let question { return PlainText.line(question.label) + "> " }
        return (reading?.title.lowercased() ?? state.context.name) + "> "
    }

    /// Takes what happened elsewhere.
    mutating func take(_ events: [BrowserEvent], at now: Date) -> [Effect] {
        self.now = now
        return said(state.update(events, at: now))
    }

    /// What is left to do when the input has come to its end.
    mutating func leave() -> [Effect] { perform(.quit) }

    /// Does what a key would have been pressed for.
    mutating func perform(_ command: CommandID) -> [Effect] {
        forgetMessage()
        // The size is the same; the event makes the state ask for whatever is lacking now.
        return said(state.perform(command) + state.update(.input(.resize(state.size)), at: now))
    }

    /// Has the state ask for whatever is lacking now; the size is the same.
    mutating func askForLacking() -> [Effect] { take([.input(.resize(state.size))], at: now) }

    /// Presses a key.
    mutating func press(_ key: Key) -> [Effect] {
        forgetMessage()
        return said(state.update(.input(.key(key)), at: now))
    }

    /// Puts a text in the place of what stands in the field that has the keyboard.
    mutating func type(_ text: PastedText) -> [Effect] {
        let events: [BrowserEvent] = [
            .input(.key(.end)), .input(.key(.control("u"))), .input(.paste(text)),
        ]
        return said(state.update(events, at: now))
    }

    /// What was said is gone with the next command, as on the screens.
    private mutating func forgetMessage() {
        state.message = nil
        state.count = nil
        told.message = nil
        if state.job?.state == .done { state.job = nil }
    }

    /// Lays a text over everything, from its first line.
    mutating func read(_ title: String, _ lines: [String]) {
        reading = Reading(title: title, lines: lines)
        top = 0
        isPageAsked = true
    }

    /// A text for the clipboard is said instead: nothing but lines is written.
    private mutating func said(_ effects: [Effect]) -> [Effect] {
        effects.filter { effect in
            switch effect {
            case .copy(let text, let said):
                state.message = nil
                answers.append("Here it is, to be copied:")
                answers += TerminalText.sanitisedParagraphs(text)
                if said.role == .warning { answers.append(said.text) }
                return false
            case .read(let text, _):
                read("Text", TerminalText.sanitisedParagraphs(text))
                return false
            case .openWebPage:
                isAnswered = true
                return true
            case .redraw:
                isPageAsked = true
                return false
            default: return true
            }
        }
    }
}
