import ArgumentParser
import INaturalist

/// The command line: what each command is called and where it leads. What they do lives in the modules.
struct Inatty: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inatty",
        abstract: "See where the public sees your iNaturalist observations, and where they truly are.",
        discussion: """
            Without a command the browser starts. It only reads; nothing is ever written to iNaturalist.

            Tokens are kept in the desktop's keyring, or in a file for you alone; inatty auth login and the login screen say \
            which, and --no-store keeps nothing.

            Environment: INATTY_TOKEN (a JWT or an OAuth token, which goes before what is kept), or INAT_USERNAME, \
            INAT_PASSWORD, INAT_APP_ID and INAT_APP_SECRET; INATTY_SITE_URL and INATTY_API_URL for other servers.

            Exit codes: \(ManualPage.exitCodes.map { "\($0.code) \($0.text)" }.joined(separator: ", ")).

            Examples:
              inatty
              inatty demo
              inatty auth login
              inatty observations --mine --only access:withheld --json
            """,
        version: Version.current,
        subcommands: [
            Browse.self, Demo.self, SandboxCommand.self, Auth.self, Observations.self, Sync.self,
            Changes.self,
            Queries.self, Open.self, StoreCommand.self, ConfigCommand.self,
            Completions.self, Manual.self,
        ],
        defaultSubcommand: Browse.self
    )
}
