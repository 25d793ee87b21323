package import FoundationEssentials

/// Everything that can go wrong between this program and iNaturalist, each with its own text for people.
///
/// No case can hold a secret: requests do not get in here, and what the servers say about a token never
/// repeats it.
package enum INaturalistError: Error, Sendable, Hashable {
    // Before any request.

    /// A setting is no address that tokens may go to. The address is not repeated: it may hold a password.
    case badAddress(variable: String, reason: String)
    /// A field of the sign-in form is empty.
    case missing(SignInField)
    /// No observation can have this id.
    case impossibleID(Int)
    /// A query has a value that cannot be right, or names what the server does not know.
    case query(QueryProblem)

    // No whole reply.

    /// The request has no whole reply.
    case transport(TransportError, host: String)
    /// The task was cancelled.
    case cancelled

    // POST /oauth/token and /oauth/revoke (reference 1.6).

    /// The user name or the password is wrong.
    case wrongPassword
    /// The account is suspended; the date is ISO 8601, nil when the site tells none.
    case suspended(until: String?)
    /// A child's account without the parents' permission.
    case parentsNotAsked
    /// An authorization code that is wrong, old, used or another application's.
    case grantNotAccepted
    /// The application's id or secret is wrong.
    case unknownApplication
    /// The application may not use the password grant.
    case grantTypeNotSupported
    /// Something is missing in the token request.
    case incompleteTokenRequest
    /// The application may not ask for the scopes.
    case scopeNotAllowed
    /// The token belongs to another application.
    case revocationNotAllowed
    /// Another refusal of the token endpoints, in the site's own words.
    case signInRefused(message: String)

    // The consent page, which sends the browser back here or shows a code (1.1, 1.6).

    /// The person did not let the application in, in the site's own words when it has any.
    case consentDenied(message: String?)
    /// The consent page sent no code, in the site's own words.
    case consentFailed(message: String)
    /// The browser came back from another sign-in than the one that was started here.
    case stateMismatch
    /// Nobody came back from the consent page in time.
    case consentTimedOut
    /// No port of this computer could be opened for the browser to come back to.
    case cannotListen(reason: String)
    /// What was typed or pasted is no authorization code.
    case noCode

    // Protected pages of the site (1.7, 2.3).

    /// No token arrived, or the site did not take it for one.
    case notSignedIn
    /// The token is unknown to the site, expired, or was taken back.
    case tokenNotHonoured(TokenFault)
    /// The token lacks the scope `write`.
    case tokenLacksScope
    /// No server honours the token that was given, for that reason in whole sentences.
    case tokenRefused(reason: String)
    /// The reply to a token request holds no token that can be read.
    case noTokenInReply

    // The API (7.3), and both.

    /// The API wants a valid JWT for this.
    case jwtNotHonoured
    /// The JWT ends and no new one could be had, for that reason in whole sentences.
    case jwtEnded(reason: String)
    /// A token was renewed to one of another account, which was thrown away.
    case otherAccount
    /// The API refuses a valid JWT: its account is suspended.
    case accountSuspended
    /// The search goes deeper than the API allows.
    case windowTooLarge
    /// The server lets nobody from this network address in.
    case addressBlocked(host: String)
    /// Not allowed, in the server's own words.
    case forbidden(message: String)
    /// What was asked for does not exist, in the server's own words when it has any.
    case notFound(message: String?)
    /// The observation was deleted.
    case deleted
    /// The server does not know the path.
    case unknownRoute(host: String)
    /// The server does not accept what was asked, in its own words.
    case notAccepted(message: String)
    /// More ids than the API takes at once.
    case tooManyIDs
    /// Too many requests; the time is what the server asked to wait, in seconds.
    case throttled(retryAfter: Double?)
    /// This computer's requests of a day are spent, as counted here; the date is when there is room again.
    case budgetSpent(until: Date)
    /// The server is being worked on; the date is when it expects to be back.
    case maintenance(until: Date?)
    /// The server failed, in its own words when it has any.
    case serverFault(status: Int, message: String?)
    /// The server sends the request elsewhere, which is never followed.
    case redirected(host: String, to: String?)
    /// A page for people came where data was due.
    case pageInsteadOfData(host: String)
    /// The reply is not what the API documents.
    case unreadableReply(what: String)
    /// A status that is not foreseen here.
    case unexpectedStatus(Int, message: String?)
}

/// What the site says is wrong with a token (reference 1.7).
package enum TokenFault: String, Sendable, Hashable, CaseIterable {
    /// Never given out, or the site does not say.
    case invalid
    /// Taken back: by signing out, a new password or a suspension.
    case revoked
    /// Past its time.
    case expired
}
