internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Does what a key was pressed for.
    package nonisolated mutating func perform(_ command: CommandID) -> [Effect] {
        switch command {
        case .moveUp: move(by: -1)
        case .moveDown: move(by: 1)
        case .pageUp: move(by: -pageRows)
        case .pageDown: move(by: pageRows)
        case .halfPageUp: move(by: -pageRows / 2)
        case .halfPageDown: move(by: pageRows / 2)
        case .first: move(by: -.max)
        case .last: toEnd()
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
        case .copyPublic: copyPublic()
        case .copyTrue: copyTrue()
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
        case .help: push(.help(HelpScreen(origin: context)))
        case .back: back()
        case .redraw: [.redraw]
        case .stop: [.stop]
        case .quit: [.quit]
        }
    }

    nonisolated mutating func push(_ screen: Screen) -> [Effect] {
        prompt = nil
        screens.append(screen)
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

    private nonisolated mutating func openSelected() -> [Effect] {
        guard let id = selectedEntry?.observation.id else { return tell("There is no observation to open.") }
        return push(.detail(DetailScreen(id: id)))
    }

    private nonisolated mutating func turnToken() -> [Effect] {
        if list.source.isOffline { return tell("The rows are those of a file, so no token matters.") }
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
        var effects = cancel(.rows) + cancel(.window) + cancel(.detail) + forgetFound()
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
        guard let url = currentEntry?.observation.url else { return tell("There is no observation to open.") }
        return [.openWebPage(url)]
    }

    private nonisolated mutating func copyPublic() -> [Effect] {
        guard let observation = currentEntry?.observation else { return tell("There is nothing to copy.") }
        let point = observation.publicFace.location.map { PlaceText.point($0.point, decimals: 7) }
        let text = [observation.url, observation.displayName, point].compactMap(\.self).joined(
            separator: "\n"
        )
        message = Message("Copied the address, the name and the public point.")
        return [.copy(text)]
    }

    private nonisolated mutating func copyTrue() -> [Effect] {
        guard let entry = currentEntry else { return tell("There is nothing to copy.") }
        guard entry.answers(shownIdentity), let point = entry.observation.trueLocation?.point else {
            return tell("The true point is not known to this identity.", .warning)
        }
        message = Message("Copied the TRUE point. Mind where you paste it.", .warning)
        return [.copy(PlaceText.point(point, decimals: 7))]
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
        let lanes: [Lane] = [
            .page, .job, .rows, .detail, .arrangement, .window, .find, .facets, .resolution,
        ]
        return lanes.flatMap { cancel($0) }
    }

    nonisolated mutating func tell(_ text: String, _ role: Role = .text) -> [Effect] {
        message = Message(text, role)
        return []
    }
}
