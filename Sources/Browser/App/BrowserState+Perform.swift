internal import Coordinates
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Does what a key was pressed for.
    package nonisolated mutating func perform(_ command: CommandID) -> [Effect] {
        if let reason = reason(against: command) { return tell(reason) }
        return switch command {
        case .moveUp: move(by: -(takeCount() ?? 1))
        case .moveDown: move(by: takeCount() ?? 1)
        case .pageUp: page(by: -1)
        case .pageDown: page(by: 1)
        case .halfPageUp: move(by: -pageRows / 2)
        case .halfPageDown: move(by: pageRows / 2)
        case .first: move(by: -.max)
        case .last: takeCount().map { go(toRow: $0) } ?? toEnd()
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
        case .copyTrue: copyTruePoint()
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

    private nonisolated mutating func page(by pages: Int) -> [Effect] {
        // Its headings and its help take room, so it knows itself how far a page is.
        guard case .pick(var screen) = screens.last else { return move(by: pages * pageRows) }
        screen.page(by: pages, in: body)
        screens[screens.count - 1] = .pick(screen)
        return []
    }

    private nonisolated mutating func move(by rows: Int) -> [Effect] {
        if case .accounts(var screen) = screens.last {
            screen.move(by: rows)
            screens[screens.count - 1] = .accounts(screen)
        } else if screens.isEmpty {
            let effects = stopAtEnd()
            table.position.move(
                by: max(-list.count, min(list.count, rows)),
                count: list.count,
                visible: tableLayout.visibleRows
            )
            return effects
        } else {
            moveOnScreen(by: rows)
        }
        return []
    }

    private nonisolated mutating func moveOnScreen(by rows: Int) {
        guard let index = screens.indices.last else { return }
        switch screens[index] {
        case .sort(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .sort(screen)
        case .facets(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .facets(screen)
        case .changes(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .changes(screen)
        case .query(var screen):
            screen.move(by: rows)
            screens[index] = .query(screen)
        case .jobs(var screen):
            screen.move(by: rows, jobs: jobs)
            screens[index] = .jobs(screen)
        case .pick(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .pick(screen)
        case .columns(var screen):
            screen.move(by: rows, in: body)
            screens[index] = .columns(screen)
        default: scrollText(by: rows)
        }
    }

    /// A movement of the table ends what End began, and the cursor goes nowhere else by itself.
    nonisolated mutating func stopAtEnd() -> [Effect] {
        returningTo = nil
        guard wantsEnd else { return [] }
        guard job == nil else { return endJob() }
        // The fetching is over, or waits for a sign-in: nothing is left to be told of.
        wantsEnd = false
        isJobInterrupted = false
        return []
    }

    private nonisolated mutating func toEnd() -> [Effect] {
        guard screens.isEmpty else { return move(by: .max) }
        // No stopAtEnd(): what End began before goes on.
        returningTo = nil
        table.position.moveTo(list.count - 1, count: list.count, visible: tableLayout.visibleRows)
        guard !list.isComplete, wanted.isInOrderOfFetching, let total = list.total, total > list.count,
            pending[.job] == nil
        else { return [] }
        let effects = fetchAll()
        wantsEnd = pending[.job] != nil || isJobInterrupted
        if pending[.job] != nil {
            message = Message(
                "Fetching the rest of \(NumberText.count(total)); any movement stops it.",
                .muted
            )
        }
        return effects
    }

    /// `5G`: to the fifth row.
    private nonisolated mutating func go(toRow number: Int) -> [Effect] {
        guard screens.isEmpty else { return [] }
        let effects = stopAtEnd()
        table.position.moveTo(number - 1, count: list.count, visible: tableLayout.visibleRows)
        guard number > list.count, list.count > 0 else { return effects }
        return effects + tell("There are \(NumberText.count(list.count)) rows; this is the last.")
    }

    /// The next photo, or the next observation of the table.
    private nonisolated mutating func step(by rows: Int) -> [Effect] {
        switch screens.last {
        case .photos: return turnPhoto(by: rows)
        case .detail(let screen):
            guard let row = list.row(of: screen.id) else {
                return tell("This observation is not among the rows of the table.")
            }
            guard list.ids(in: row + rows..<row + rows + 1).first != nil, row + rows >= 0 else {
                let isLast = list.isComplete || list.source.isOffline || !wanted.isInOrderOfFetching
                guard rows > 0 else { return tell("This is the first row.") }
                return tell(
                    isLast
                        ? "This is the last row."
                        : "This is the last row that is held. End in the table fetches the others."
                )
            }
            table.position.moveTo(row + rows, count: list.count, visible: tableLayout.visibleRows)
            let effects = stopAtEnd() + cancel(.detail)
            guard let id = id(at: table.position) else { return effects }
            screens[screens.count - 1] = .detail(DetailScreen(id: id))
            return effects
        default: return []
        }
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

    /// Shows another list from its start.
    nonisolated mutating func show(_ source: ListSource) -> [Effect] {
        if source.owner == .mine, session.account == nil {
            if case .chooser = screens.last { return tell("Sign in first: press Esc, then S.", .warning) }
        }
        screens = []
        return open(source)
    }

    /// Puts another list in the table; what lies over it stays.
    nonisolated mutating func open(_ source: ListSource) -> [Effect] {
        list = ObservationList(source)
        listIdentity = source.isOffline ? .anonymous : shownIdentity
        session.isOfFile = source.isOffline
        fileRemark = nil
        wanted = Narrowing()
        returningTo = nil
        pendingStep = nil
        listFailure = nil
        hasStoreFailed = false
        isStale = false
        isUnchecked = true
        isChecking = false
        isReloading = false
        wantsEnd = false
        job = nil
        isJobInterrupted = false
        table = TableScreen()
        pendingAction = nil
        prompt = nil
        coveredPrompt = nil
        let lanes: [Lane] = [
            .page, .job, .rows, .detail, .arrangement, .window, .find, .facets, .resolution, .action, .photo,
            .export,
        ]
        return lanes.flatMap { cancel($0) }
    }

    nonisolated mutating func tell(_ text: String, _ role: Role = .text) -> [Effect] {
        message = Message(text, role)
        return []
    }
}
