import Browser
import INaturalist
import Testing

@Suite
struct LaunchEnvironmentBudgetTests {
    @Test(
        "Only servers on this computer, both of them, are asked without a budget; a variable gives them one",
        arguments: [
            ("https://www.inaturalist.org", "https://api.inaturalist.org", [:], true),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", [:], false),
            ("http://[::1]:8080", "http://localhost:8080", [:], false),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", ["INATTY_BUDGET": "1"], true),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080", ["INATTY_BUDGET": ""], false),
            ("http://127.0.0.1:8080", "https://api.inaturalist.org", [:], true),
            ("https://www.inaturalist.org", "http://127.0.0.1:8080", [:], true),
            ("https://127.0.0.1.example.org", "https://127.0.0.1.example.org", [:], true),
        ] as [(String, String, [String: String], Bool)]
    )
    func budget(site: String, api: String, variables: [String: String], isLimited: Bool) async throws {
        let addresses = try ServerAddresses(checkingSite: site, api: api)
        // Nothing is asked, so no file is made.
        let client = LaunchEnvironment(variables: variables).client(of: addresses)
        #expect((client.requestPace == .seconds(1)) == isLimited)
        let usage = await client.requestUsage()
        #expect((usage?.minuteLimit == 60 && usage?.dayLimit == 10_000) == isLimited)
        await client.shutdown()
    }
}
