internal import Accounts
internal import Coordinates
package import FoundationEssentials
package import INaturalist
package import TerminalUI

extension Session {
    /// The bar's words for who is asking: `observer · JWT · proved · keyring · 23 h 41 min left`.
    ///
    /// - Parameter isShort: whether to leave the time out, where there is no room for all.
    package nonisolated func standing(at now: Date, isShort: Bool = false) -> Span {
        // Where tokens are kept is always told, as long as there are any.
        let place = way == nil ? "" : " · " + keeping.title
        switch proof {
        case .anonymous:
            return Span("anonymous · the public view" + place, .text)
        case nil:
            return Span(identity.title + " · not proved yet" + place, .muted)
        case .proved(let account):
            let left = credentials.jwt?.secondsLeft(at: now)
            if let left, left <= 0 { return Span(account.login + " · JWT · expired" + place, .failure) }
            let time = isShort ? "" : left.map { " · " + NumberText.duration($0) + " left" } ?? ""
            return Span(account.login + " · JWT · proved" + place + time, .success)
        case .ignoredByAPI(let account):
            return Span(
                (account.map { $0.login + " · " } ?? "") + "OAuth token · ignored by the API" + place,
                .warning
            )
        case .refused:
            return Span(identity.title + " · not honoured" + place, .failure)
        }
    }

    /// What the person must know of the identity that speaks, and do; nothing when all is as it seems.
    package nonisolated func warning(at now: Date) -> Span? {
        switch proof {
        case .ignoredByAPI:
            let remedy = credentials.jwt == nil ? "Sign in with a JWT: press S." : "Use the JWT."
            return Span("OAuth token: the API ignores it and answers as to anyone. " + remedy, .warning)
        case .refused(let reason):
            return Span(identity.title + ": " + reason, .failure)
        case .proved where credentials.jwt?.isExpired(at: now) == true:
            return Span("The JWT expired, so nothing is fetched with it. Press S to sign in again.", .failure)
        case .proved, .anonymous, nil:
            return nil
        }
    }

    /// The heading over what an identity may see, as long as there is room for.
    ///
    /// - Parameters:
    ///   - identity: whose view is shown; not always the one that speaks, while kept tokens are being proved.
    ///   - date: when that was told, when it is held.
    package nonisolated func viewerCaption(of identity: Identity, heldAt date: Date?, columns: Int) -> String
    {
        if isOfFile { return TerminalText.longest(of: ["what the file has", "in the file"], in: columns) }
        if way == nil, identity != .anonymous {
            let day = date.map { " on " + MomentText.day(of: $0) } ?? ""
            return TerminalText.longest(
                of: ["as it was told you" + day, "as held" + day, "as held"],
                in: columns
            )
        }
        let wordings =
            switch identity {
            case .anonymous: ["what an anonymous request shows", "as anybody sees it"]
            case .oauth: ["what your OAuth token shows", "with your OAuth token"]
            case .jwt: ["what your JWT shows", "with your JWT"]
            }
        return TerminalText.longest(of: wordings, in: columns)
    }
}
