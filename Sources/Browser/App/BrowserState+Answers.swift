internal import Accounts
internal import FoundationEssentials
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Takes what finished work has to say, unless it is not wanted any more.
    nonisolated mutating func take(_ answer: Answer, in lane: Lane, ticket: Int) -> [Effect] {
        guard pending[lane] == ticket else { return [] }
        pending[lane] = nil
        switch answer {
        case .signedIn(let result):
            return signedIn(result)
        case .notTakenUp(let error):
            return notTakenUp(error)
        case .consent(let request):
            changeSignIn { $0.take(request) }
            return tell(
                "Open the address: ^O here, or ^Y copies it. Then type the code that it shows.",
                .muted
            )
        case .proof(let proof, let authorization):
            // It may be about a token that was renewed meanwhile.
            guard session.credentials.authorization(for: authorization.identity) == authorization else {
                return []
            }
            session.note(proof, for: authorization.identity)
            return []
        case .renewed:
            return []
        case .keeping(let keeping):
            self.keeping = keeping
            changeSignIn { $0.take(keeping) }
            return []
        case .accounts(let accounts):
            take(accounts)
            return []
        case .signedOut(let report):
            return signedOut(report)
        case .measured(let measurement):
            self.measurement = measurement
            return []
        case .page(let page, let identity, let limit):
            take(page, askedAs: identity, limit: limit)
            return []
        case .rows(let batch, let identity, let ids):
            take(batch, askedAs: identity, ids: ids, in: lane)
            return []
        case .detail(let detail, let identity):
            for index in screens.indices {
                if case .detail(var screen) = screens[index], screen.id == detail.observation.id {
                    screen.take(detail, askedAs: identity)
                    screens[index] = .detail(screen)
                }
            }
            return []
        case .failed(let error):
            return failed(error, in: lane)
        case .failedHere(let reason):
            return failedHere(reason)
        }
    }

    private nonisolated mutating func take(_ page: ObservationPage, askedAs identity: Identity, limit: Int) {
        if page.unreadable > 0 {
            message = Message(
                "\(page.unreadable) rows of the answer could not be read and are left out.",
                .warning
            )
        }
        if var reloaded {
            reloaded.append(page, askedAs: identity, limit: limit)
            self.reloaded = reloaded
            if reloaded.isComplete || reloaded.count > table.position.selected { finishReload() }
        } else {
            list.append(page, askedAs: identity, limit: limit)
            if wantsEnd {
                table.position.moveTo(list.count - 1, count: list.count, visible: tableLayout.visibleRows)
                if list.isComplete { wantsEnd = false }
            }
        }
    }

    private nonisolated mutating func take(
        _ batch: ObservationBatch,
        askedAs identity: Identity,
        ids: [Int],
        in lane: Lane
    ) {
        guard lane == .page else {
            list.replace(ids: ids, with: batch, askedAs: identity)
            return
        }
        if var reloaded {
            reloaded.take(batch, askedAs: identity)
            self.reloaded = reloaded
            finishReload()
        } else {
            list.take(batch, askedAs: identity)
        }
        if !list.missing.isEmpty {
            let named = list.missing.prefix(5).map(String.init).joined(separator: ", ")
            let more = list.missing.count > 5 ? " and \(list.missing.count - 5) more" : ""
            message = Message("Not found: \(named)\(more).", .warning)
        }
    }

    /// Puts the list fetched anew in the place of the old one; the cursor stays on its observation.
    private nonisolated mutating func finishReload() {
        guard let reloaded else { return }
        let selected = selectedEntry?.observation.id
        list = reloaded
        self.reloaded = nil
        if let row = selected.flatMap({ list.index(of: $0) }) {
            table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        }
        message = Message("Fetched again.", .muted)
    }

    private nonisolated mutating func failed(_ error: INaturalistError, in lane: Lane) -> [Effect] {
        if error.kind == .cancelled { return [] }
        switch lane {
        case .signIn:
            if isSigningOut {
                signOutFailed(error.description)
                return []
            }
            return signInFailed(error)
        case .page, .rows, .detail, .renewal:
            if isAboutTheJWT(error) { return notHonoured(error) }
        case .proof, .keeping, .accounts, .measurement: break
        }
        let failure = Message("\(error)", .failure)
        switch lane {
        case .page, .rows:
            reloaded = nil
            wantsEnd = false
            listFailure = failure
        case .detail:
            if case .detail(var screen) = screens.last {
                screen.failure = error.description
                screens[screens.count - 1] = .detail(screen)
            }
        case .renewal:
            // It is tried again with the next request; by itself only when the JWT ends.
            renewalDate = session.credentials.jwt?.expiry?.addingTimeInterval(clockError)
            message = Message("The JWT could not be renewed yet: \(error)", .warning)
        case .signIn, .proof, .keeping, .accounts, .measurement:
            message = failure
        }
        return []
    }

    /// Something failed on this computer, such as what keeps the tokens.
    private nonisolated mutating func failedHere(_ reason: String) -> [Effect] {
        if isSigningOut {
            signOutFailed(reason)
        } else if case .accounts = screens.last {
            changeAccounts { $0.failure = reason }
        } else {
            message = Message(reason, .failure)
        }
        return []
    }
}
