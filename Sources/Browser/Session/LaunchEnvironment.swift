internal import FoundationEssentials
package import INaturalist

/// The environment's variables that inatty reads.
package nonisolated struct LaunchEnvironment: Sendable {
    /// All of them.
    package let variables: [String: String]

    /// Those of this process.
    package static var current: LaunchEnvironment {
        LaunchEnvironment(variables: ProcessInfo.processInfo.environment)
    }

    /// What the environment gives to sign in with: `INATTY_TOKEN`, else the four of the password grant.
    ///
    /// - Throws: when a variable is there and cannot be used, or some of the four are missing.
    package func signInRequest(speaker: Identity) throws(UsageError) -> SignInRequest? {
        if let text = value("INATTY_TOKEN") {
            do {
                return SignInRequest(.token(try PastedToken(parsing: text)), speaker: speaker)
            } catch {
                throw UsageError(description: "INATTY_TOKEN: \(error)")
            }
        }
        let needed = ["INAT_USERNAME", "INAT_PASSWORD", "INAT_APP_ID"]
        let absent = needed.filter { value($0) == nil }
        // An application alone signs nobody in.
        if value("INAT_USERNAME") == nil, value("INAT_PASSWORD") == nil { return nil }
        guard let username = value("INAT_USERNAME"), let password = value("INAT_PASSWORD"),
            let application = value("INAT_APP_ID")
        else {
            throw UsageError(
                description:
                    "To sign in with a password \(absent.joined(separator: " and ")) must be set too."
            )
        }
        let grant = PasswordGrant(
            username: username,
            password: Secret(password),
            application: OAuthApplication(
                id: application,
                secret: value("INAT_APP_SECRET").map { Secret($0) }
            )
        )
        return SignInRequest(.password(grant), speaker: speaker)
    }

    /// A client of these servers that goes through the proxy that the environment names.
    package func client(of addresses: ServerAddresses) -> INaturalistClient {
        let settings = TransportSettings(environment: variables, addresses: addresses)
        return INaturalistClient(addresses: addresses, transport: AsyncHTTPTransport(settings: settings))
    }

    /// The names of the variables that hold secrets; no other program gets them.
    package static let secretNames: Set<String> = ["INATTY_TOKEN", "INAT_PASSWORD", "INAT_APP_SECRET"]

    private func value(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
