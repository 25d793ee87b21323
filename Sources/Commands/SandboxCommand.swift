import ArgumentParser
import INaturalistSandbox

/// `inatty sandbox`: the imitation of both servers, for scripts and trials.
struct SandboxCommand: MainActorCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Run the imitation of both servers on 127.0.0.1, with made-up accounts and observations."
    )

    @Option(help: "The port; 0 takes any that is free.")
    var port = 0

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func execute() async throws {
        try await reportingErrors {
            let sandbox = try await Sandbox.start(SandboxConfiguration(port: port))
            print("export INATTY_SITE_URL=\(sandbox.baseURL) INATTY_API_URL=\(sandbox.baseURL)")
            let application = SandboxApplication.working
            print("export INAT_APP_ID=\(application.clientID) INAT_APP_SECRET=\(application.clientSecret)")
            for account in Sandbox.accounts {
                print(
                    "# \(account.role.rawValue): INAT_USERNAME=\(account.login) INAT_PASSWORD=\(account.password)"
                )
            }
            print("# Ctrl-C ends it.")
            flushStandardOutput()
            // Ctrl-C and SIGTERM end the process; the server has nothing to save.
            while true { try await Task.sleep(for: .seconds(86_400)) }
        }
    }
}
