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
        case .heldAccount(let account):
            guard session.way == nil else { return [] }
            heldAccount = account
            guard account != nil else { return [] }
            listIdentity = .jwt
            resume()
            return []
        case .arranged(let arranged, let request):
            return take(arranged, for: request)
        case .lookedUp(let rows, let viewer, let ids):
            guard viewer == viewerKey(shownIdentity) else { return [] }
            list.take(rows, of: ids, as: shownIdentity)
            for index in screens.indices {
                guard case .detail(var screen) = screens[index], ids.contains(screen.id) else { continue }
                screen.isLookedUp = true
                screens[index] = .detail(screen)
            }
            return []
        case .exported(let report):
            changeExport { $0.take(written: report) }
            return []
        case .notExported(let error):
            changeExport { $0.take(error) }
            return []
        case .photos(let detail): return take(photosOf: detail)
        case .photo(let answer, let request):
            take(answer, to: request)
            return []
        case .collected(let rows, let viewer, let action):
            return take(collected: rows, as: viewer, for: action)
        case .raw(let text, let program):
            message = nil
            return [.read(text, program)]
        case .found(let rows, let words):
            return take(found: rows, of: words)
        case .counted(let counts, let facet):
            take(counts, by: facet)
            return []
        case .changes(let changes, let observations, let page):
            changeChanges { $0.take(changes, of: observations, for: page) }
            return []
        case .imported(let progress):
            take(progress, isOver: true)
            return []
        case .suggestions(let suggestions, let lookUp):
            changeQuery { $0.take(suggestions, for: lookUp) }
            return []
        case .noSuggestions(let reason, let lookUp):
            changeQuery { $0.take(failure: reason, for: lookUp) }
            return []
        case .resolved(let query):
            return show(query)
        case .savedQueries(let saved, let remark):
            changeQuery { $0.take(saved) }
            return remark.map { tell($0) } ?? []
        case .synced(let tally, let progress):
            return synced(tally, progress, in: lane)
        case .rows(let batch, let identity, let ids):
            list.replace(ids: ids, with: batch, askedAs: identity)
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
            return failedHere(reason, in: lane)
        }
    }

    private nonisolated mutating func failed(_ error: INaturalistError, in lane: Lane) -> [Effect] {
        if error.kind == .cancelled, lane != .page, lane != .rows { return [] }
        switch lane {
        case .signIn:
            if isSigningOut {
                signOutFailed(error.description)
                return []
            }
            return signInFailed(error)
        case .page, .rows, .detail, .renewal, .job, .action, .photo:
            if isAboutTheJWT(error) {
                if lane == .job {
                    // It goes on, to the end where that was wanted, once there is another token.
                    let wantedEnd = wantsEnd
                    jobFailed(error.description)
                    wantsEnd = wantedEnd
                    isJobInterrupted = true
                }
                return notHonoured(error)
            }
        case .proof, .keeping, .accounts, .measurement, .held, .arrangement, .window, .find, .facets,
            .changes, .names, .queries, .resolution, .export:
            break
        }
        let failure = Message("\(error)", .failure)
        switch lane {
        case .page, .rows:
            isReloading = false
            wantsEnd = false
            // Also what nobody here has cancelled is not asked again and again.
            listFailure = failure
        case .job:
            jobFailed(error.description)
        case .detail:
            if case .detail(var screen) = screens.last {
                screen.failure = error.description
                screens[screens.count - 1] = .detail(screen)
            }
        case .renewal:
            // It is tried again with the next request; by itself only when the JWT ends.
            renewalDate = session.credentials.jwt?.expiry?.addingTimeInterval(clockError)
            message = Message("The JWT could not be renewed yet: \(error)", .warning)
        default:
            message = failure
        }
        return []
    }

    /// Something failed on this computer, such as what keeps the tokens.
    private nonisolated mutating func failedHere(_ reason: String, in lane: Lane) -> [Effect] {
        let failure = Message(reason, .failure)
        switch lane {
        case .arrangement, .window:
            isReloading = false
            wantsEnd = false
            // The rows that are shown stay; the same is not asked of the store again and again.
            hasStoreFailed = true
            listFailure = failure
        case .page, .rows:
            // What cannot be written can be read all the same.
            isReloading = false
            wantsEnd = false
            listFailure = failure
        case .job:
            jobFailed(reason)
        case .facets:
            for index in screens.indices {
                guard case .facets(var screen) = screens[index] else { continue }
                screen.take(failure: reason, for: screen.facet)
                screens[index] = .facets(screen)
            }
        case .changes:
            changeChanges { $0.take(failure: reason) }
        case .export: changeExport { $0.take(failure: reason) }
        case .find:
            pendingStep = nil
            message = failure
        default:
            if isSigningOut {
                signOutFailed(reason)
            } else if case .accounts = screens.last {
                changeAccounts { $0.failure = reason }
            } else {
                message = failure
            }
        }
        return []
    }
}
