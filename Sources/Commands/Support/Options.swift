import ArgumentParser
import Browser
import INaturalist

/// What every command takes that asks a server.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write a line for every request to this file: method, path, status, time. No secret is in it.",
            valueName: "file"
        ),
        completion: .file()
    )
    var log: String?

    /// A client of the servers that the environment names.
    func client() throws -> INaturalistClient {
        let environment = LaunchEnvironment.current
        let addresses = try ServerAddresses(environment: environment.variables)
        let file = try log.map { try RequestTraceFile(path: $0) }
        return environment.client(of: addresses, record: file.map { $0.record }) { complain("\($0)") }
    }
}

extension Identity: ExpressibleByArgument {}
