import ArgumentParser
import INaturalistSandbox

/// `inatty sandbox`: the imitation of both servers, for scripts and trials.
struct SandboxCommand: MainActorCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Run the imitation of both servers on 127.0.0.1, with made-up accounts and observations.",
        discussion: """
            Two thirds of the observations belong to the account "observer", but never more than 100,000; four of \
            five of these are obscured or private. The same count gives the same observations on every run. Faults \
            are counted by request to the API, so that the same requests meet the same faults.

            Examples:
              inatty sandbox --port 8080
              inatty sandbox --count 1000000 --latency 80 --throttle-every 50
            """
    )

    @Option(help: "The port; 0 takes any that is free.")
    var port = 0

    @Option(help: "How many observations to make up, from 200 to 5,000,000.")
    var count = 2_400

    @Option(help: ArgumentHelp("Milliseconds that pass before each reply.", valueName: "milliseconds"))
    var latency = 0

    @Option(help: ArgumentHelp("Answer every so many-th request with 429, as HTML.", valueName: "requests"))
    var throttleEvery: Int?

    @Option(help: ArgumentHelp("Close every so many-th connection without a reply.", valueName: "requests"))
    var dropEvery: Int?

    @Option(
        help: ArgumentHelp("Break off every so many-th reply after its first bytes.", valueName: "requests")
    )
    var truncateEvery: Int?

    @Option(help: ArgumentHelp("Answer every so many-th request with 500 or 503.", valueName: "requests"))
    var failEvery: Int?

    /// As many as fit into the 32-bit ids between the first one and the largest.
    private static let counts = SandboxConfiguration.minimumObservationCount...5_000_000

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        guard Self.counts.contains(count) else {
            throw ValidationError("The count is a number from 200 to 5,000,000.")
        }
        guard (0...600_000).contains(latency) else {
            throw ValidationError("The latency is a number of milliseconds from 0 to 600,000.")
        }
        let intervals = [throttleEvery, dropEvery, truncateEvery, failEvery].compactMap(\.self)
        guard intervals.allSatisfy({ $0 >= 1 }) else {
            throw ValidationError("Faults come with every so many-th request: a number from 1 on.")
        }
    }

    func execute() async throws {
        try await reportingErrors {
            let sandbox = try await Sandbox.start(setting)
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

    private var setting: SandboxConfiguration {
        let faults: [RepeatedFault] =
            (throttleEvery.map(RepeatedFault.throttling) ?? [])
            + (dropEvery.map(RepeatedFault.dropping) ?? [])
            + (truncateEvery.map(RepeatedFault.truncating) ?? [])
            + (failEvery.map(RepeatedFault.failing) ?? [])
        var setting = SandboxConfiguration(
            port: port,
            observationCount: count,
            latency: .milliseconds(latency),
            repeatedFaults: faults
        )
        if count > Self.quietCount {
            setting.progress = { made, count in Self.report(made: made, of: count) }
        }
        return setting
    }

    /// Fewer observations are there before anybody could read that they are made.
    private static let quietCount = 50_000

    /// How many records are made from one line to the next.
    private static let reportInterval = 200_000

    /// Says on standard error how far it is; requests wait until the end.
    private static func report(made: Int, of count: Int) {
        if made == count {
            complain("all \(count) observations are made.")
        } else if made.isMultiple(of: reportInterval) {
            complain("making observations: \(made) of \(count).")
        }
    }
}
