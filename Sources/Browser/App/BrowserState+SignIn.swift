internal import Accounts
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// The first thing to do: sign in with what there is, kept or given, else show the login screen.
    ///
    /// - Parameter opening: how to sign in; without it the login screen is shown.
    package nonisolated mutating func begin(with opening: Opening?) -> [Effect] {
        self.opening = opening
        list = ObservationList(setting.start)
        listIdentity = .jwt
        tellRemarks()
        switch opening {
        case .request(let request): return [start(.signIn(request), in: .signIn)]
        case .kept(let login):
            // What is held is there before anybody has answered.
            return [start(.findHeldAccount(login: login), in: .held)] + takeUp(login)
        case .file(let source): return readFile(source)
        case nil: return askToSignIn()
        }
    }

    /// What is to be told at the start: the first where it is seen, all of it among the messages.
    private nonisolated mutating func tellRemarks() {
        guard let first = setting.remarks.first else { return }
        let others = setting.remarks.dropFirst()
        for remark in others.reversed() { messages.note(remark, at: now) }
        message = others.isEmpty ? first : Message(first.text + " (! shows \(others.count) more)", first.role)
    }

    /// Takes up an account whose tokens are kept; the current one without a login.
    ///
    /// - Parameter isLasting: whether the person chose it for the next start as well.
    nonisolated mutating func takeUp(_ login: String?, isLasting: Bool = false) -> [Effect] {
        [start(.takeUp(login: login, isLasting: isLasting), in: .signIn)]
    }

    /// Shows the login screen.
    ///
    /// - Parameter isInterruption: whether in the middle of something, and not because the person wanted it.
    nonisolated mutating func askToSignIn(isInterruption: Bool = false) -> [Effect] {
        let screen = SignInScreen(setting, keeping: keeping, isInterruption: isInterruption)
        return push(.signIn(screen)) + findKeeping()
    }

    /// Asks where tokens would be kept, for the login screen.
    private nonisolated mutating func findKeeping() -> [Effect] {
        guard keeping == nil, setting.sandbox == nil else { return [] }
        return [start(.findKeeping, in: .keeping)]
    }

    /// Does what the login screen's buttons stand for.
    nonisolated mutating func decide(_ decision: SignInScreen.Decision) -> [Effect] {
        switch decision {
        case .lookAround:
            opening = nil
            heldAccount = nil
            let effects = cancel(.signIn) + replaceSession(with: Session()) + show(ListSource(.everyone))
            resume()
            return effects
        case .prepareCode(let application):
            changeSignIn { $0.isWaiting = true }
            return [start(.prepareCode(application), in: .signIn)]
        case .signIn(let request):
            changeSignIn { $0.isWaiting = true }
            message = nil
            return [start(.signIn(request), in: .signIn)]
        }
    }

    /// What the foot of the login screen says while an answer is awaited, whatever key is pressed meanwhile.
    nonisolated var waitingMessage: Message? {
        guard case .signIn(let screen) = screens.last, screen.isWaiting else { return nil }
        return Message(
            screen.way == .browser
                ? "Waiting for the browser… ^Y copies its address, Esc stops."
                : "Asking the server… Esc stops.",
            .muted
        )
    }

    /// Takes what the site's consent page is asked for, while its answer is awaited.
    nonisolated mutating func take(_ request: AuthorizationRequest, ticket: Int) -> [Effect] {
        guard pending[.signIn] == ticket else { return [] }
        changeSignIn { $0.take(request) }
        return []
    }

    /// Opens the page that the way in needs.
    nonisolated mutating func openAddress() -> [Effect] {
        guard let address = signInAddress else { return tell(noAddress, .warning) }
        return [.openWebPage(address)]
    }

    /// Copies the address of the page that the way in needs.
    nonisolated mutating func copyAddress() -> [Effect] {
        guard let address = signInAddress else { return tell(noAddress, .warning) }
        return [.copy(address, said: Message("Copied the address."))]
    }

    private nonisolated var signInAddress: String? {
        guard case .signIn(let screen) = screens.last else { return nil }
        return screen.address(at: setting.addresses)
    }

    private nonisolated var noAddress: String {
        guard case .signIn(let screen) = screens.last else { return "There is no page to open." }
        return switch screen.way {
        case .token: "The server is still starting."
        case .browser, .code: "First fill the fields in and press the button: it makes the address up."
        case .password: "A password needs no page."
        }
    }

    /// Goes on as whoever signed in: with what was under way for the same person, else with their own list.
    nonisolated mutating func signedIn(_ result: SignInResult) -> [Effect] {
        let before = session.account ?? heldAccount
        let wasHeld = isShowingHeld
        // Who wants nothing kept finds no rows on the disk either; a token of the environment says nothing of that.
        let saysOfRows = opening == nil && setting.sandbox == nil
        let keeping = saysOfRows ? keepRows(result.keeping != .nowhere) : []
        let isOtherStore = !keeping.isEmpty
        opening = nil
        let dropped = keeping + replaceSession(with: Session(result))
        renewalDate = result.renewalDate
        listFailure = nil
        if let remark = result.remark {
            message = Message(remark, .warning)
        } else if message?.role != .warning {
            // What was told at the start stays until a key is pressed.
            message = nil
        }
        screens.removeAll { if case .signIn = $0 { true } else { false } }
        heldAccount = nil
        if wasHeld, before?.id == session.account?.id {
            if isOtherStore { return dropped + open(list.source) }
            // The rows that are held stay up; what changed of them is asked for now.
            if listIdentity != session.identity { isStale = true }
            listIdentity = session.identity
            isUnchecked = true
            return dropped
        }
        guard let before, before.id == session.account?.id, list.total != nil else {
            let remark = message
            // Who was somebody else before looks at other things.
            let effects = dropped + show(before == nil ? setting.start : ListSource(.mine))
            resume()
            message = remark
            return effects
        }
        for index in screens.indices {
            if case .detail(var screen) = screens[index] {
                screen.failure = nil
                screens[index] = .detail(screen)
            }
        }
        if isOtherStore {
            // Its rows, and what was under way, are in the store of before.
            let goesOn = isJobInterrupted
            return dropped + open(list.source) + (goesOn ? fetchAll() : [])
        }
        if session.credentials.authorization(for: listIdentity) == nil {
            // The list was another token's, which is not held any more: this one's is another list.
            listIdentity = session.identity
            isUnchecked = true
            isStale = true
        }
        return dropped + (isJobInterrupted ? fetchAll() : [])
    }

    /// From now on rows are kept for the next run, or held for this one alone; nothing is done when that is so already.
    private nonisolated mutating func keepRows(_ isKept: Bool) -> [Effect] {
        guard isKept != isKeepingRows else { return [] }
        isKeepingRows = isKept
        return [.keepRows(isKept)]
    }

    /// Puts somebody else, or the same person with other tokens, in the session's place. What is under way for the
    /// tokens before is dropped, so that no late answer can be taken for theirs.
    nonisolated mutating func replaceSession(with session: Session) -> [Effect] {
        self.session = session
        renewalDate = nil
        measurement = nil
        measured = nil
        alarm = nil
        isReloading = false
        askAgainWhatIsUnchecked()
        isJobInterrupted = isJobInterrupted || pending[.job] != nil
        let lanes: [Lane] = [.held, .proof, .renewal, .measurement, .page, .job, .rows, .detail]
        return lanes.flatMap { cancel($0) } + giveUpAction()
    }

    /// No kept tokens could be taken up. Without a network there is nothing to sign in with either, so that is told
    /// where the rows would be, and `r` tries again.
    nonisolated mutating func notTakenUp(_ error: SignInError) -> [Effect] {
        switch error {
        case .nobodyKept:
            opening = nil
            return askToSignIn()
        case .nobodyCurrent(let accounts):
            opening = nil
            let effects = askToSignIn() + showAccounts()
            take(accounts)
            return effects
        default: break
        }
        switch error.serverError?.kind {
        case .cancelled: return []
        case _ where isChoosingAccount:
            changeAccounts { $0.failure = error.description }
            message = nil
            return []
        case _ where session.way != nil:
            // Somebody is signed in, and stays so.
            return tell(error.description, .failure)
        case .unreachable, .throttled, .notUnderstood:
            listFailure = Message(error.description, .failure)
            return []
        default:
            opening = nil
            let effects = askToSignIn()
            changeSignIn { $0.show(error.description, at: nil) }
            return effects
        }
    }

    /// Signing in failed: that is told on the login screen.
    nonisolated mutating func signInFailed(_ error: INaturalistError) -> [Effect] {
        message = nil
        if screens.contains(where: { if case .signIn = $0 { true } else { false } }) {
            changeSignIn { $0.show(error) }
            return []
        }
        var screen = SignInScreen(setting, keeping: keeping)
        if case .request(let request) = opening {
            screen = SignInScreen(setting, after: request, keeping: keeping)
        }
        // A password that was refused is not needed any more.
        opening = nil
        screen.show(error)
        screens = [.signIn(screen)]
        return findKeeping()
    }

    /// Changes the login screen, wherever it is among the screens: help may lie over it.
    nonisolated mutating func changeSignIn(_ change: (inout SignInScreen) -> Void) {
        for index in screens.indices {
            guard case .signIn(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .signIn(screen)
        }
    }
}
