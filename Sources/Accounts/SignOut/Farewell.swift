internal import FoundationEssentials
internal import INaturalist

/// Collects what signing out did, in sentences.
struct Farewell {
    private let account: KeptAccount
    private let now: Date
    private var lines: [String] = []
    /// Whether a token was ended, which nothing takes back.
    private(set) var isAnythingRevoked = false
    // A JWT that lives on: nobody can end it.
    private var isJWTAlive = false
    // Something that could have been undone and was not.
    private var isAnythingLeft = false

    init(account: KeptAccount, now: Date) {
        self.account = account
        self.now = now
    }

    var report: SignOutReport {
        SignOutReport(lines: lines, isComplete: !isJWTAlive && !isAnythingLeft, isDone: !isAnythingLeft)
    }

    /// Ends the OAuth token, when its application is known, and says what came of it.
    ///
    /// - Throws: ``AccountStoreError/cancelled`` alone: who stops this does not want to lose a token that lives on.
    mutating func revoke(
        _ tokens: KeptTokens,
        of client: INaturalistClient
    ) async throws(AccountStoreError) {
        guard let token = tokens.credentials.oauth else { return }
        guard let application = tokens.application else { return tellUnknownApplication() }
        do {
            try await client.revoke(token, issuedTo: application)
            tellRevoked()
        } catch {
            if error.kind == .cancelled { throw .cancelled }
            tellNotRevoked(error)
        }
    }

    private mutating func tellRevoked() {
        isAnythingRevoked = true
        lines.append("The OAuth token was revoked: \(account.addresses.site) does not honour it any more.")
    }

    private mutating func tellNotRevoked(_ error: INaturalistError) {
        isAnythingLeft = true
        lines.append("The OAuth token could not be revoked. \(error) \(byHand)")
    }

    private mutating func tellUnknownApplication() {
        isAnythingLeft = true
        lines.append(
            """
            The OAuth token was pasted, and only the application that it was issued to can revoke it from here. \
            \(byHand)
            """
        )
    }

    /// A JWT cannot be ended: the API looks at its signature and its end alone (reference 1.1).
    mutating func tell(_ jwt: JWT?) {
        guard let jwt else { return }
        guard let expiry = jwt.expiry else {
            isJWTAlive = true
            return lines.append(
                "The JWT cannot be revoked and does not say when it ends; iNaturalist's last 24 hours."
            )
        }
        if jwt.isExpired(at: now) {
            lines.append("The JWT ended at \(Self.minute(of: expiry)).")
        } else {
            isJWTAlive = true
            lines.append(
                """
                The JWT cannot be revoked by anybody: whoever has a copy can use it until \(Self.minute(of: expiry)).
                """
            )
        }
    }

    mutating func tellNothingKept() {
        isAnythingLeft = true
        lines.append(
            """
            No tokens of \(account.account.login) were found where they should be, so none was revoked. If there was \
            an OAuth token, it stays valid until you revoke it at \(page).
            """
        )
    }

    mutating func tellUnreadable(_ error: AccountStoreError) {
        isAnythingLeft = true
        lines.append(
            """
            The kept tokens of \(account.account.login) could not be read, so none was revoked. If an OAuth token was \
            among them, it stays valid until you revoke it at \(page); a JWT ends within 24 hours.
            """
        )
    }

    mutating func tellDeleted() {
        let place = account.keeping == .keyring ? "the keyring" : "the file"
        lines.append("What was kept of \(account.account.login) was deleted from \(place).")
    }

    mutating func tellNotDeleted(_ error: AccountStoreError) {
        isAnythingLeft = true
        lines.append(
            """
            What is kept of \(account.account.login) could not be deleted. \(error) Once that is mended, sign \
            \(account.account.login) out again.
            """
        )
    }

    private var page: String { "\(account.addresses.site)/oauth/authorized_applications" }

    private var byHand: String { "It stays valid until you revoke it at \(page)." }

    /// `2026-12-01 09:30 UTC`.
    private static func minute(of date: Date) -> String {
        let text = date.formatted(.iso8601)
        return text.prefix(16).replacing("T", with: " ") + " UTC"
    }
}
