import Foundation
import INaturalist
import ObservationImport
import ObservationStore
import SecretMemory
import TestSupport
import Testing

@testable import Browser

/// The whole conversation: the loop, the work behind it, a store and a file, all of them real.
@Suite struct PlainBrowserTests {
    private static let table = """
        id,scientific_name,latitude,longitude,geoprivacy,taxon_geoprivacy,private_latitude,private_longitude
        7,Alba rosea,1.5,2.5,obscured,,1.25,2.25
        8,Alba \u{1B}[31mminor,1,2,,,,
        9,Rubra magna – straße,1,2,,,,

        """

    /// Runs a conversation about a file; answers all that was written.
    @MainActor
    private func talk(_ lines: [String], isUnicode: Bool = true) async throws -> [String] {
        let path = NSTemporaryDirectory() + "inatty-plain-" + UUID().uuidString + ".csv"
        try Self.table.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let addresses = try World.addresses()
        let client = INaturalistClient(addresses: addresses)
        let services = BrowserServices(
            connect: { () async throws(INaturalistError) in client },
            store: { _ in nil },
            observations: { () throws(StoreError) in try ObservationStore.temporary() },
            openWebPage: { Message("Opened \($0).") }
        )
        let setting = BrowserState.Setting(site: addresses.site, addresses: addresses, isKeeping: false)
        let terminal = ScriptedTerminal(lines, isUnicode: isUnicode)
        let browser = PlainBrowser(setting: setting, terminal: terminal, services: services)
        let rest = await browser.run(.file(FileSource(argument: path)))
        _ = await rest.finish()
        #expect(terminal.isEnded)
        return terminal.written
    }

    @Test func `a script is done line by line, each with what came of it`() async throws {
        let written = try await talk(["filter rosea", "1", "back", "widen", "quit", "never"])
        let asked = written.indices.filter { written[$0].contains("> ") }
        #expect(
            asked.map { written[$0] } == [
                "table> filter rosea", "table> 1", "detail> back", "table> widen", "table> quit",
            ]
        )
        #expect(written[asked[0]..<asked[1]].contains("Rows 1 to 1 of 1:"))
        #expect(written[asked[1]..<asked[2]].contains("Observation 7."))
        #expect(written[asked[3]...].contains("Rows 1 to 3 of 3:"))
        #expect(written.allSatisfy(isPlain))
        #expect(written.contains { $0.contains("Alba [31mminor") })
    }

    @Test func `the end of the input leaves`() async throws {
        let written = try await talk([])
        #expect(written.contains("Rows 1 to 3 of 3:"))
    }

    @Test func `without Unicode every character is ASCII`() async throws {
        let written = try await talk(["1", "back", "help", "q", "straße"], isUnicode: false)
        #expect(written.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(written.contains { $0.contains("Rubra magna - stra") })
    }
}

/// Lines that were written before, and everything that is written.
@MainActor
private final class ScriptedTerminal: LineTerminal {
    let isUnicode: Bool
    let isConversation = false
    private var lines: [String]
    private(set) var written: [String] = []
    private(set) var isEnded = false

    init(_ lines: [String], isUnicode: Bool) {
        self.lines = lines
        self.isUnicode = isUnicode
    }

    func line(_ prompt: String) async -> String? { lines.isEmpty || isEnded ? nil : lines.removeFirst() }
    func secret(_ prompt: String) async -> SecretBytes? { await line(prompt).map { SecretBytes($0) } }
    func write(_ lines: [String]) { written += lines }
    func setEndHandler(_ handler: @escaping @MainActor () -> Void) {}
    func suspend() {}
    func end() { isEnded = true }
}
