internal import Coordinates
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Does what a key was pressed for.
    package nonisolated mutating func perform(_ command: CommandID) -> [Effect] {
        if let reason = reason(against: command) { return tell(reason) }
        return switch command {
        case .moveUp: move(by: -(count ?? 1))
        case .moveDown: move(by: count ?? 1)
        case .pageUp: page(by: -1)
        case .pageDown: page(by: 1)
        case .halfPageUp: move(by: -pageRows / 2)
        case .halfPageDown: move(by: pageRows / 2)
        case .first: move(by: -.max)
        case .last: count.map { go(toRow: $0) } ?? toEnd()
        case .scrollLeft: scrollColumns(by: -1)
        case .scrollRight: scrollColumns(by: 1)
        case .firstColumn: scrollColumns(toEnd: false)
        case .lastColumn: scrollColumns(toEnd: true)
        case .next: step(by: 1)
        case .previous: step(by: -1)
        case .markRow: markRow()
        case .markRange: markRange()
        case .markAll: markAll()
        case .invertMarks: invertMarks()
        case .unmark: unmark()
        case .goTo: startGoingTo()
        case .columns: showColumns()
        case .narrower: changeColumns { $0.widen(by: -1) }
        case .wider: changeColumns { $0.widen(by: 1) }
        case .moveColumnLeft: moveColumn(by: -1)
        case .moveColumnRight: moveColumn(by: 1)
        case .freeze: changeColumns { $0.freeze() }
        case .turnCoordinates: turnCoordinates()
        case .turnUnits: turnUnits()
        case .growPane: resizePane(by: 1)
        case .shrinkPane: resizePane(by: -1)
        case .open: openSelected()
        case .turnToken: turnToken()
        case .find: startFinding()
        case .findNext: findAgain(forward: true)
        case .findPrevious: findAgain(forward: false)
        case .reload: reload()
        case .chooseList: push(.chooser(ChooserScreen(list.source)))
        case .editQuery: editQuery()
        case .saveQuery: onQuery { $0.beginSaving() }
        case .showSaved: onQuery { $0.showSaved() }
        case .copyQuery: copyQuery()
        case .filter: startFiltering()
        case .sort: showSorting()
        case .facets: showFacets()
        case .box: startBox()
        case .widen: widen()
        case .changes: showChanges()
        case .jobs: push(.jobs(JobsScreen()))
        case .fetchAll: fetchAllOrPause()
        case .endJob: endJob()
        case .reverse: changeSort { $0.reverse() }
        case .mark: mark()
        case .clear: clear()
        case .since: startChangingSince()
        case .takeOffer: takeOffer()
        case .openWebPage: openWebPage()
        case .openMenu: showOpenMenu()
        case .copyMenu: showCopyMenu()
        case .copyTrue: act(.copy(.truePoint))
        case .showPhotos: showPhotos()
        case .page: act(.read(.pager))
        case .edit: act(.read(.editor))
        case .export: showExport()
        case .showTokens: showTokens()
        case .copyTokens: copyTokens()
        case .showAccounts: showAccounts()
        case .switchAccount: switchAccount()
        case .signIn: askToSignIn()
        case .signOut: askToSignOut()
        case .confirm: confirm()
        case .openAddress: openAddress()
        case .copyAddress: copyAddress()
        case .nextField: moveFocus(forward: true)
        case .previousField: moveFocus(forward: false)
        case .accept: accept()
        case .help: showHelp()
        case .palette: showCommands()
        case .messages: push(.messages(MessagesScreen()))
        case .back: back()
        case .redraw: [.redraw]
        case .stop: [.stop]
        case .quit: [.quit]
        }
    }

    nonisolated mutating func push(_ screen: Screen) -> [Effect] {
        if screens.isEmpty {
            switch screen {
            // One looks something up there and comes back to what one was typing.
            case .pick, .messages: coveredPrompt = prompt
            default: coveredPrompt = nil
            }
        }
        prompt = nil
        screens.append(screen)
        return giveUpAction()
    }

    /// Takes the uppermost screen away; what was being typed below it goes on.
    nonisolated mutating func pop() {
        if !screens.isEmpty { screens.removeLast() }
        guard screens.isEmpty else { return }
        prompt = coveredPrompt
        coveredPrompt = nil
    }

    private nonisolated mutating func moveColumn(by places: Int) -> [Effect] {
        let rect = body
        return changeColumns { $0.moveColumn(by: places, in: rect) }
    }

    private nonisolated mutating func openSelected() -> [Effect] {
        guard let id = selectedEntry?.observation.id else { return tell("There is no observation to open.") }
        return push(.detail(DetailScreen(id: id)))
    }

    private nonisolated mutating func turnToken() -> [Effect] {
        if isShowingHeld {
            return tell("The tokens that are kept are not proved yet; r tries again.", .warning)
        }
        let next = session.nextIdentity
        guard next != session.identity else {
            return tell("No token is held, so there is only the public view. Press S to sign in.", .warning)
        }
        session.identity = next
        listFailure = nil
        // What is held for it is shown at once, and asked for again: the token may not be honoured any more.
        list.isFreshSince = serverNow
        // Also what was found, and where, may be another's truth.
        var effects = cancel(.rows) + cancel(.window) + cancel(.detail) + forgetFound() + giveUpAction()
        effects += cancel(.changes)
        changeChanges { $0.reload() }
        if !wanted.isInOrderOfFetching { isStale = true }
        if case .detail(var screen) = screens.last {
            screen.failure = nil
            screen.isLookedUp = false
            screens[screens.count - 1] = .detail(screen)
        }
        if next != .anonymous, session.proofs[next] == nil {
            effects.append(start(.prove(session.authorization), in: .proof))
        }
        return effects
    }

    private nonisolated mutating func reload() -> [Effect] {
        listFailure = nil
        hasStoreFailed = false
        var effects: [Effect] = []
        switch screens.last {
        case .detail(var screen):
            screen = DetailScreen(id: screen.id)
            screens[screens.count - 1] = .detail(screen)
            effects += cancel(.detail)
        case .tokens:
            effects += measure()
        case .photos: return reloadPhoto()
        default:
            if case .kept(let login) = opening, session.way == nil { return effects + takeUp(login) }
            guard pending[.job] == nil else { return tell("The list is being fetched; x ends that.") }
            effects += cancel(.page) + cancel(.rows)
            isUnchecked = true
            isReloading = list.count > 0
            if session.identity != listIdentity {
                // What this identity may see is asked for again as well, row by row.
                list.forgetAnswers(to: session.identity, in: visibleRows)
            }
            if session.identity != .anonymous {
                effects.append(start(.prove(session.authorization), in: .proof))
            }
        }
        return effects
    }

    private nonisolated mutating func openWebPage() -> [Effect] {
        if case .photos(let screen) = screens.last {
            return screen.photo?.url(size: .original).map { [Effect.openWebPage($0)] } ?? []
        }
        return act(.openWebPage)
    }

    nonisolated mutating func tell(_ text: String, _ role: Role = .text) -> [Effect] {
        message = Message(text, role)
        return []
    }
}
