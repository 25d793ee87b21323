import ArgumentParser
import Browser
import Foundation
import Testing

@testable import Commands

struct ManualTests {
    private func page() throws -> [String] { try ManualPage(of: CommandInfo.ofProgram()).lines }

    /// The page's text with roff's own signs taken away, and blanks where lines end.
    private func text() throws -> String {
        try page().joined(separator: " ")
            .replacing("\\%", with: "").replacing("\\-", with: "-").replacing("\\(aq", with: "'")
            .replacing("\\(dq", with: "\"").replacing("\\(ha", with: "^").replacing("\\(ti", with: "~")
            .replacing("\\&", with: "").replacing("\\e", with: "\\")
            .replacing(/\\\[u([0-9A-F]+)\]/) { match in
                UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
            }
    }

    @Test("Every command has a section, in the order of the help", arguments: CommandPlace.all)
    func commands(place: CommandPlace) throws {
        guard !place.words.isEmpty else { return }
        let lines = try page().filter { $0.hasPrefix(".Ss inatty ") }.map { $0.replacing("\\-", with: "-") }
        #expect(lines.count == CommandPlace.all.count - 1)
        #expect(lines.contains(".Ss \(place)"))
    }

    @Test("Every option that the shells complete is in it")
    func options() throws {
        let script = Inatty.completionScript(for: .fish)
        let names = Set(script.matches(of: /\ -l '([a-z-]+)'/).map { String($0.1) })
        #expect(names.isSuperset(of: ["taxon", "saved", "no-store", "with", "throttle-every", "viewer"]))
        let text = try text()
        for name in names { #expect(text.contains("--\(name)") || text.contains("Fl -\(name)"), "\(name)") }
    }

    @Test("Every key command of the browser is in it")
    func keys() throws {
        let text = try text()
        for command in CommandTable.all where !command.keys.isEmpty {
            #expect(text.contains(command.help), "\(command.id)")
        }
        for words in ["Down , j", "Ctrl-L", "Enter , Right , l", "Shift-Tab", "Space"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("Variables and exit codes of the help are in it")
    func variablesAndCodes() throws {
        let lines = try page()
        let help = Inatty.configuration.discussion
        for match in help.matches(of: /INAT(TY)?_[A-Z_]+/) {
            #expect(lines.contains { $0.hasPrefix(".It Ev") && $0.contains(match.0) }, "\(match.0)")
        }
        let start = try #require(lines.firstIndex(of: ".Sh EXIT STATUS"))
        for code in [0, 1, 64, 65, 69, 75, 77, 130] {
            #expect(lines[start...].contains(".It \(code)"))
            #expect(help.contains(" \(code) "))
        }
    }

    @Test("It is plain ASCII, and no text of it begins like a macro")
    func plain() throws {
        let macros: Set = [
            ".Dd", ".Dt", ".Os", ".Sh", ".Ss", ".Nm", ".Nd", ".Op", ".Pp", ".Bd", ".Ed", ".Bl", ".It", ".El",
            ".Xr",
        ]
        for line in try page() {
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
            #expect(!line.isEmpty && !line.hasPrefix("'"))
            if line.hasPrefix(".") { #expect(macros.contains(String(line.prefix(3))), "\(line)") }
        }
    }

    // groff_char(7): \(aq, \(dq, \(ha, \(ti, \[uXXXX]; groff(7): \e, \-, \&, \%.
    @Test(
        "Text is escaped",
        arguments: [
            (".profile", "\\&.profile"), ("'quoted'", "\\(aqquoted\\(aq"), ("a\\n", "a\\en"),
            ("one-sided", "one\\-sided"), ("say --json", "say \\%\\-\\-json"), ("–", "\\[u2013]"),
            ("𝛼", "\\[u1D6FC]"), ("^~\"", "\\(ha\\(ti\\(dq"),
        ]
    )
    func escaped(text: String, line: String) {
        #expect(Roff.line(text) == line)
    }

    @Test("Every sentence has a line of its own")
    func sentences() {
        #expect(
            Roff.text("Ends so. (And so.) Or “so?” At 1.5 it goes on.")
                == ["Ends so.", "(And so.)", "Or \\[u201C]so?\\[u201D]", "At 1.5 it goes on."]
        )
    }
}
