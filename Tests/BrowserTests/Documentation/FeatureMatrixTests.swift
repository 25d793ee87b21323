import TestSupport
import Testing

@testable import Browser

/// README's table of features says what is so.
@Suite struct FeatureMatrixTests {
    @Test func `every row of README has its proof, and every proof its row`() throws {
        #expect(try FeatureRow.all().map(\.title) == Feature.all.map(\.title))
        #expect(Feature.all.allSatisfy { !$0.proofs.isEmpty })
    }

    @Test func `every cell says something, and ours never that it is not there`() throws {
        for row in try FeatureRow.all() {
            #expect(row.cells.count == 7, "\(row.title)")
            #expect(
                !row.cells.contains { $0.isEmpty || $0.contains("?") && !$0.contains("`?`") },
                "\(row.title)"
            )
            #expect(row.ours != "–", "\(row.title)")
        }
    }

    @Test(arguments: Feature.all) func `the keys in our cell are those of the feature's commands`(
        _ feature: Feature
    ) throws {
        let row = try #require(try FeatureRow.all().first { $0.title == feature.title })
        let labels = feature.commands.map { command in
            Context.allCases.flatMap { KeyMap.standard.keys(for: command, in: $0) }.map(\.label)
        }
        for (command, labels) in zip(feature.commands, labels) {
            #expect(row.tokens.contains(where: labels.contains), "no key of \(command) is in “\(row.ours)”")
        }
        let known = Set(labels.joined())
        for token in row.tokens where !Self.isWritten(token) {
            #expect(known.contains(token), "\(token) is no key of \(feature.commands)")
        }
    }

    @Test func `options, commands, files and variables in our cells are in the manual page`() async throws {
        let page = try await BuiltBinary.run(["manual"])
        #expect(page.exitCode == 0)
        let text = page.output.replacing("\\%", with: "").replacing("\\-", with: "-").replacing(
            "Fl -",
            with: "--"
        )
        for row in try FeatureRow.all() {
            for token in row.tokens where Self.isWritten(token) {
                #expect(text.contains(token), "\(row.title): \(token)")
            }
        }
    }

    @Test(arguments: Feature.all) func `ours does it`(_ feature: Feature) async throws {
        for proof in feature.proofs {
            switch proof {
            case .here(let check): try await check()
            case .elsewhere(let file, let title):
                let text = try Repository.text("Tests/\(file).swift").replacing(/@Test\(\s+/, with: "@Test(")
                #expect(
                    text.contains("@Test(\"\(title)\"") || text.contains("func `\(title)`"),
                    "\(file) has no test “\(title)”"
                )
            }
        }
    }

    /// Whether it is an option, a command line, a file or a variable, and no key.
    private static func isWritten(_ token: String) -> Bool {
        token.hasPrefix("--") || token.hasPrefix("inatty ") || token.hasSuffix(".yaml") || token.contains("_")
    }
}
