import Browser
import Coordinates
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import BrowserConfiguration

/// Files that are no configuration at all.
struct OddFileTests {
    private func problems(of data: Data) throws -> [ConfigurationProblem] {
        let folder = try ConfigurationFolder("")
        try data.write(to: folder.file)
        let configuration = Configuration.load(variables: ["XDG_CONFIG_HOME": folder.home])
        #expect(configuration.preferences.theme == .dark)
        #expect(configuration.preferences.columns == .standard)
        return configuration.problems
    }

    @Test(
        "The file is where XDG_CONFIG_HOME says, else below HOME; a relative path does not count",
        arguments: [
            (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/inatty/config.yaml"),
            (["XDG_CONFIG_HOME": "/x/", "HOME": "/h"], "/x/inatty/config.yaml"),
            (["HOME": "/h"], "/h/.config/inatty/config.yaml"),
            (["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/inatty/config.yaml"),
            (["XDG_CONFIG_HOME": "x", "HOME": "/h"], "/h/.config/inatty/config.yaml"),
            (["XDG_CONFIG_HOME": "x", "HOME": "h"], nil), ([:], nil),
        ] as [([String: String], String?)]
    )
    func place(_ variables: [String: String], _ path: String?) {
        #expect(ConfigurationFile(variables: variables)?.path == path)
    }

    @Test("Without a file, and without a home, everything has its default and nothing is told")
    func none() throws {
        let folder = try ConfigurationFolder()
        for variables in [["XDG_CONFIG_HOME": folder.home], [:]] {
            let configuration = Configuration.load(variables: variables)
            #expect(configuration.problems.isEmpty)
            #expect(configuration.preferences.theme == .dark)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.home).isEmpty)
    }

    @Test("A huge file is one problem", arguments: [1 << 18, 1 << 20, 3 << 20])
    func huge(size: Int) throws {
        let line = Data("# a comment that is long enough\n".utf8)
        var data = Data()
        while data.count <= size { data += line }
        let problems = try problems(of: data)
        #expect(problems.count == 1)
        #expect(problems.first?.fault.contains("far larger than a configuration") == true)
    }

    @Test("A file in another encoding is one problem, with the place of the first wrong byte")
    func latin() throws {
        let problems = try problems(of: Data("theme: light\n# Caf".utf8) + [0xE9, 0x0A])
        #expect(
            problems.map { "\($0.line):\($0.column): \($0.fault)" } == ["2:6: The file is not in UTF-8 here."]
        )
        #expect(try self.problems(of: Data([0xFF, 0xFE, 0x74, 0x00])).count == 1)
    }

    @Test("A named pipe and a folder are one problem, and are not waited for")
    func pipe() throws {
        let folder = try ConfigurationFolder("")
        for make in [{ mkfifo($0, 0o600) }, { mkdir($0, 0o700) }] as [(String) -> Int32] {
            try FileManager.default.removeItem(at: folder.file)
            #expect(make(folder.file.path) == 0)
            let problems = Configuration.load(variables: ["XDG_CONFIG_HOME": folder.home]).problems
            #expect(problems.count == 1)
            #expect(problems.first?.fault.contains("it is no file") == true)
        }
    }

    @Test(
        "Nesting without end is one problem",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
            String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
            String(repeating: "? ", count: 900), String(repeating: "- ", count: 20_000) + "x",
            "bind: " + String(repeating: "{a: ", count: 20) + "b" + String(repeating: "}", count: 20),
        ]
    )
    func deep(_ text: String) throws {
        #expect(try problems(of: Data(text.utf8)).count == 1)
    }

    @Test("Aliases that multiply are one problem, as keys too")
    func laughs() throws {
        var values = "a0: &a0 [x, x]\n"
        var keys = "? &b0 [x, x]\n: 1\n"
        for level in 1...60 {
            values += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
            keys += "? &b\(level) [*b\(level - 1), *b\(level - 1)]\n: 1\n"
        }
        for text in [values, keys, values + "? *a60\n: 1\n"] {
            let problems = try problems(of: Data(text.utf8))
            #expect(problems.count == 1)
            #expect(problems.first?.fault == "Anchors and aliases (& and *) are not read.")
        }
    }

    @Test("A key that stands in the file a thousand times is told without reading it a thousand times")
    func twice() throws {
        let problems = try problems(of: Data(String(repeating: "theme: dark\n", count: 1_000).utf8))
        #expect(!problems.isEmpty && problems.count <= 100)
    }

    @Test("A hundred problems are enough")
    func many() throws {
        let text = (0..<5_000).map { "key\($0): 1\n" }.joined()
        #expect(try problems(of: Data(text.utf8)).count == 100)
    }

    @Test("A mark of byte order, and carriage returns before line breaks, change nothing")
    func lineEnds() {
        let text = "theme: light\r\nunits: feet\r\nmouse: of\r\n"
        for text in [text, "\u{FEFF}" + text] {
            let configuration = Configuration(text: text, file: "/f")
            #expect(configuration.preferences.theme == .light)
            #expect(configuration.preferences.units == .feet)
            #expect(configuration.problems.map { "\($0.line):\($0.column)" } == ["3:8"])
        }
    }

    @Test("Long texts of the file are cut in what is told of them")
    func long() {
        let word = String(repeating: "é", count: 5_000)
        let text = "theme: \(word)\n\(word.prefix(400)): 1\n"
        let problems = Configuration(text: text, file: "/f").problems
        #expect(problems.count == 2)
        #expect(problems.allSatisfy { $0.fault.count < 100 })
    }
}
