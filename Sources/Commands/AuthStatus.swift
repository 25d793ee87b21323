import ArgumentParser
import Browser
import INaturalist
import TerminalUI

extension Auth {
    /// `inatty auth status`
    struct Status: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which tokens are held, and what each is good for, measured by asking.",
            discussion: """
                Ends with 0 when the JWT is honoured, or the OAuth token where it is the only one. Else it tells the same and \
                what is wrong, and ends with 77. No token is in what it tells: it is fit for a bug report.

                Examples:
                  inatty auth status
                  inatty auth status --account field-notes --log requests.log
                """
        )

        @OptionGroup var accountOptions: AccountOptions
        @OptionGroup var options: ServerOptions

        func execute() async throws {
            try await reportingErrors {
                try await CommandSession.inspect(options, accountOptions) { held, client in
                    try await tell(held, client)
                }
            }
        }

        private func tell(_ held: HeldTokens, _ client: INaturalistClient) async throws {
            let session = Session(held.result)
            var measurement: TokenMeasurement?
            var failure: INaturalistError?
            do throws(INaturalistError) {
                measurement = try await TokenMeasurement.take(
                    of: session.credentials,
                    on: nil,
                    login: session.account?.login ?? held.login,
                    from: client
                )
            } catch {
                failure = error
            }
            let lines = TokenScreen.lines(
                session: session,
                measurement: measurement,
                addresses: client.addresses,
                at: client.serverNow,
                columns: 120
            )
            for line in lines { try output(line.text) }
            if let problem = held.problem { throw problem }
            if let failure { throw failure }
        }
    }
}
