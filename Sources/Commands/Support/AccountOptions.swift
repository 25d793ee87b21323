import ArgumentParser
import Browser
import INaturalist

/// What the commands take that speak for one account and change nothing about which is current.
struct AccountOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The login of the kept account to use this once; the current one without.",
            valueName: "login"
        ),
        completion: .logins
    )
    var account: String?

    /// What the environment gives to sign in with; nothing when a kept account is to be used.
    ///
    /// - Throws: `UsageError` when both are there: whose answer comes must never be in doubt.
    func signInRequest(of environment: LaunchEnvironment, speaker: Identity) throws -> SignInRequest? {
        guard account != nil else { return try environment.signInRequest(speaker: speaker) }
        let (username, password) = environment.login
        let variables: [String] =
            if environment.overridesKeptTokens {
                ["INATTY_TOKEN"]
            } else {
                [username.map { _ in "INAT_USERNAME" }, password.map { _ in "INAT_PASSWORD" }]
                    .compactMap(\.self)
            }
        guard variables.isEmpty else {
            let isSet = variables.joined(separator: " and ") + (variables.count == 1 ? " is" : " are")
            throw UsageError(
                description: """
                    --account uses an account that is kept, but \(isSet) set and would sign in instead. Leave --account \
                    out, or unset \(variables.joined(separator: " ")).
                    """
            )
        }
        return nil
    }
}
