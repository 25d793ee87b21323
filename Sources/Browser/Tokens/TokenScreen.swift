internal import Coordinates
package import FoundationEssentials
package import INaturalist
package import TerminalUI

/// The tokens held, what each is, how long it lasts, and what it was measured to be good for.
package nonisolated struct TokenScreen: Sendable {
    /// The uppermost line shown.
    package var top = 0

    package init() {}

    /// All lines at that width. No token is among them, only the first and last four characters of each, so that
    /// they can be copied into a bug report.
    ///
    /// - Parameters:
    ///   - measurement: what was found by asking, so far.
    ///   - addresses: the two servers, to name who was asked.
    ///   - now: the servers' time, for the time left.
    package static func lines(
        session: Session,
        measurement: TokenMeasurement?,
        addresses: ServerAddresses?,
        at now: Date,
        columns: Int
    ) -> [StyledLine] {
        var text = LabelledText(columns: columns)
        if let account = session.account {
            let name = account.name.map { " (\($0))" } ?? ""
            text.heading(account.login + name, note: ", user \(account.id)")
        }
        if let way = session.way {
            text.add("signed in by", way.explanation)
            text.add("kept in", session.keeping.explanation)
            text.blank()
        }
        text.lines += MeasurementTable(measurement: measurement, credentials: session.credentials)
            .lines(columns: columns)
        text.blank()
        for identity in [Identity.jwt, .oauth, .anonymous] {
            add(identity, of: session, at: now, to: &text)
            text.blank()
        }
        text.heading("Where tokens go")
        if let addresses {
            text.add("site", addresses.site)
            text.add("API", addresses.api)
        }
        text.add("", "To these two addresses and no other, redirects included.", .muted)
        return text.lines
    }

    private static func add(
        _ identity: Identity,
        of session: Session,
        at now: Date,
        to text: inout LabelledText
    ) {
        let isSpeaking = identity == session.identity
        text.lines.append([
            Span(isSpeaking ? "▸ " : "  ", .key), Span(identity.title, .heading),
            Span(isSpeaking ? "  speaks now" : "", .success),
        ])
        switch identity {
        case .anonymous:
            text.add("shows", "the public view, as everyone sees it")
        case .oauth:
            guard let token = session.credentials.oauth else {
                text.add("held", "no. Sign in with a browser, a code or a password for one.", .muted)
                return
            }
            text.add("kind", "OAuth token, \(token.length) characters, " + token.text.edges)
            if !token.scopes.isEmpty { text.add("scopes", token.scopes.joined(separator: ", ")) }
            if let application = session.application { text.add("issued to", application.id) }
            text.add("time left", "it never expires; only signing out or a new password ends it")
            text.add(
                "good for",
                "the website's own addresses, and for fetching a JWT. The API ignores it when reading."
            )
        case .jwt:
            guard let jwt = session.credentials.jwt else {
                text.add("held", "no. Paste one from users/api_token, or sign in.", .muted)
                return
            }
            text.add("kind", "JWT, \(jwt.length) characters, " + jwt.text.edges)
            text.add("header", "alg \(jwt.algorithm)")
            text.add("claims", claims(of: jwt))
            add(timeLeft(of: jwt, in: session, at: now), to: &text)
            text.add("good for", "reading with the API: it alone shows true points there")
        }
        addProof(session.proofs[identity], of: identity, to: &text)
    }

    private static func claims(of jwt: JWT) -> String {
        var claims: [String] = []
        if let id = jwt.userID { claims.append("user_id \(id)") }
        if let expiry = jwt.expiry { claims.append("exp " + expiry.formatted(.iso8601)) }
        if let id = jwt.applicationID {
            claims.append("oauth_application_id \(id) (fetched with an OAuth token)")
        }
        return claims.joined(separator: ", ")
    }

    private static func add(_ span: Span, to text: inout LabelledText) {
        text.add("time left", span.text, span.role)
    }

    private static func timeLeft(of jwt: JWT, in session: Session, at now: Date) -> Span {
        guard let left = jwt.secondsLeft(at: now) else {
            return Span("unknown: it names no expiry", .warning)
        }
        guard left > 0 else {
            return Span(
                "none: it expired \(NumberText.duration(-left)) ago. Sign in again.",
                .failure
            )
        }
        if case .refused = session.proofs[.jwt] { return Span(NumberText.countdown(left), .warning) }
        let source = session.credentials.oauth == nil ? "the JWT itself" : "the OAuth token"
        return Span(
            NumberText.countdown(left) + "; a fresh one is fetched before it ends, with \(source)",
            left < 60 ? .warning : .text
        )
    }

    private static func addProof(_ proof: Proof?, of identity: Identity, to text: inout LabelledText) {
        let asked = identity == .oauth ? "/users/edit.json" : "/v1/users/me"
        switch proof {
        case .proved(let account):
            text.add(asked, "answered as \(account.login), user \(account.id): proved", .success)
        case .ignoredByAPI(let account?):
            text.add(asked, "answered as \(account.login), user \(account.id): the site honours it", .success)
            text.add("/v1/users/me", "ignores OAuth tokens and answers as to anyone", .warning)
        case .ignoredByAPI(nil):
            text.add(asked, "did not say whose it is", .warning)
        case .refused(let reason):
            text.add(asked, reason, .failure)
        case .anonymous, nil:
            break
        }
    }
}
