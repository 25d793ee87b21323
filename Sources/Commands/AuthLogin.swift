import Accounts
import ArgumentParser
import Browser
import INaturalist
import OtherPrograms

extension SignInWay: ExpressibleByArgument {}

/// `inatty auth login`
struct AuthLogin: MainActorCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Sign in, and keep the tokens for the next time.",
        discussion: """
            token     paste a JWT or an OAuth token; needs nothing but a browser somewhere
            browser   the website asks you in a browser on this computer; needs an application's id
            code      the website shows a code in a browser anywhere; needs an application's id
            password  user name and password; needs an application's id and secret

            Secrets are asked for without showing them, or read from standard input; never from arguments.
            Examples:
              inatty auth login
              inatty auth login --with token - < token.txt
              inatty auth login --with browser --application-id 0123abcd
            """
    )

    @Option(name: .customLong("with"), help: "token, browser, code or password.")
    var way = SignInWay.token

    @Option(help: "The id of your OAuth application; INAT_APP_ID without.")
    var applicationID: String?

    @Flag(name: .customLong("no-store"), help: "Only try it: prove the tokens and keep nothing.")
    var isNotKept = false

    @Argument(help: "“-” reads the token, the code or the password from standard input.")
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
                for line in result.lines { try output(line) }
                if LaunchEnvironment.current.overridesKeptTokens {
                    complain("INATTY_TOKEN is set and goes before what is kept.")
                }
            }
        }
    }
}
