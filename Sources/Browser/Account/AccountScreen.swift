package import FoundationEssentials
package import INaturalist
package import TerminalUI

/// The tokens held, what each is, and what the servers said of it.
package nonisolated struct AccountScreen: Sendable {
    /// The uppermost line shown.
    package var top = 0

    package init() {}

    /// All lines at that width.
    ///
    /// - Parameters:
    ///   - addresses: the two servers, to name who was asked.
    ///   - now: for the time left.
    package func lines(
        session: Session,
        addresses: ServerAddresses?,
        at now: Date,
        columns: Int
    ) -> [StyledLine] {
        var lines: [StyledLine] = []
        for identity in Identity.allCases {
            lines += section(identity, session: session, at: now, columns: columns)
            lines.append("")
        }
        lines.append(StyledLine("Where tokens go", .heading))
        if let addresses {
            lines.append(field("site", addresses.site, columns: columns))
            lines.append(field("API", addresses.api, columns: columns))
        }
        lines.append(StyledLine("To these two addresses and no other, redirects included.", .muted))
        return lines
    }

    private func section(
        _ identity: Identity,
        session: Session,
        at now: Date,
        columns: Int
    ) -> [StyledLine] {
        let isSpeaking = identity == session.identity
        var lines: [StyledLine] = [
            [
                Span(isSpeaking ? "▸ " : "  ", .key), Span(identity.title, .heading),
                Span(isSpeaking ? "  speaks now" : "", .success),
            ]
        ]
        func add(_ label: String, _ value: String, _ role: Role = .text) {
            for (index, text) in TerminalText.wrapped(value, to: max(1, columns - 22)).enumerated() {
                lines.append(field(index == 0 ? label : "", text, role, columns: columns))
            }
        }
        switch identity {
        case .anonymous:
            add("shows", "the public view, as everyone sees it")
        case .oauth:
            guard let token = session.credentials.oauth else {
                add("held", "no. Sign in with a password, or paste an OAuth token: press S.", .muted)
                return lines
            }
            add("kind", "OAuth token, \(token.length) characters, " + token.text.edges)
            if !token.scopes.isEmpty { add("scopes", token.scopes.joined(separator: ", ")) }
            add("time left", "it never expires; only signing out with revocation or a new password ends it")
            add(
                "good for",
                "the website's own addresses, and for fetching a JWT. The API ignores it when reading."
            )
        case .jwt:
            guard let jwt = session.credentials.jwt else {
                add(
                    "held",
                    "no. Paste one from users/api_token, or sign in with a password: press S.",
                    .muted
                )
                return lines
            }
            add("kind", "JWT, \(jwt.length) characters, " + jwt.text.edges)
            add("claims", claims(of: jwt))
            addTimeLeft(jwt, at: now, add)
            add("good for", "reading with the API: it alone shows true points there")
        }
        addProof(session.proofs[identity], of: identity, add)
        return lines
    }

    private func claims(of jwt: JWT) -> String {
        var claims = ["alg " + jwt.algorithm]
        if let id = jwt.userID { claims.append("user_id \(id)") }
        if let id = jwt.applicationID { claims.append("oauth_application_id \(id)") }
        if let expiry = jwt.expiry { claims.append("exp " + expiry.formatted(.iso8601)) }
        return claims.joined(separator: ", ")
    }

    private func addTimeLeft(_ jwt: JWT, at now: Date, _ add: (String, String, Role) -> Void) {
        guard let left = jwt.secondsLeft(at: now) else {
            add("time left", "unknown: it names no expiry", .warning)
            return
        }
        if left > 0 {
            add("time left", NumberText.duration(left), left < 900 ? .warning : .text)
        } else {
            add(
                "time left",
                "none: it expired \(NumberText.duration(-left)) ago. Sign in again: press S.",
                .failure
            )
        }
    }

    private func addProof(_ proof: Proof?, of identity: Identity, _ add: (String, String, Role) -> Void) {
        let asked = identity == .oauth ? "/users/edit.json" : "/v1/users/me"
        switch proof {
        case .proved(let account):
            add(asked, "answered as \(account.login), user \(account.id): proved", .success)
        case .ignoredByAPI(let account?):
            add(asked, "answered as \(account.login), user \(account.id): the site honours it", .success)
            add("/v1/users/me", "ignores OAuth tokens and answers as to anyone", .warning)
        case .ignoredByAPI(nil):
            add(asked, "did not say whose it is", .warning)
        case .refused(let reason):
            add(asked, reason, .failure)
        case .anonymous:
            break
        case nil:
            if identity != .anonymous { add(asked, "not asked yet: press r", .muted) }
        }
    }

    private func field(_ label: String, _ value: String, _ role: Role = .text, columns: Int) -> StyledLine {
        StyledLine(columns: [
            (StyledLine("    " + label, .muted), 22), (StyledLine(value, role), max(0, columns - 22)),
        ])
    }
}
