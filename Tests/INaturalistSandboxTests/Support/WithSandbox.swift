import INaturalistSandbox
import TestBrowser

/// Runs a test against a real server of its own, and stops it afterwards.
func withSandbox(
    _ configuration: SandboxConfiguration = SandboxConfiguration(),
    _ test: (Sandbox, Browser) async throws -> Void
) async throws {
    let sandbox = try await Sandbox.start(configuration)
    do {
        try await test(sandbox, Browser(baseURL: sandbox.baseURL))
        await sandbox.stop()
    } catch {
        await sandbox.stop()
        throw error
    }
}

extension Sandbox {
    /// A header with a good JWT of an account.
    func bearer(_ role: SandboxAccount.Role) -> String {
        "Bearer \(issueJWT(login: role.rawValue))"
    }

    /// The form fields of a good password login.
    static func loginForm(
        _ role: SandboxAccount.Role = .observer,
        _ application: SandboxApplication = .working,
        replacing replacements: [String: String?] = [:]
    ) -> [(String, String)] {
        let fields = [
            ("grant_type", "password"), ("client_id", application.clientID),
            ("client_secret", application.clientSecret), ("username", account(role).login),
            ("password", account(role).password),
        ]
        let kept = fields.compactMap { name, value in
            replacements.keys.contains(name)
                ? replacements[name].flatMap(\.self).map { (name, $0) } : (name, value)
        }
        let added = replacements.compactMap { name, value in
            fields.contains { $0.0 == name } ? nil : value.map { (name, $0) }
        }
        return kept + added
    }
}
