import FoundationEssentials
import INaturalist
import INaturalistSandbox

extension SandboxSession {
    /// A session in which time passes only when the clock beside it is set forward, for sandbox and client alike.
    ///
    /// - Parameter jwtLifetime: How long a JWT lasts that the token page hands out.
    static func runOnSandboxClock(
        jwtLifetime: Duration = .seconds(86_400),
        _ body: (SandboxSession, SandboxClock) async throws -> Void
    ) async throws {
        let clock = SandboxClock(Date(timeIntervalSince1970: 1_790_000_000))
        let configuration = SandboxConfiguration(
            jwtLifetime: jwtLifetime,
            observationCount: 200,
            now: { clock.now }
        )
        try await run(configuration) { try await body($0, clock) }
    }

    /// A viewer whose JWT the client has seen, so that its time counts from now.
    func seenViewer(hasOAuth: Bool = false) async throws -> Viewer {
        let viewer = try viewer(.observer, hasOAuth: hasOAuth)
        _ = try await client.renew(viewer)
        return viewer
    }

    /// Somebody whose JWT has the right form and no right signature.
    func unknownViewer(hasOAuth: Bool = false) throws -> Viewer {
        var viewer = try viewer(.observer, hasOAuth: hasOAuth)
        viewer.credentials.jwt = try TokenSamples.parsedJWT(expiry: 4_000_000_000)
        return viewer
    }
}

extension ObservationQuery {
    /// What the observer keeps from others: every row tells whether the reply was made for that person.
    static let hidden = ObservationQuery(observer: "observer", obscurations: [.obscured, .private])
}
