import FoundationEssentials
import INaturalist
import INaturalistSandbox

/// A sandbox on a real socket, and a client of it whose clock jumps over every wait.
struct SandboxSession {
    let sandbox: Sandbox
    let client: INaturalistClient
    let clock: ManualClock

    static func run<Result>(
        _ configuration: SandboxConfiguration = SandboxConfiguration(observationCount: 600),
        settings: TransportSettings = TransportSettings(),
        now: (@Sendable () -> Date)? = nil,
        _ body: (SandboxSession) async throws -> Result
    ) async throws -> Result {
        let sandbox = try await Sandbox.start(configuration)
        let clock = ManualClock(jumps: true)
        let client = INaturalistClient(
            addresses: try ServerAddresses(checkingSite: sandbox.baseURL, api: sandbox.baseURL),
            transport: AsyncHTTPTransport(settings: settings),
            limiter: RateLimiter(limits: nil, clock: clock),
            retries: RetryPolicy(jitter: { 1 }),
            now: now ?? configuration.now
        )
        do {
            let result = try await body(SandboxSession(sandbox: sandbox, client: client, clock: clock))
            await client.shutdown()
            await sandbox.stop()
            return result
        } catch {
            await client.shutdown()
            await sandbox.stop()
            throw error
        }
    }

    func jwt(_ role: SandboxAccount.Role, lifetime: Duration = .seconds(86_400)) throws -> Authorization {
        let text = sandbox.issueJWT(login: role.rawValue, lifetime: lifetime)
        guard case .jwt(let token) = try PastedToken(parsing: text) else { return .anonymous }
        return .jwt(token)
    }

    func oauth(_ role: SandboxAccount.Role, scope: String = "write login") -> Authorization {
        .oauth(OAuthToken(text: Secret(sandbox.issueOAuthToken(login: role.rawValue, scope: scope))))
    }

    /// Somebody who asks with a JWT, and has an OAuth token besides when that is wanted.
    func viewer(
        _ role: SandboxAccount.Role,
        lifetime: Duration = .seconds(86_400),
        hasOAuth: Bool = false
    ) throws -> Viewer {
        var credentials = Credentials()
        if case .jwt(let token) = try jwt(role, lifetime: lifetime) { credentials.jwt = token }
        if hasOAuth, case .oauth(let token) = oauth(role) { credentials.oauth = token }
        return Viewer(credentials: credentials, identity: .jwt)
    }

    /// How often a JWT was asked for.
    var exchanges: Int { sandbox.requests.filter { $0.path == "/users/api_token.json" }.count }

    /// What the API was asked with, in order.
    var askedOfAPI: [SandboxRequest.Authorization] {
        sandbox.requests.filter { $0.path.hasPrefix("/v1") || $0.path.hasPrefix("/v2") }.map(\.authorization)
    }

    /// A code that the sandbox gave the observer, with the request that it answers; both may be made not to fit.
    func codeGrant(
        issuedFor application: SandboxApplication = .working,
        sentAs registration: OAuthApplication = SandboxApplication.working.registration,
        redirectURI: String = AuthorizationRequest.outOfBand,
        challenge: String? = nil
    ) -> CodeGrant {
        let request = AuthorizationRequest(
            application: registration,
            redirectURI: AuthorizationRequest.outOfBand
        )
        let code = sandbox.issueAuthorizationCode(
            login: Sandbox.account(.observer).login,
            application: application,
            redirectURI: redirectURI,
            challenge: challenge ?? request.pkce.challenge
        )
        return CodeGrant(request: request, code: Secret(code))
    }

    func grant(
        _ role: SandboxAccount.Role,
        username: String? = nil,
        password: String? = nil,
        application: SandboxApplication = .working,
        secret: String? = nil
    ) -> PasswordGrant {
        let account = Sandbox.account(role)
        return PasswordGrant(
            username: username ?? account.login,
            password: Secret(password ?? account.password),
            application: secret.map { OAuthApplication(id: application.clientID, secret: Secret($0)) }
                ?? application.registration
        )
    }
}

extension SandboxApplication {
    /// The application as a client names it, with its secret.
    var registration: OAuthApplication { OAuthApplication(id: clientID, secret: Secret(clientSecret)) }
}
