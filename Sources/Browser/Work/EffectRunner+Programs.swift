internal import INaturalist
internal import OtherPrograms
internal import TerminalUI

/// What other programs, and the terminal itself, do with a text.
extension EffectRunner {
    /// Gives a text to the terminal's clipboard, to a program's, or to both, and says what came of it.
    func copy(_ text: String, said: Message) {
        let terminal = display.clipboard(for: text)
        let plan = ClipboardPlan(
            isKnown: terminal == .takes,
            mayTake: terminal == .mayTake,
            environment: services.environment
        )
        let isSent = plan.asksTerminal && display.copyToClipboard(text)
        guard plan.asksProgram else {
            guard isSent else { return refuse() }
            // Nobody says whether a terminal took it.
            let doubt = terminal == .takes ? "" : " Whether the terminal took it, it does not say."
            return post(.notice(Message(said.text + doubt, said.role)))
        }
        let (environment, post) = (services.environment, post)
        Task.detached(executorPreference: WorkExecutor.shared) {
            let outcome = await ClipboardProgram.copy(text, environment: environment)
            guard !isSent, case .refused(let reason) = outcome else { return await post(.notice(said)) }
            await post(.notice(Message("Nothing was copied: \(reason)", .warning)))
        }
    }

    private func refuse() {
        let advice = "This terminal takes no text to its clipboard. Install xclip or wl-clipboard."
        post(.notice(Message(advice, .warning)))
    }

    /// Shows a text in another program, to which the terminal is lent meanwhile.
    func read(_ text: String, with program: RowAction.TextProgram) {
        let viewer = TextViewer(program == .pager ? .pager : .editor, environment: services.environment)
        let (display, post) = (display, post)
        Task {
            switch await display.lend({ await viewer.show(text, named: "observation.json") }) {
            case .failed(let reason): post(.notice(Message(reason, .failure)))
            case .shown where program == .editor:
                post(.notice(Message("The editor had a copy: what was changed there is kept nowhere.")))
            case .shown: break
            }
        }
    }
}
