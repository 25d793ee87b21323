extension INaturalistError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .badAddress(let variable, let reason):
            "\(variable) cannot be used as a server's address: \(reason)."
        case .missing(.username): "The user name is missing. Type your iNaturalist login or e-mail address."
        case .missing(.password): "The password is missing."
        case .missing(.application):
            """
            The application id is missing. Take it from the page of your OAuth application, or paste a JWT \
            instead.
            """
        case .missing(.token): "The token is missing. Paste one."
        case .impossibleID(let id):
            "\(id) cannot be an observation's id; ids are whole numbers from 1 to 2147483647."
        case .query(let problem): problem.description
        case .transport(let error, let host): Self.text(error, host)
        case .cancelled: "The request was cancelled."
        case .wrongPassword:
            """
            iNaturalist does not accept this user name and password. Check both; the password is the one for \
            iNaturalist itself, not for Google or Apple.
            """
        case .suspended(let until):
            """
            This account is suspended\(Self.until(until)). Write to iNaturalist's support if you think that \
            is a mistake.
            """
        case .parentsNotAsked:
            """
            This is a child's account, and a parent has not given permission yet. Ask a parent to finish the \
            form that iNaturalist sent by e-mail.
            """
        case .grantNotAccepted:
            """
            The authorization code is not valid any more, was used already or belongs to another \
            application. Start signing in again.
            """
        case .unknownApplication:
            """
            iNaturalist does not know this application id, or the application secret is wrong. Compare both \
            with the page of your OAuth application.
            """
        case .grantTypeNotSupported:
            "This server does not let applications sign in with a password. Paste a JWT instead."
        case .incompleteTokenRequest:
            """
            iNaturalist says that something is missing in the sign-in request. Check the application id and \
            secret, or paste a JWT instead.
            """
        case .scopeNotAllowed:
            """
            This application may not ask for what is needed here. Ask for the scope “write” on the page of \
            your OAuth application.
            """
        case .revocationNotAllowed:
            """
            The token belongs to another application, so it was not revoked. Use that application's id and \
            secret, or revoke it in your iNaturalist account settings under “Applications”.
            """
        case .signInRefused(let message):
            "iNaturalist refused to sign you in: “\(message)”. Do what it says, or paste a JWT instead."
        case .notSignedIn:
            "iNaturalist asks to sign in: no token that it knows came with the request. Sign in again."
        case .tokenNotHonoured(.invalid):
            "iNaturalist does not know this token. Sign in again, or paste another one."
        case .tokenNotHonoured(.revoked):
            "This token was revoked, by signing out, by a new password or by a suspension. Sign in again."
        case .tokenNotHonoured(.expired): "This token has expired. Get a new one and paste it."
        case .tokenLacksScope:
            """
            This OAuth token lacks the scope “write”, which iNaturalist asks for before it gives a JWT. Sign \
            in again with an application that has it, or paste a JWT.
            """
        case .tokenRefused(let reason): reason
        case .noTokenInReply:
            """
            iNaturalist answered without a token that can be read. Try again; if it stays, paste a JWT \
            instead.
            """
        case .consentDenied, .consentFailed, .stateMismatch, .consentTimedOut, .cannotListen, .noCode:
            consentText
        default: serverText
        }
    }

    private var serverText: String {
        switch self {
        case .jwtEnded(let reason):
            "Your JWT has to be replaced, and no new one could be had: \(reason) Sign in again to go on."
        case .otherAccount:
            """
            iNaturalist answered with a token of another account than yours, so it was thrown away. Sign out, \
            then sign in again.
            """
        case .jwtNotHonoured:
            """
            The API does not accept this JWT: it is expired, cut off or not signed by iNaturalist. JWTs last \
            24 hours; get a new one.
            """
        case .accountSuspended:
            """
            The account of this JWT is suspended. Continue without a token, or write to iNaturalist's \
            support.
            """
        case .windowTooLarge:
            """
            The API lists no more than 10,000 observations this way. Narrow the search; your rights are not \
            the reason.
            """
        case .addressBlocked(let host):
            """
            \(host) lets nobody in from your network address. Try another network, or write to iNaturalist's \
            support.
            """
        case .forbidden(let message):
            "The server does not allow this: “\(message)”. Sign in as somebody who may, or leave it."
        case .notFound(let message):
            message.map { "The server has nothing there: “\($0)”. Check what you asked for." }
                ?? "The server has nothing there. Check the id; it may have been deleted."
        case .deleted: "This observation was deleted."
        case .unknownRoute(let host):
            "\(host) answers, but not as iNaturalist does. Check INATTY_SITE_URL and INATTY_API_URL."
        case .notAccepted(let message):
            "The server does not accept this: “\(message)”. Change it and try again."
        case .tooManyIDs: "These are more ids than the API takes at once. Ask for 200 at most."
        case .throttled(let seconds):
            if let seconds {
                """
                iNaturalist asks for fewer requests. Wait \(TimeSpanText.hoursAndMinutes(seconds.rounded(.up))) \
                and try again.
                """
            } else {
                "iNaturalist asks for fewer requests. Wait a minute and try again."
            }
        case .budgetSpent(let until):
            """
            The 10,000 requests a day that iNaturalist allows are spent, counted over all inatty on this computer. \
            There is room again from \(CivilDate.minute(of: until)); start it again then.
            """
        case .maintenance(let until):
            if let until {
                "iNaturalist is being worked on until about \(CivilDate.minute(of: until)). Try again then."
            } else {
                "iNaturalist is overloaded or being worked on. Try again later."
            }
        case .serverFault(let status, let message):
            """
            iNaturalist's server failed (status \(status)\(message.map { ", “\($0)”" } ?? "")). Try again in \
            a while.
            """
        case .redirected(let host, let target):
            """
            \(host) sends the request elsewhere\(target.map { ", to \($0)" } ?? ""). Redirects are not \
            followed, so that no token travels; check INATTY_SITE_URL and INATTY_API_URL.
            """
        case .pageInsteadOfData(let host):
            """
            \(host) sent a web page where data was due. Something between may ask you to log in, as hotel \
            networks do; open the address in a browser.
            """
        case .unreadableReply(let what):
            """
            The reply cannot be read: \(what). Try again; if it stays, the API may have changed, and a new \
            version of inatty may be needed.
            """
        case .unexpectedStatus(let status, let message):
            """
            The server answered with status \(status)\(message.map { " (“\($0)”)" } ?? ""), which is not \
            expected here. Try again in a while.
            """
        default: "The request failed. Try again."
        }
    }

    private static func text(_ error: TransportError, _ host: String) -> String {
        switch error {
        case .unknownHost:
            "\(host) cannot be found. Check the network, or the spelling if you set the address."
        case .noConnection:
            "\(host) cannot be reached: no connection could be made. Check the network, then try again."
        case .notTrusted(let reason):
            """
            The encrypted connection to \(host) was not agreed on (\(reason)). Check the date of this \
            computer and whether something intercepts the connection.
            """
        case .timedOut: "\(host) did not answer in time. Try again."
        case .connectionLost: "The connection to \(host) ended in the middle of the reply. Try again."
        case .replyTooLarge(let limit):
            """
            The reply of \(host) is larger than \(limit / 1_048_576) MiB, so it was not read. Ask for less \
            at once.
            """
        case .malformedReply:
            "The reply of \(host) is broken. Something between may have changed it; try again."
        case .proxyRefused: "The proxy did not let the request to \(host) pass. Check HTTPS_PROXY."
        case .cancelled: "The request was cancelled."
        case .other(let reason): "The request to \(host) failed: \(reason). Try again."
        }
    }

    private static func until(_ date: String?) -> String {
        guard let day = date?.prefix(10), day.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }) else {
            return ""
        }
        return day.isEmpty ? "" : " until \(day)"
    }
}
