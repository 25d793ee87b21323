import ArgumentParser
import Browser
import INaturalist

/// `inatty`: the browser on the real servers.
struct Browse: MainActorCommand {
    static let configuration = CommandConfiguration(abstract: "Start the browser (the default).")

    func execute() async throws {
        let environment = LaunchEnvironment.current
        try await reportingErrors {
            let addresses = try ServerAddresses(environment: environment.variables)
            let request = try environment.signInRequest(speaker: .jwt)
            let setting = BrowserState.Setting(site: addresses.site, addresses: addresses)
            try await Terminal.browse(setting, signInWith: request) { () async throws(INaturalistError) in
                environment.client(of: addresses)
            }
        }
    }
}
