package import FoundationEssentials
internal import ObservationImport
internal import ObservationSync
internal import TerminalUI

extension BrowserState {
    /// Takes one event and says what is to be done besides.
    ///
    /// - Parameter now: the clock's time, for everything that depends on it.
    package nonisolated mutating func update(_ event: BrowserEvent, at now: Date) -> [Effect] {
        update([event], at: now)
    }

    /// Takes all events of a turn; what the screen lacks is asked for once, where the last of them has led.
    package nonisolated mutating func update(_ events: [BrowserEvent], at now: Date) -> [Effect] {
        self.now = now
        var effects: [Effect] = []
        for event in events {
            effects += take(event)
            settleNotices()
            table.position.clamp(count: list.count, visible: tableLayout.visibleRows)
        }
        effects += settleTyping()
        effects += fetchWhatIsMissing()
        settleView()
        effects += setAlarm()
        return effects
    }

    /// Keys that go on with a text leave what follows from it to the end of the turn; all else finds it done.
    private nonisolated mutating func take(_ event: BrowserEvent) -> [Effect] {
        if case .input(let input) = event { return take(input) }
        return settleTyping() + takeSettled(event)
    }

    private nonisolated mutating func takeSettled(_ event: BrowserEvent) -> [Effect] {
        switch event {
        case .input: break
        case .finished(let lane, let ticket, let answer): return take(answer, in: lane, ticket: ticket)
        case .consentOpened(let ticket, let request): return take(request, ticket: ticket)
        case .arranged(let ticket, let arranged, let request):
            return pending[.arrangement] == ticket ? take(arranged, for: request) : []
        case .renewed(let old, let new, let due): return renewed(from: old, to: new, due: due)
        case .woke:
            alarm = nil
            return renewIfDue()
        case .connected(let addresses): setting.addresses = addresses
        case .measured(let ticket, let measurement):
            if pending[.measurement] == ticket { self.measurement = measurement }
        case .progress(let lane, let ticket, let progress): take(progress, in: lane, ticket: ticket)
        case .importing(let ticket, let progress):
            if pending[.job] == ticket { take(progress, isOver: false) }
        case .exporting(let ticket, let progress):
            if pending[.export] == ticket { changeExport { $0.take(progress) } }
        case .clockError(let seconds): clockError = abs(seconds) < Self.tolerableClockError ? 0 : seconds
        case .notice(let message): self.message = message
        }
        return []
    }

    private nonisolated mutating func take(_ input: InputEvent) -> [Effect] {
        switch input {
        case .resize(let size):
            self.size = size
            return []
        case .resumed:
            return [.redraw]
        case .hangUp:
            return [.quit]
        case .mouse(let mouse):
            return settleTyping() + take(mouse)
        case .paste:
            return type(input)
        case .key(let key):
            message = nil
            // What came of the fetching was read.
            if job?.state == .done { job = nil }
            if let command = preferences.keys.command(for: key, in: context) {
                let effects = settleTyping() + perform(command)
                count = nil
                return effects
            }
            if context == .table, case .character(let character) = key, character.isASCII,
                let digit = character.wholeNumberValue
            {
                typeCount(digit)
                return []
            }
            count = nil
            return type(input)
        }
    }

    /// What is typed into a field goes there; elsewhere it does nothing.
    private nonisolated mutating func type(_ input: InputEvent) -> [Effect] {
        switch prompt {
        case .find(var find):
            return find.field.handle(input) ? search(find) : []
        case .filter(var filter):
            filter.take(input)
            prompt = .filter(filter)
            return []
        case .box(var box):
            box.handle(input)
            prompt = .box(box)
            return []
        case .goTo(var goTo):
            goTo.handle(input)
            prompt = .goTo(goTo)
            return []
        case nil: break
        }
        guard let index = screens.indices.last else { return [] }
        switch screens[index] {
        case .signIn(var screen):
            let decision = screen.take(input, at: now)
            screens[index] = .signIn(screen)
            return decision.map { decide($0) } ?? []
        case .chooser(var screen):
            let source = screen.handle(input)
            screens[index] = .chooser(screen)
            return source.map { show($0) } ?? []
        case .query(var screen):
            let before = screen.query
            let decision = screen.take(input)
            screens[index] = .query(screen)
            // A pasted address is read at once.
            let effects = screen.query == before ? [] : cancel(.resolution)
            return effects + (decision.map { decide($0) } ?? [])
        case .changes:
            changeChanges { $0.handle(input) }
        case .pick(var screen):
            let choice = screen.handle(input)
            screens[index] = .pick(screen)
            return choice.map { take($0) } ?? []
        case .export(var screen):
            let decision = screen.handle(input)
            screens[index] = .export(screen)
            return decision.map { decide($0) } ?? []
        case .detail, .tokens, .accounts, .signOut, .sort, .facets, .jobs, .columns, .messages, .photos:
            break
        }
        return []
    }

    /// Does what follows from a text that was typed, once for all keys that came at once.
    nonisolated mutating func settleTyping() -> [Effect] {
        if case .filter(var filter) = prompt {
            let words = filter.settle()
            prompt = .filter(filter)
            return words.map { words in narrow { $0.words = words } } ?? []
        }
        guard prompt == nil, let index = screens.indices.last else { return [] }
        switch screens[index] {
        case .pick(var screen):
            screen.settle()
            screens[index] = .pick(screen)
        case .signIn(var screen):
            screen.settle(at: now)
            screens[index] = .signIn(screen)
        case .query(var screen):
            let before = screen.query
            screen.settle()
            screens[index] = .query(screen)
            // Who writes on does not want to be shown what was asked for before.
            return screen.query == before ? [] : cancel(.resolution)
        default: break
        }
        return []
    }
}
