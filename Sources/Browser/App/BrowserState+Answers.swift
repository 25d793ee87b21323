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
        case .proof(let proof, let identity):
            session.note(proof, for: identity)
            return wakeAtExpiry()
        case .page(let page, let identity, let limit):
            take(page, askedAs: identity, limit: limit)
            return check(page.recognition, of: identity)
        case .rows(let batch, let identity, let ids):
            take(batch, askedAs: identity, ids: ids, in: lane)
            return check(batch.recognition, of: identity)
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
        }
    }

    private nonisolated mutating func signedIn(_ result: SignInResult) -> [Effect] {
        openingRequest = nil
        session = Session(credentials: result.credentials, identity: result.identity)
        for (identity, proof) in result.proofs { session.note(proof, for: identity) }
        let effects = show(ListSource(.mine))
        message = result.remark.map { Message($0, .warning) }
        return effects + wakeAtExpiry()
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

    /// A reply that does not know the person although a JWT was sent: the token is not honoured any more.
    ///
    /// The rows stay what they are, the public view, and the bar says so; the server is asked why.
    private nonisolated mutating func check(_ recognition: Recognition, of identity: Identity) -> [Effect] {
        guard identity == .jwt, recognition == .notRecognised, session.identity == .jwt else { return [] }
        guard case .proved = session.proof else { return [] }
        session.note(
            .refused(
                reason:
                    "the server answered as to anyone: these rows are the public view. Press S to sign in again."
            ),
            for: .jwt
        )
        return [start(.prove(session.authorization), in: .proof)]
    }

    private nonisolated mutating func failed(_ error: INaturalistError, in lane: Lane) -> [Effect] {
        if error.kind == .cancelled { return [] }
        switch lane {
        case .signIn:
            message = nil
            if case .signIn(var screen) = screens.last {
                screen.show(error)
                screens[screens.count - 1] = .signIn(screen)
            } else {
                var screen = openingRequest.map { SignInScreen(setting, after: $0) } ?? SignInScreen(setting)
                screen.show(error)
                screens = [.signIn(screen)]
            }
        case .proof:
            message = Message("\(error)", .failure)
        case .page, .rows:
            reloaded = nil
            wantsEnd = false
            listFailure = Message("\(error)", .failure)
        case .detail:
            if case .detail(var screen) = screens.last {
                screen.failure = error.description
                screens[screens.count - 1] = .detail(screen)
            }
        }
        return []
    }

    /// The bar changes by itself when the token expires; nothing else needs a clock.
    private nonisolated func wakeAtExpiry() -> [Effect] {
        guard let expiry = session.credentials.jwt?.expiry, expiry > now else { return [] }
        return [.wake(at: expiry)]
    }
}
