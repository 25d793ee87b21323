internal import INaturalist
internal import TerminalUI

/// The browser as a conversation in lines: it writes what is new and asks for the next line, and never goes back to
/// change what it wrote.
///
/// For who follows a terminal line by line: a screen reader, a braille line, a log, a terminal without a cursor, a
/// script. The state, its commands and the work behind them are those of the screens.
package final class PlainBrowser {
    private var dialogue: PlainDialogue
    private let terminal: any LineTerminal
    private let services: BrowserServices
    private var runner: EffectRunner?
    private var isOver = false
    /// Who waits until what was asked for has come.
    private var waiting: CheckedContinuation<Void, Never>?

    /// - Parameters:
    ///   - setting: what hardly changes.
    ///   - preferences: how the person wants it to work; nothing of how it looks matters here.
    ///   - terminal: where lines come from and go to.
    ///   - services: the rest of the world.
    package init(
        setting: BrowserState.Setting,
        preferences: Preferences = Preferences(),
        terminal: any LineTerminal,
        services: BrowserServices
    ) {
        self.terminal = terminal
        self.services = services
        dialogue = PlainDialogue(
            state: BrowserState(
                setting: setting,
                preferences: preferences,
                size: PlainDisplay.size,
                now: services.now()
            )
        )
    }

    /// Talks until the person leaves or the input has come to its end.
    ///
    /// A line is taken up only when what the one before it asked for has come, so that a script needs no pauses.
    ///
    /// - Parameter opening: how to sign in at the start; without it the login form is told.
    /// - Returns: what is left to do; `EffectRunner.finish` is called on it.
    package func run(_ opening: BrowserState.Opening?) async -> EffectRunner {
        let effects = dialogue.state.begin(with: opening)
        let runner = EffectRunner(services: services, display: PlainDisplay()) { [weak self] event in
            self?.take(event)
        }
        self.runner = runner
        terminal.setEndHandler { [weak self] in self?.leave() }
        write(["inatty \(Version.current), plain mode. ? lists what can be typed, quit leaves."])
        perform(effects)
        while !isOver {
            await settled()
            guard !isOver else { break }
            // Where a line led through one place to another, only the last of them is told.
            if dialogue.queue.isEmpty { write(dialogue.news(isAnswer: true, at: services.now())) }
            await takeLine()
        }
        return runner
    }

    /// What this run leaves for the next; nil when the person wants nothing kept.
    package var memory: SessionMemory? { dialogue.state.isKeepingRows ? dialogue.state.memory : nil }

    private func takeLine() async {
        if let question = dialogue.question, question.isSecret {
            if !terminal.isConversation { write([dialogue.prompt]) }
            let secret = await terminal.secret(dialogue.prompt)
            perform(dialogue.take(secret: secret.map(PastedText.init), at: services.now()))
        } else if !dialogue.queue.isEmpty {
            perform(dialogue.take(line: dialogue.queue.removeFirst(), at: services.now()))
        } else if let line = await terminal.line(dialogue.prompt) {
            // What is piped in is not seen otherwise, and belongs to what comes of it.
            if !terminal.isConversation { write([dialogue.prompt + line]) }
            perform(dialogue.take(line: line, at: services.now()))
        } else {
            leave()
        }
    }

    private func leave() {
        guard !isOver else { return }
        perform(dialogue.leave())
    }

    /// Returns when what was asked for has come.
    private func settled() async {
        guard dialogue.isBusy, !isOver else { return }
        write(dialogue.news(isAnswer: false, at: services.now()))
        await withCheckedContinuation { waiting = $0 }
    }

    private func take(_ event: BrowserEvent) {
        guard !isOver else { return }
        perform(dialogue.take([event], at: services.now()))
        guard !isOver else { return }
        if waiting == nil || dialogue.isBusy {
            write(dialogue.news(isAnswer: false, at: services.now()))
        } else {
            wake()
        }
    }

    private func wake() {
        waiting?.resume()
        waiting = nil
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            if effect == .stop {
                terminal.suspend()
            } else if runner?.run(effect) == false {
                runner?.cancelAll()
                isOver = true
                terminal.end()
                wake()
                return
            }
        }
    }

    private func write(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        let safe = lines.map { TerminalText.sanitised($0) }
        terminal.write(terminal.isUnicode ? safe : safe.map { PlainText.ascii($0) })
    }
}
