extension RailsServer {
    /// `GET /users/api_token` and `/users/api_token.json` (API reference 2.1 and 2.3).
    static let apiToken: Endpoint = { server, call in
        let now = server.state.now
        switch RailsIdentity(call, state: server.state, now: now) {
        case .session(let account):
            return server.freshToken(for: account, applicationID: nil, now: now)
        case .jwt(let account):
            // Signing in with a JWT opens a web session, which would win over the header of later requests.
            let cookie = server.state.sessions.open(WebSession(account: account))
            let (name, value) = WebSessions.header(cookie)
            return server.freshToken(for: account, applicationID: nil, now: now).adding(name, value)
        case .oauth(let account, let token):
            guard token.scopes.contains("write") else { return Reply(status: 403) }
            return server.freshToken(for: account, applicationID: token.applicationID, now: now)
        case .badBearer(let description):
            return Reply(status: 401, headers: [challenge("invalid_token", description)])
        case .none:
            return server.askForLogin(call)
        }
    }

    /// `GET /users/edit.json`: the signed-in user's own row, for OAuth tokens of any scope (API reference 6).
    static let editUser: Endpoint = { server, call in
        switch RailsIdentity(call, state: server.state, now: server.state.now) {
        case .session(let account), .jwt(let account), .oauth(let account, _):
            return .json(server.ownRow(of: account))
        case .badBearer(let description):
            return Reply(status: 401, headers: [challenge("invalid_token", description)])
        case .none:
            return server.askForLogin(call)
        }
    }

    private func freshToken(for account: SandboxAccount, applicationID: Int?, now: Moment) -> Reply {
        let seconds = Int(state.jwtLifetime.components.seconds)
        let token = JSONWebToken(
            userID: account.userID,
            applicationID: applicationID,
            expires: now.seconds + seconds
        )
        return .json(
            ["api_token": .string(token.text)],
            headers: [("Cache-Control", "max-age=0, private, must-revalidate")]
        )
    }

    /// JSON for who asks for JSON, and the way to the login page, and from there back, for everybody else.
    private func askForLogin(_ call: Call) -> Reply {
        if wantsJSON(call) {
            return .json(["error": "You need to sign in or sign up before continuing."], status: 401)
        }
        return redirectToLogin(call)
    }

    /// The extension decides; then the `Accept` header, unless it looks like a browser's list with `*/*` in it.
    private func wantsJSON(_ call: Call) -> Bool {
        if call.path.hasSuffix(".json") { return true }
        guard let accept = call.accept?.lowercased(), accept.contains("application/json") else {
            return false
        }
        return !(accept.contains(",") && accept.contains("*/*"))
    }

    private func ownRow(of account: SandboxAccount) -> JSONValue {
        let index = Person.index(of: account.role)
        let person = Person.everybody[index]
        let counts = world.counts[index]
        let icons = "\(baseURL)/attachments/users/icons/\(person.id)"
        return [
            "id": .integer(person.id), "login": .string(person.login), "name": .optional(person.name),
            "email": .string(account.email), "uuid": .string(person.uuid), "locale": "en",
            "time_zone": "Central Time (US & Canada)", "description": .optional(person.description),
            "created_at": .string(person.createdAt.text(offset: 0)),
            "updated_at": .string(person.createdAt.text(offset: 0)),
            "observations_count": .integer(counts.observations),
            "identifications_count": .integer(counts.identifications), "journal_posts_count": 0,
            "species_count": .integer(counts.species), "place_id": nil, "site_id": 1, "search_place_id": nil,
            "birthday": nil, "user_icon_url": .string("\(icons)/thumb.jpg"),
            "medium_user_icon_url": .string("\(icons)/medium.jpg"),
            "original_user_icon_url": .string("\(icons)/original.jpg"), "prefers_no_tracking": false,
        ]
    }
}
