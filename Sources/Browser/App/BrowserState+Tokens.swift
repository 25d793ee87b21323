internal import Accounts
internal import Coordinates
internal import FoundationEssentials
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// A clock that is less wrong than this is not worth a word: replies take a moment, and their dates are whole
    /// seconds. Seconds.
    nonisolated static let tolerableClockError = 120.0

    /// What the bar says when this computer's clock is wrong.
    nonisolated var clockWarning: Span? {
        guard clockError != 0 else { return nil }
        // It is known to a second or so, and an hour is not to be called 59 minutes.
        let span = NumberText.duration((abs(clockError) / 60).rounded() * 60)
        return Span(
            "This computer's clock is \(span) \(clockError > 0 ? "ahead of" : "behind") the server's. Times left are "
                + "counted by the server's.",
            .warning
        )
    }

    // MARK: - Renewal

    /// Exchanges the JWT before it ends. Nothing is asked for while that is not due.
    nonisolated mutating func renewIfDue() -> [Effect] {
        guard session.isJWTUsable, pending[.renewal] == nil, pending[.signIn] == nil,
            let due = renewalDate, due <= now
        else { return [] }
        return [start(.renew(Viewer(credentials: session.credentials, identity: .jwt)), in: .renewal)]
    }

    /// Takes the tokens that others were exchanged for, and keeps them where the others were kept.
    nonisolated mutating func renewed(
        from old: Credentials,
        to new: Credentials,
        due: Date?
    ) -> [Effect] {
        guard session.credentials == old, let account = session.account else { return [] }
        session.credentials = new
        session.note(.proved(account), for: .jwt)
        renewalDate = due
        return session.keeping == .nowhere ? [] : [.keepRenewed(session)]
    }

    /// The JWT is not honoured any more, so nothing is fetched with it: the person is asked in place, and what was
    /// under way waits.
    nonisolated mutating func notHonoured(_ error: INaturalistError) -> [Effect] {
        session.note(.refused(reason: error.description), for: .jwt)
        isReloading = false
        askAgainWhatIsUnchecked()
        let effects = cancel(.page) + cancel(.rows) + cancel(.detail) + cancel(.renewal)
        // Signing in again as the same person cannot help somebody whose account is suspended.
        if error == .accountSuspended { return effects }
        if screens.contains(where: { if case .signIn = $0 { true } else { false } }) { return effects }
        return effects + askToSignIn(isInterruption: true)
    }

    /// Asking whether the list is up to date is dropped, and done later.
    nonisolated mutating func askAgainWhatIsUnchecked() {
        isUnchecked = isUnchecked || isChecking
        isChecking = false
    }

    /// Whether an error says that the JWT that speaks is not honoured.
    nonisolated func isAboutTheJWT(_ error: INaturalistError) -> Bool {
        session.identity == .jwt && error.concerns == .token
    }

    /// Sets the alarm for the next moment at which something changes by itself: the JWT is to be exchanged, it ends,
    /// or its countdown on the screen goes on. Nothing else needs a clock.
    nonisolated mutating func setAlarm() -> [Effect] {
        guard let next = nextMoment, next != alarm else { return [] }
        alarm = next
        return [.wake(at: next)]
    }

    private nonisolated var nextMoment: Date? {
        var moments = [job?.nextChange(after: now)].compactMap(\.self)
        guard let expiry = session.credentials.jwt?.expiry else { return moments.filter { $0 > now }.min() }
        moments += [expiry.addingTimeInterval(clockError)]
        if session.isJWTUsable, let renewalDate { moments.append(renewalDate) }
        let left = expiry.timeIntervalSince(serverNow)
        if case .tokens = screens.last, left > 0 {
            moments.append(now.addingTimeInterval(NumberText.nextCountdown(after: left)))
        }
        return moments.filter { $0 > now }.min()
    }

    // MARK: - The token screen

    /// Shows the tokens, and measures what they are good for.
    nonisolated mutating func showTokens() -> [Effect] {
        push(.tokens(TokenScreen())) + (isMeasured ? [] : measure())
    }

    /// Whether what is known of the tokens was asked just now. A minute: asking takes seconds of it.
    private nonisolated var isMeasured: Bool {
        guard let measured, measurement?.isComplete == true else { return false }
        return measured.credentials == session.credentials && now.timeIntervalSince(measured.at) < 60
    }

    /// Asks everything with every identity; the table fills while the answers come.
    nonisolated mutating func measure() -> [Effect] {
        measurement = nil
        measured = (session.credentials, now)
        var effects: [Effect] = []
        if session.identity != .anonymous, session.proofs[session.identity] == nil || !session.mayAsk {
            effects.append(start(.prove(session.authorization), in: .proof))
        }
        let work = Work.measure(
            session.credentials,
            observation: measurableObservation,
            login: session.account?.login
        )
        return effects + [start(work, in: .measurement)]
    }

    /// One of the person's own hidden observations, on which the tokens differ most; the one the cursor is on first.
    private nonisolated var measurableObservation: Int? {
        let mine = session.account?.id
        func isTelling(_ entry: ObservationList.Entry) -> Bool {
            entry.observation.observer?.id == mine && entry.observation.obscuration != .none
        }
        guard mine != nil else { return selectedEntry?.observation.id }
        if let selectedEntry, isTelling(selectedEntry) { return selectedEntry.observation.id }
        return list.entriesAtHand.first(where: isTelling)?.observation.id
    }

    /// Copies the token screen as text.
    nonisolated mutating func copyTokens() -> [Effect] {
        let lines = TokenScreen.lines(
            session: session,
            measurement: measurement,
            addresses: setting.addresses,
            at: serverNow,
            columns: 120
        )
        return [
            .copy(
                "inatty \(Version.current)\n" + lines.map(\.text).joined(separator: "\n"),
                said: Message("Copied, with only the first and last four characters of each token.")
            )
        ]
    }
}
