extension INaturalistError {
    /// What sort of failure it is; its ``ErrorKind/exitCode`` is a command's.
    package var kind: ErrorKind {
        switch self {
        case .badAddress, .missing, .noCode, .cannotListen: .misconfigured
        case .impossibleID, .query: .refused
        case .cancelled, .transport(.cancelled, _): .cancelled
        case .transport(.replyTooLarge, _), .transport(.malformedReply, _): .notUnderstood
        case .transport, .consentTimedOut: .unreachable
        case .wrongPassword, .suspended, .parentsNotAsked, .grantNotAccepted, .unknownApplication,
            .grantTypeNotSupported, .incompleteTokenRequest, .scopeNotAllowed, .revocationNotAllowed,
            .signInRefused, .tokenRefused, .notSignedIn, .tokenNotHonoured, .tokenLacksScope, .jwtNotHonoured,
            .jwtEnded, .otherAccount, .accountSuspended, .forbidden, .addressBlocked, .consentDenied,
            .consentFailed:
            .notHonoured
        case .windowTooLarge, .notAccepted, .tooManyIDs: .refused
        case .notFound, .deleted: .notFound
        case .throttled, .budgetSpent, .maintenance: .throttled
        case .serverFault: .unreachable
        case .redirected, .pageInsteadOfData, .unreadableReply, .unexpectedStatus, .unknownRoute,
            .noTokenInReply, .stateMismatch:
            .notUnderstood
        }
    }

    /// The field of the sign-in form to go back to; nil when none of them is to blame.
    package var concerns: SignInField? {
        switch self {
        case .missing(let field): field
        case .wrongPassword: .password
        case .suspended, .parentsNotAsked: .username
        case .unknownApplication, .grantTypeNotSupported, .incompleteTokenRequest, .scopeNotAllowed,
            .revocationNotAllowed:
            .application
        case .tokenRefused, .notSignedIn, .tokenNotHonoured, .tokenLacksScope, .jwtNotHonoured, .jwtEnded,
            .otherAccount, .accountSuspended, .grantNotAccepted, .noCode:
            .token
        default: nil
        }
    }
}
