internal import INaturalist
internal import TerminalUI

/// What Tab, Space, Enter and Escape do on the screens over the table and in the prompts at its foot.
extension BrowserState {
    nonisolated mutating func moveFocus(forward: Bool) -> [Effect] {
        guard let index = screens.indices.last else { return [] }
        switch screens[index] {
        case .signIn(var screen):
            forward ? screen.focusNext() : screen.focusPrevious()
            screens[index] = .signIn(screen)
        case .chooser(var screen):
            forward ? screen.focusNext() : screen.focusPrevious()
            screens[index] = .chooser(screen)
        case .query(var screen):
            forward ? screen.focusNext() : screen.focusPrevious()
            screens[index] = .query(screen)
        case .export(var screen):
            forward ? screen.focusNext() : screen.focusPrevious()
            screens[index] = .export(screen)
        case .facets(var screen):
            screen.turnFacet(by: forward ? 1 : -1)
            screens[index] = .facets(screen)
        case .detail, .tokens, .accounts, .signOut, .pick, .sort, .changes, .jobs, .columns, .messages,
            .photos:
            break
        }
        return []
    }

    nonisolated mutating func mark() -> [Effect] {
        guard let index = screens.indices.last else { return [] }
        switch screens[index] {
        case .facets(var screen):
            screen.mark(in: body)
            screens[index] = .facets(screen)
            return []
        case .sort: return changeSort { $0.add() }
        default: return []
        }
    }

    nonisolated mutating func clear() -> [Effect] {
        switch screens.last {
        case .facets: changeFacets { $0.widen() }
        case .sort: changeSort { $0.clear() }
        case .columns: changeColumns { $0.reset() }
        default: []
        }
    }

    /// Puts what the selected observation suggests into the line at the foot.
    nonisolated mutating func takeOffer() -> [Effect] {
        guard case .box(var box) = prompt else { return [] }
        box.takeOffer()
        prompt = .box(box)
        return []
    }

    nonisolated mutating func onQuery(_ change: (inout QueryScreen) -> Void) -> [Effect] {
        changeQuery(change)
        return []
    }

    nonisolated mutating func copyQuery() -> [Effect] {
        guard case .query(var screen) = screens.last else { return [] }
        let decision = screen.copyWebAddress()
        screens[screens.count - 1] = .query(screen)
        return decision.map { decide($0) } ?? []
    }

    nonisolated mutating func startChangingSince() -> [Effect] {
        changeChanges { $0.startChangingSince() }
        return []
    }

    nonisolated mutating func accept() -> [Effect] {
        switch prompt {
        case .find: return keepFinding()
        case .filter:
            prompt = nil
            return []
        case .box(var box):
            let result = box.accept()
            prompt = .box(box)
            guard let accepted = result else { return [] }
            prompt = nil
            return narrow { $0.box = accepted }
        case .goTo(var goTo):
            let id = goTo.accept()
            prompt = id == nil ? .goTo(goTo) : nil
            return id.map { go(to: $0) } ?? []
        case nil: break
        }
        guard let index = screens.indices.last else { return [] }
        switch screens[index] {
        case .signIn(var screen):
            let decision = screen.accept()
            screens[index] = .signIn(screen)
            return decision.map { decide($0) } ?? []
        case .chooser(var screen):
            let source = screen.accept()
            screens[index] = .chooser(screen)
            return source.map { show($0) } ?? []
        case .query(var screen):
            let decision = screen.accept()
            screens[index] = .query(screen)
            return decision.map { decide($0) } ?? []
        case .sort: return changeSort { $0.accept() }
        case .facets: return changeFacets { $0.accept() }
        case .changes(let screen):
            guard screen.prompt != nil else { return openChanged() }
            let now = now
            changeChanges { $0.acceptSince(at: now) }
            return cancel(.changes)
        case .pick(let screen): return screen.selected.map { take($0) } ?? []
        case .columns: return changeColumns { $0.toggle() }
        case .export(var screen):
            let decision = screen.accept()
            screens[index] = .export(screen)
            return decision.map { decide($0) } ?? []
        case .jobs, .detail, .tokens, .accounts, .signOut, .messages, .photos:
            return []
        }
    }

    nonisolated mutating func back() -> [Effect] {
        switch prompt {
        case .find(let find):
            table.position = find.start
            prompt = nil
            // What was found was not kept; n goes on with what was looked for before.
            return stopAtEnd() + forgetFound()
        case .filter(let filter):
            prompt = nil
            return narrow(returningTo: filteredFrom) { $0.words = filter.start }
        case .box, .goTo:
            prompt = nil
            return []
        case nil: break
        }
        var effects = giveUpAction()
        switch screens.last {
        case .signIn(var screen):
            if screen.isWaiting {
                screen.stopWaiting()
                screens[screens.count - 1] = .signIn(screen)
                message = Message("Stopped waiting. Nothing was changed.")
                return cancel(.signIn)
            }
            guard hasSomethingBehind else {
                return tell("Sign in, or choose “Look around without signing in”. Ctrl-C leaves.")
            }
        case .signOut(let screen):
            if case .working = screen.stage { return tell("Signing out; this takes a moment.") }
            if case .done = screen.stage { return signedOutAndRead() }
        case .tokens: effects += cancel(.measurement)
        case .accounts where pending[.signIn] != nil:
            message = Message("Stopped waiting. Nothing was changed.")
            return cancel(.signIn)
        case .detail: effects += cancel(.detail)
        case .changes(let screen):
            if screen.prompt != nil {
                changeChanges { $0.stopChangingSince() }
                return []
            }
            effects += cancel(.changes)
        case .facets: effects += cancel(.facets)
        case .query(var screen):
            if screen.back() {
                screens[screens.count - 1] = .query(screen)
                return cancel(.names) + cancel(.resolution)
            }
            effects += cancel(.names) + cancel(.resolution) + cancel(.queries)
        case .pick(var screen):
            if screen.back() {
                screens[screens.count - 1] = .pick(screen)
                return []
            }
        case .photos: effects += cancel(.photo)
        case .export: effects += cancel(.export)
        case .accounts, .chooser, .sort, .jobs, .columns, .messages, nil: break
        }
        pop()
        return effects
    }

    /// Whether there is a screen to go back to: the login screen of somebody signed out has none.
    private nonisolated var hasSomethingBehind: Bool {
        screens.count > 1 || list.total != nil || session.identity != .anonymous
    }
}
