/// The imitation of the website: OAuth, the JWT endpoint, and the few pages that a client meets.
struct RailsServer: Sendable {
    let state: SandboxState
    let worlds: SandboxWorld

    /// The records as they are now. Whoever asks first waits until they are made.
    var world: World {
        worlds.current
    }

    /// Where the server listens.
    var baseURL: String {
        state.baseURL
    }

    typealias Endpoint = @Sendable (RailsServer, Call) -> Reply

    static let realm = "Doorkeeper"

    /// `WWW-Authenticate` of an OAuth failure (API reference 1.6 and 1.7).
    static func challenge(_ error: String, _ description: String) -> (name: String, value: String) {
        (
            "WWW-Authenticate",
            "Bearer realm=\"\(realm)\", error=\"\(error)\", error_description=\"\(description)\""
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
