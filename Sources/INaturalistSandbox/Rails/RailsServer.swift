/// The imitation of the website: OAuth, the JWT endpoint, and the few pages that a client meets.
struct RailsServer: Sendable {
    let state: SandboxState
    let source: WorldSource

    /// The records. Whoever asks first waits until they are made.
    var world: World {
        source.world
    }

    /// Where the server listens.
    var baseURL: String {
        state.baseURL
    }

    typealias Endpoint = @Sendable (RailsServer, Call) -> Reply

    static let realm = "Doorkeeper"

    /// The cookie in which Rails keeps a web session.
    static let sessionCookie = "_inaturalist_session"

    /// `WWW-Authenticate` of an OAuth failure (API reference 1.6 and 1.7).
    static func challenge(_ error: String, _ description: String) -> (name: String, value: String) {
        (
            "WWW-Authenticate",
            "Bearer realm=\"\(realm)\", error=\"\(error)\", error_description=\"\(description)\""
        )
    }

    /// The login page, which is what a client that follows redirects gets.
    static let loginPage: Endpoint = { _, _ in
        .html(
            """
            <!DOCTYPE html><html><head><title>Log in</title></head><body><h1>Log in</h1>\
            <form action="/session" method="post"></form></body></html>
            """
        )
    }

    /// Any path that no route knows.
    static func notFound(_ call: Call) -> Reply {
        .html(
            "<!DOCTYPE html><html><head><title>Not found</title></head><body><h1>404</h1></body></html>",
            status: 404
        )
    }
}
