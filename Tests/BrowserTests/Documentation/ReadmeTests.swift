import TestSupport
import Testing

/// What README shows is there, and what it says to write works.
@Suite struct ReadmeTests {
    @Test(arguments: ["README.md", "CONTRIBUTING.md", "Benchmarks/README.md"])
    func `every file that is linked or shown is there`(_ path: String) throws {
        let folder = path.contains("/") ? String(path.prefix { $0 != "/" }) + "/" : ""
        let targets = try Repository.text(path).matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
        for target in targets where !target.hasPrefix("https://") {
            #expect(Repository.holds(folder + target), "\(target)")
        }
    }

    @Test func `the configuration that README shows can be used`() async throws {
        let text = try Repository.text("README.md")
        let example = try #require(text.firstMatch(of: /```yaml\n((?:.*\n)*?)```/)).1
        let folder = try ConfigurationFolder(String(example))
        let check = try await BuiltBinary.run(
            ["config", "check"],
            environment: ["XDG_CONFIG_HOME": folder.home]
        )
        #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
    }

    @Test func `every module is in the list of CONTRIBUTING`() throws {
        let text = try Repository.text("CONTRIBUTING.md")
        for module in try Repository.folders(in: "Sources") {
            #expect(text.contains("\n  \(module)/"), "\(module)")
        }
    }
}
