import Accounts
import ArgumentParser
import Browser
import Glibc
import INaturalist
import OtherPrograms

extension SignInWay: ExpressibleByArgument {}

/// `inatty auth login`
struct AuthLogin: MainActorCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Sign in, and keep the tokens for the next time.",
        discussion: """
            token     paste a JWT or an OAuth token from any browser
            browser   the website asks in a browser on this computer (application id)
            code      the website shows a code, in any browser (application id)
            password  user name and password (application id and secret)

            Secrets are asked for without showing them, or read from standard input; never from arguments. INAT_APP_ID, \
            INAT_APP_SECRET, INAT_USERNAME and INAT_PASSWORD are taken where they are set, and not asked for.

            Examples:
              inatty auth login
              inatty auth login - < token.txt
              inatty auth login --with browser --application-id 0123abcd
            """
    )

    @Option(name: .customLong("with"), help: ArgumentHelp("The way in, as above.", valueName: "way"))
    var way = SignInWay.token

    @Option(help: "The id of your OAuth application; INAT_APP_ID without.")
    var applicationID: String?

    @Flag(name: .customLong("no-store"), help: "Only try it: prove the tokens and keep nothing.")
    var isNotKept = false

    @Argument(
        help: "“-” reads the token, the code or the password from standard input.",
        completion: .list(["-"])
    )
    var source: String?

    @OptionGroup var options: ServerOptions

    func validate() throws {
        guard source == nil || source == "-" else {
            throw ValidationError(
                "A secret is never an argument: others could read it. Give “-” and pipe it in."
            )
        }
    }

    func execute() async throws {
        try await reportingErrors {
            guard source == nil || isatty(STDIN_FILENO) == 0 else {
                throw UsageError(
                    description: """
                        “-” reads standard input, and that is the terminal here, which would show the secret. Leave “-” out \
                        to be asked without showing it, or pipe it in: inatty auth login - < token.txt
                        """
                )
            }
            try await CommandSession.withDesk(options, isKeeping: !isNotKept) { desk in
                let dialogue = SignInDialogue(
                    environment: LaunchEnvironment.current,
                    addresses: desk.client.addresses,
                    questions: Questions.onTerminal(readsStandardInput: source == "-")
                )
                let request = try dialogue.request(
                    by: way,
                    applicationID: applicationID,
                    isKept: !isNotKept
                )
                let result = try await desk.signIn(request) { consent in
                    let address = consent.url(at: desk.client.addresses)
                    complain("waiting for the browser. If none opens, open this address here:\n\(address)")
                    _ = await WebBrowser.open(address)
                }
                if let remark = result.remark { complain(remark) }
                // Before anything is told of a token that is not kept: that it is ended shall be true.
                let left = await desk.client.revokeIssuedTokens()
                for line in result.lines(isTokenLeft: left > 0) { try output(line) }
                complainOfTokensLeft(left)
                if LaunchEnvironment.current.overridesKeptTokens, !isNotKept {
                    complain(environmentGoesFirst)
                }
            }
        }
    }
}
