/// The variables of the environment that hold secrets of this program; no other program gets them.
package enum SecretVariables {
    /// Their names.
    package static let names: Set<String> = ["INATTY_TOKEN", "INAT_PASSWORD", "INAT_APP_SECRET"]

    /// What another program may have of an environment.
    package static func removingSecrets(from environment: [String: String]) -> [String: String] {
        environment.filter { !names.contains($0.key) }
    }
}
