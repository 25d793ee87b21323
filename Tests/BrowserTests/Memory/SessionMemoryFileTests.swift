import Coordinates
import Foundation
import INaturalist
import ObservationImport
import ObservationStore
import TestSupport
import Testing

@testable import Browser

/// What the last run left, on the disk, in a folder of its own.
@Suite struct SessionMemoryFileTests {
    private let folder: TestFolder
    private let file: SessionMemoryFile
    private let site = "https://www.inaturalist.org"

    init() throws {
        folder = try TestFolder()
        file = SessionMemoryFile(path: folder.url.path + "/state/inatty/session.json")
    }

    private func write(_ text: String) throws {
        let parent = URL(filePath: file.path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try text.write(toFile: file.path, atomically: false, encoding: .utf8)
    }

    private func text() throws -> String { try String(contentsOfFile: file.path, encoding: .utf8) }

    private func memory(_ list: ListSource = ListSource(.mine), account: Int? = 7) -> SessionMemory {
        var changed = Preferences()
        changed.coordinates = .mgrs
        changed.units = .feet
        changed.columns.change(.observer) { $0.isShown = false }
        changed.columns.change(.taxon) { $0.width = 40 }
        changed.columns.frozen = 2
        return SessionMemory(
            account: account,
            list: list,
            sort: [SortKey(column: .taxon), SortKey(column: .apart, descending: true)],
            selected: 9_104,
            splitRows: 9,
            preferences: changed,
            configured: Preferences()
        )
    }

    private static let lists: [ListSource] = [
        ListSource(.mine), ListSource(.mine, isHiddenOnly: false), ListSource(.person("Größe \"x\"\u{1B}")),
        ListSource(.everyone), ListSource(.ids([3, 1, 2_147_483_647]), isHiddenOnly: false),
    ]

    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/s/", "HOME": "/h"], "/s/inatty/session.json"),
            (["HOME": "/h"], "/h/.local/state/inatty/session.json"),
            (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/inatty/session.json"),
            (["HOME": ""], nil), ([:], nil),
        ] as [([String: String], String?)]
    ) func `the environment says where`(_ variables: [String: String], _ path: String?) {
        #expect(SessionMemoryFile(variables: variables)?.path == path)
    }

    @Test func `where there is no file nothing was left, and reading makes none`() throws {
        #expect(file.read(site: site) == SessionMemoryFile.Reading())
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
    }

    @Test(arguments: lists) func `what was left is found again`(_ list: ListSource) throws {
        let memory = memory(list)
        try file.write(memory, site: site)
        #expect(file.read(site: site) == SessionMemoryFile.Reading(memory: memory))
    }

    @Test func `a query is found again, its order too`() throws {
        let query = try ObservationQuery(
            text: "taxon:\"Platanthera praeclara\" obscuration:obscured,private observer:wren"
        )
        let memory = memory(ListSource(.query(query), isHiddenOnly: false))
        try file.write(memory, site: site)
        #expect(file.read(site: site).memory == memory)
    }

