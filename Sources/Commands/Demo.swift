import ArgumentParser
import Browser
import INaturalist
import INaturalistSandbox
import ObservationStore
import OtherPrograms

/// `inatty demo`: the browser against a sandbox inside the process.
struct Demo: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start the browser on made-up observations; no account and no network needed.",
        discussion: """
            Examples:
              inatty demo
            """
    )

    @OptionGroup var displayOptions: DisplayOptions

    func execute() async throws {
        try await reportingErrors {
            let configuration = try displayOptions.configuration()
            guard let observer = Sandbox.accounts.first(where: { $0.role == .observer }) else { return }
            let grant = PasswordGrant(
                username: observer.login,
                password: Secret(observer.password),
                application: Self.application
            )
            let setting = BrowserState.Setting(
                site: "the sandbox",
                addresses: nil,
                sandbox: Self.access,
                badge: "demo",
                remarks: configuration.remarks
            )
            let services = BrowserServices(
                connect: Self.connect,
                store: { _ in nil },
                observations: { () throws(StoreError) in try ObservationStore.temporary() },
                queries: SavedQueriesFile(variables: LaunchEnvironment.current.variables),
                openWebPage: WebBrowser.open,
                environment: LaunchEnvironment.current.variables
            )
            let request = SignInRequest(.password(grant), speaker: .jwt, isKept: false)
            try await displayOptions.browse(setting, .request(request), services, configuration)
        }
    }

    private static func connect() async throws(INaturalistError) -> INaturalistClient {
        do {
            let sandbox = try await Sandbox.start()
            let addresses = try ServerAddresses(environment: [
                "INATTY_SITE_URL": sandbox.baseURL, "INATTY_API_URL": sandbox.baseURL,
            ])
            return INaturalistClient(addresses: addresses, limiter: .unlimited)
        } catch let error as INaturalistError {
            throw error
        } catch {
            throw .transport(
                .other(reason: "the built-in sandbox did not start: \(error)"),
                host: "127.0.0.1"
            )
        }
    }

    /// Who can sign in here, for the login screen.
    private static var access: BrowserState.SandboxAccess {
        BrowserState.SandboxAccess(
            accounts: Sandbox.accounts.map { ($0.login, $0.password) },
            application: application
        )
    }

    private static var application: OAuthApplication {
        let working = SandboxApplication.working
        return OAuthApplication(id: working.clientID, secret: Secret(working.clientSecret))
    }
}
