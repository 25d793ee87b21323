import Browser
import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import BrowserConfiguration

/// `inatty config bind`: one line more, and every other byte as it was.
struct BindingEditTests {
    struct Edit: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let after: String

        init(_ name: String, _ before: String, _ after: String) {
            self.name = name
            self.before = before
            self.after = after
        }

        var testDescription: String { name }
    }

    static let places = [
        Edit("an empty file", "", "bind:\n  table:\n    ^X: find\n"),
        Edit(
            "a file without bindings",
            "# mine\ntheme: light   # bright\n",
            "# mine\ntheme: light   # bright\n\nbind:\n  table:\n    ^X: find\n"
        ),
        Edit(
            "a last line without an end",
            "theme: light",
            "theme: light\n\nbind:\n  table:\n    ^X: find\n"
        ),
        Edit(
            "carriage returns",
            "theme: light\r\nbind:\r\n  table:\r\n    ^A: find\r\n",
            "theme: light\r\nbind:\r\n  table:\r\n    ^A: find\r\n    ^X: find\r\n"
        ),
        Edit(
            "a mark of byte order",
            "\u{FEFF}bind:\n  table:\n    ^A: find\n",
            "\u{FEFF}bind:\n  table:\n    ^A: find\n    ^X: find\n"
        ),
        Edit(
            "no bindings yet",
            "bind: {} # none\nunits: feet\n",
            "bind:  # none\n  table:\n    ^X: find\nunits: feet\n"
        ),
        Edit(
            "an entry without a value",
            "bind:\n# later\nunits: feet\n",
            "bind:\n  table:\n    ^X: find\n# later\nunits: feet\n"
        ),
        Edit(
            "another place",
            "bind:\n    detail:\n        ^A: help # why\n\nunits: feet\n",
            "bind:\n    detail:\n        ^A: help # why\n    table:\n      ^X: find\n\nunits: feet\n"
        ),
        Edit(
            "the place",
            "bind:\n  table: # here\n    # a\n    ^A: open\n    # b\n    F4: open\n  # c\n  detail:\n    F4: help\n",
            "bind:\n  table: # here\n    # a\n    ^A: open\n    # b\n    F4: open\n    ^X: find\n  # c\n  detail:\n"
                + "    F4: help\n"
        ),
        Edit(
            "the place without lines",
            "bind:\n  table:\n  detail:\n    F4: help\n",
            "bind:\n  table:\n    ^X: find\n  detail:\n    F4: help\n"
        ),
        Edit(
            "the key itself",
            "bind:\n  table:\n    Ctrl-x:   open  # was open\n    F4: open\n",
            "bind:\n  table:\n    Ctrl-x:   find  # was open\n    F4: open\n"
        ),
        Edit(
            "the key itself in quotation marks",
            "bind: {table: {'^x': 'open', F4: open}}\n",
            "bind: {table: {'^x': find, F4: open}}\n"
        ),
        Edit("the same line", "bind: {table: {^X: find}}\n", "bind: {table: {^X: find}}\n"),
        Edit(
            "places in braces",
            "bind: {detail: {F4: help}}\n",
            "bind: {table: {^X: find}, detail: {F4: help}}\n"
        ),
        Edit(
            "keys in braces",
            "bind:\n  table: {F4: open}\n",
            "bind:\n  table: {^X: find, F4: open}\n"
        ),
        Edit("empty braces", "bind:\n  table: {}\n", "bind:\n  table: {^X: find}\n"),
        Edit(
            "a file with mistakes elsewhere",
            "theme: lihgt\nbind:\n  tabel:\n    F4: open\n",
            "theme: lihgt\nbind:\n  tabel:\n    F4: open\n  table:\n    ^X: find\n"
        ),
    ]

    @Test("The line is put where it belongs, and every other byte stays", arguments: places)
    func edits(_ edit: Edit) throws {
        let folder = try ConfigurationFolder(edit.before)
        try ConfigurationFile(path: folder.file.path).bind("table", "^X", "find")
        #expect(folder.text == edit.after)
        let keys = Configuration.load(variables: ["XDG_CONFIG_HOME": folder.home]).preferences.keys
        #expect(keys.command(for: .control("x"), in: .table) == .find)
    }

    @Test("Into what show prints a line can be put too")
    func template() throws {
        let folder = try ConfigurationFolder(Configuration().text)
        let file = ConfigurationFile(path: folder.file.path)
        try file.bind("table", "^X", "find")
        try file.bind("everywhere", "F9", "redraw")
        try file.bind("table", ":", "none")
        let configuration = file.load()
        #expect(configuration.problems.isEmpty)
        let keys = configuration.preferences.keys
        #expect(keys.command(for: .control("x"), in: .table) == .find)
        #expect(keys.command(for: .function(9), in: .jobs) == .redraw)
        #expect(keys.command(for: .character(":"), in: .table) == nil)
        // Nothing else has changed: without the lines it is the template again.
        let added: Set = [
            "bind:", "  table:", "    ^X: find", "  everywhere:", "    F9: redraw", "    \":\": none",
        ]
        let left = (folder.text ?? "").split(separator: "\n").filter { !added.contains(String($0)) }
        let before = Configuration().text.split(separator: "\n").filter { $0 != "bind: {}" }
        #expect(left == before)
    }

    @Test(
        "Every key that has a name can be bound, however YAML has to write it",
        arguments: BindingNames.keys
    )
    func names(_ key: String) throws {
        let edit = BindingEdit(place: "table", key: key, command: "find")
        let text = try edit.applied(to: "bind:\n  table:\n    F4: open\n", of: "/f")
        let configuration = Configuration(text: text, file: "/f")
        #expect(configuration.problems.isEmpty)
        let bound = try #require(Key(name: key))
        #expect(configuration.preferences.keys.command(for: bound, in: .table) == .find)
    }

    static let wrong = [
        ("tabl", "^X", "find", "“tabl” is no place to bind keys in. Did you mean “table”?"),
        ("table", "Uup", "find", "“Uup” is no key. Did you mean “Up”?"),
        ("table", "^X", "fnd", "“fnd” is no command. Did you mean “find”?"),
        ("detail", "^X", "find", "“find” does nothing in “detail”."),
        ("find", "x", "accept", "“x” types a character there."),
        ("find", "^C", "none", "This would leave no key for “quit” in: find"),
        ("", "", "", "“” is no place to bind keys in."),
        ("table", "^X\n  x: y", "find", "is no key."),
        ("table", "^X", "find\ntheme: light", "is no command."),
    ]

    @Test(
        "What cannot be bound is refused with the reason, and no file or folder comes of it",
        arguments: wrong
    )
    func refused(_ place: String, _ key: String, _ command: String, _ reason: String) throws {
        for text in [nil, "theme: light\n"] {
            let folder = try ConfigurationFolder(text)
            let file = ConfigurationFile(path: folder.file.path)
            let error = #expect(throws: ConfigurationError.self) { try file.bind(place, key, command) }
            #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
            #expect(folder.text == text)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.home)
            #expect(left == (text == nil ? [] : ["inatty"]))
        }
    }

    @Test(
        "A file that cannot be read, or that has no place for a line, stays as it is",
        arguments: [
            "theme: [light\n", "- a\n", "{theme: light}\n", "bind: open\n", "bind:\n  table: open\n",
            "bind: ~\n",
            "theme: light\n...\n", "bind:\n  table:\n    ^X: |\n      open\n",
        ]
    )
    func untouched(_ text: String) throws {
        let folder = try ConfigurationFolder(text)
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationFile(path: folder.file.path).bind("table", "^X", "find")
        }
        #expect(error?.description.isEmpty == false)
        #expect(folder.text == text)
    }

    @Test("A file that is made is for its owner alone, and so are its folders")
    func modes() throws {
        let folder = try ConfigurationFolder()
        let file = ConfigurationFile(path: folder.home + "/a/inatty/config.yaml")
        try file.bind("table", "^X", "find")
        let url = URL(filePath: file.path)
        #expect(try folder.mode(url) == 0o600)
        #expect(try folder.mode(url.deletingLastPathComponent()) == 0o700)
        #expect(try folder.mode(url.deletingLastPathComponent().deletingLastPathComponent()) == 0o700)
    }

    @Test("A symbolic link stays, and what it names is changed")
    func link() throws {
        let folder = try ConfigurationFolder("")
        let real = folder.folder.url.appending(path: "dotfiles.yaml")
        try Data("theme: light\n".utf8).write(to: real)
        try FileManager.default.removeItem(at: folder.file)
        try FileManager.default.createSymbolicLink(at: folder.file, withDestinationURL: real)
        try ConfigurationFile(path: folder.file.path).bind("table", "^X", "find")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file.path) == real.path)
        #expect(try String(contentsOf: real, encoding: .utf8).hasSuffix("    ^X: find\n"))
    }

    @Test("Many at once lose no line")
    func together() async throws {
        let folder = try ConfigurationFolder("theme: light\n")
        let file = ConfigurationFile(path: folder.file.path)
        try await withThrowingTaskGroup { group in
            for number in 1...24 {
                group.addTask { try file.bind("table", "F\(number)", "find") }
            }
            try await group.waitForAll()
        }
        let configuration = file.load()
        #expect(configuration.problems.isEmpty)
        #expect(Set(configuration.preferences.keys.changes.map(\.key)) == Set((1...24).map { .function($0) }))
    }
}