    @Test func `folder and file are for their owner alone`() throws {
        let before = umask(0)
        defer { umask(before) }
        try file.write(memory(), site: site)
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(file.path) == 0o600)
        #expect(try mode(URL(filePath: file.path).deletingLastPathComponent().path) == 0o700)
    }

    @Test func `it holds names and numbers of what was shown, and nothing else`() throws {
        try file.write(memory(), site: site)
        let object = try JSONSerialization.jsonObject(with: Data(try text().utf8)) as? [String: Any]
        let entry = try #require((object?["sites"] as? [[String: Any]])?.first)
        #expect(
            Set(entry.keys) == [
                "site", "account", "list", "sort", "selected", "split_rows", "columns", "frozen_columns",
                "coordinates", "units",
            ]
        )
    }

    @Test func `each site has an entry of its own`() throws {
        let other = "http://127.0.0.1:8080"
        try file.write(memory(), site: site)
        #expect(file.read(site: other) == SessionMemoryFile.Reading())
        let everyone = memory(ListSource(.everyone), account: nil)
        try file.write(everyone, site: other)
        #expect(file.read(site: other).memory == everyone)
        #expect(file.read(site: site).memory == memory())
        // In the place of the one before, not beside it.
        try file.write(memory(ListSource(.everyone)), site: site)
        #expect(try text().components(separatedBy: site).count == 2)
        #expect(file.read(site: other).memory == everyone)
    }

    @Test func `what is no longer so is no longer there`() throws {
        try file.write(memory(), site: site)
        let plain = SessionMemory(
            account: nil,
            list: ListSource(.everyone),
            sort: [],
            selected: nil,
            splitRows: nil,
            preferences: Preferences(),
            configured: Preferences()
        )
        try file.write(plain, site: site)
        #expect(file.read(site: site).memory == plain)
    }

    @Test func `a run on a file leaves the list of the run before, its order and its row`() throws {
        try file.write(memory(), site: site)
        var ofFile = memory(ListSource(.file(.standardInput), isHiddenOnly: false), account: nil)
        ofFile.selected = 5
        ofFile.sort = []
        ofFile.units = nil
        try file.write(ofFile, site: site)
        var expected = memory()
        expected.units = nil
        #expect(file.read(site: site).memory == expected)
    }

    @Test func `what a newer version wrote besides is kept`() throws {
        try write(
            """
            {"version": 1, "later": {"a": [1.50, "é\\u001b"]}, "sites": [
              {"site": "https://elsewhere.example", "later": 1e5},
              {"site": "\(site)", "account": 1, "later": [null, 0.10], "units": "feet"}
            ]}
            """
        )
        try file.write(memory(), site: site)
        #expect(file.read(site: site).memory == memory())
        let text = try text()
        #expect(text.contains(#""later": {"a": [1.50, "é\u001b"]}"#))
        #expect(text.contains(#"{"site": "https://elsewhere.example", "later": 1e5}"#))
        #expect(text.contains(#""later": [null, 0.10]"#))
    }

    @Test func `a name that is not known costs what it names and nothing else`() throws {
        try write(
            """
            {"version":1,"sites":[{"site":"\(site)","account":7,"list":{"kind":"mine"},"selected":3,
            "sort":[{"column":"colour"},{"column":"taxon"}],"coordinates":"plus-codes","units":"feet",
            "columns":[{"name":"colour"},{"name":"apart","width":1000000},{"name":"taxon","shown":false}]}]}
            """
        )
        let memory = try #require(file.read(site: site).memory)
        #expect(memory.list(for: 7)?.sort == [SortKey(column: .taxon)])
        #expect(memory.selected(for: 7) == 3 && memory.units == .feet && memory.coordinates == nil)
        let columns = try #require(memory.columns)
        #expect(columns.shown.map(\.id) == [.apart])
        #expect(columns.shown[0].width == ColumnLayout.widths.upperBound)
        #expect(Set(columns.columns.map(\.id)) == Set(ObservationColumn.allCases))
    }

    @Test(
        arguments: [
            #"{"kind":"planet"}"#, #"{"kind":"ids","ids":[]}"#, #"{"kind":"ids","ids":[0,-4,4294967296]}"#,
            #"{"kind":"person"}"#, #"{"kind":"person","login":""}"#,
            #"{"kind":"query","query":"colour:red"}"#,
        ]
    ) func `a list that cannot be shown is none, and its row and order go with it`(_ list: String) throws {
        try write(
            #"{"version":1,"sites":[{"site":"\#(site)","list":\#(list),"selected":3,"sort":[{"column":"taxon"}]}]}"#
        )
        let memory = try #require(file.read(site: site).memory)
        #expect(memory.list == nil && memory.selected == nil && memory.sort == [])
    }

    @Test(
        arguments: [
            "{", "[]", "null", "nonsense", "{}", #"{"version":1}"#, #"{"version":"x","sites":[]}"#,
            #"{"version":1,"sites":{}}"#,
            #"{"version":1,"sites":[{"site":"https://www.inaturalist.org","account":[]}]}"#,
            #"{"version":1,"sites":[{"site":"https://www.inaturalist.org","selected":1e99}]}"#,
            String(repeating: "[", count: 5_000), "\u{0}",
        ]
    ) func `a damaged file is told, taken for none, and mended when the program ends`(_ text: String) throws {
        try write(text)
        let reading = file.read(site: site)
        #expect(reading.memory == nil)
        #expect(reading.remark?.contains(file.path) == true)
        try file.write(memory(), site: site)
        #expect(file.read(site: site) == SessionMemoryFile.Reading(memory: memory()))
    }

    @Test func `a file of another version is told and left as it is`() throws {
        let other = #"{"version":2,"sites":"elsewhere"}"#
        try write(other)
        let reading = file.read(site: site)
        #expect(reading.memory == nil && reading.remark?.contains("version 2") == true)
        try file.write(memory(), site: site)
        #expect(try text() == other)
    }

    @Test func `something else in its place is told, and left`() throws {
        try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: true)
        #expect(file.read(site: site).remark?.contains(file.path) == true)
        #expect(throws: PrivateFileError.self) { try file.write(memory(), site: site) }
        var isFolder: ObjCBool = false
        #expect(
            FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && isFolder.boolValue
        )
    }

    @Test func `a file far too large is not read into memory`() throws {
        try write(String(repeating: " ", count: 2 << 20))
        #expect(file.read(site: site).remark?.contains("larger") == true)
    }

    @Test func `of many programs that end at once one is remembered, and no file is broken`() async throws {
        let file = file
        let sites = (0..<4).map { "https://site\($0).example" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, site) in sites.enumerated() {
                for account in 0..<5 {
                    let memory = memory(ListSource(.person("p\(number)")), account: account)
                    group.addTask { try file.write(memory, site: site) }
                }
            }
            try await group.waitForAll()
        }
        for (number, site) in sites.enumerated() {
            let memory = try #require(file.read(site: site).memory)
            #expect(memory.list == ListSource(.person("p\(number)")))
            #expect((0..<5).contains(memory.account ?? -1))
        }
    }

    @Test func `a hidden comparison is hidden the next time too`() throws {
        let left = SessionMemory(
            account: 7,
            list: ListSource(.mine),
            sort: [],
            selected: nil,
            splitRows: 0,
            preferences: Preferences(),
            configured: Preferences()
        )
        try file.write(left, site: site)
        #expect(file.read(site: site).memory?.splitRows == 0)
    }

    @Test func `a box and a place of a query are in no file of the session's`() throws {
        let query = try ObservationQuery(text: "box:41.6,-93.7,41.7,-93.6")
        try file.write(memory(ListSource(.query(query), isHiddenOnly: false)), site: site)
        #expect(try !text().contains("93.7"))
    }
}
