import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Every route of both servers, and of the one that has the photos.
struct Routes: Sendable {
    let node: NodeServer
    let rails: RailsServer

    typealias Context = BasicRequestContext

    func responder() -> RouterResponder<Context> {
        let router = Router(context: Context.self)
        addRails(to: router)
        addNode(to: router)
        router.get("photos/{id}/{file}") { request, context in
            PhotoServer.photo(try await Call(request, captures: context.parameters)).response
        }
        return router.buildResponder()
    }

    private func addRails(to router: Router<Context>) {
        for (method, path, endpoint) in [
            (HTTPRequest.Method.post, RouterPath("oauth/token"), RailsServer.oauthToken),
            (.post, "oauth/revoke", RailsServer.oauthRevoke),
            (.get, "oauth/token/info", RailsServer.oauthTokenInfo),
            (.get, "users/api_token", RailsServer.apiToken),
            (.get, "users/api_token.json", RailsServer.apiToken),
            (.get, "users/edit.json", RailsServer.editUser),
            (.get, "oauth/authorize", RailsServer.authorizePage),
            (.post, "oauth/authorize", RailsServer.authorize),
            (.delete, "oauth/authorize", RailsServer.denyAuthorization),
            (.get, "oauth/authorize/native", RailsServer.authorizationCodePage),
            (.get, "", RailsServer.homePage),
            (.get, "login", RailsServer.loginPage),
            (.post, "session", RailsServer.signIn),
            (.get, "logout", RailsServer.signOut),
            (.get, "observations/{id}.json", RailsServer.legacyObservation),
            (.get, "observations/{id}", RailsServer.observationPage),
        ] {
            router.on(path, method: method) { [rails] request, context in
                let call = try await Call(request, captures: context.parameters)
                return endpoint(rails, call).response
            }
        }
    }

    private func addNode(to router: Router<Context>) {
        for (path, version, endpoint) in [
            (RouterPath("v1/ping"), NodeVersion.v1, NodeServer.ping),
            ("v1/users/me", .v1, NodeServer.currentUser),
            ("v1/users/autocomplete", .v1, NodeServer.userAutocomplete),
            ("v1/users/{id}", .v1, NodeServer.user),
            ("v1/observations", .v1, NodeServer.observations),
            ("v1/observations/{ids}", .v1, NodeServer.observationsByID),
            ("v1/places/autocomplete", .v1, NodeServer.placeSearch),
            ("v1/places/{ids}", .v1, NodeServer.places),
            ("v1/projects/autocomplete", .v1, NodeServer.projectSearch),
            ("v1/projects/{ids}", .v1, NodeServer.projects),
            ("v1/taxa/autocomplete", .v1, NodeServer.taxonAutocomplete),
            ("v1/taxa/{ids}", .v1, NodeServer.taxa),
            ("v2/ping", .v2, NodeServer.ping),
            ("v2/users/me", .v2, NodeServer.currentUser),
            ("v2/observations", .v2, NodeServer.observations),
            ("v2/observations/{uuids}", .v2, NodeServer.observationsByUUID),
            ("v2/users/autocomplete", .v2, NodeServer.userAutocomplete),
            ("v2/users/{id}", .v2, NodeServer.user),
            ("v2/places", .v2, NodeServer.placeSearch),
            ("v2/places/{ids}", .v2, NodeServer.places),
            ("v2/projects", .v2, NodeServer.projectSearch),
            ("v2/projects/{ids}", .v2, NodeServer.projects),
            ("v2/taxa/autocomplete", .v2, NodeServer.taxonAutocomplete),
            ("v2/taxa/{ids}", .v2, NodeServer.taxa),
        ] {
            let handler: @Sendable (Request, Context) async throws -> Response = { [node] request, context in
                let call = try await Call(request, captures: context.parameters)
                return node.answer(call, version, endpoint).response
            }
            router.get(path, use: handler)
            if version == .v2 {
                // Long field lists come as a POST that says it is a GET; there is no other POST here.
                router.post(path) { request, context in
                    guard request.headers[.methodOverride]?.uppercased() == "GET" else {
                        return NodeError.unauthorized(for: .v2).reply(for: .v2).response
                    }
                    return try await handler(request, context)
                }
            }
        }
    }

    /// What a path without a route gets: Express's page, or the website's.
    static func notFound(_ call: Call) -> Reply {
        guard call.path.hasPrefix("/v1") || call.path.hasPrefix("/v2") else {
            return RailsServer.notFound(call)
        }
        return .html(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Error</title>
            </head>
            <body>
            <pre>Cannot \(call.method) \(call.path)</pre>
            </body>
            </html>

            """,
            status: 404,
            headers: [("X-Content-Type-Options", "nosniff")]
        )
    }
}

extension HTTPField.Name {
    /// Lets a POST be handled as a GET.
    static let methodOverride = Self("X-HTTP-Method-Override") ?? .accept
}
